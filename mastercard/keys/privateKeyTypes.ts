/** Input and output of parsing a private key. */
import type { KeyObject, X509Certificate } from 'node:crypto';

export interface PrivateKeyInput {
	text: string;
	alias?: string;
	password?: string;
}

/** The names of the fields in the editor, for messages. */
export interface PrivateKeyFields {
	key: string;
	/** Where a file with several keys is taken, the field that chooses one. */
	alias?: string;
	password: string;
}

export interface PrivateKeyEntry {
	key: KeyObject;
	/** Of a .p12 file. */
	alias?: string;
	/** The certificate that came with the key in the same file, if any. */
	certificate?: X509Certificate;
}
