/** The parts of `mastercard-client-encryption` that we use; the package ships no types (its issue #63). */
declare module 'mastercard-client-encryption' {
	import type { KeyObject } from 'node:crypto';

	interface JweConfig {
		paths: Array<{
			path: string;
			toEncrypt: Array<{ element: string; obj: string }>;
			toDecrypt: Array<{ element: string; obj: string }>;
		}>;
		encryptedValueFieldName: string;
		encryptionCertificate: string;
		publicKeyFingerprint?: string;
	}

	export class JweEncryption {
		constructor(config: JweConfig);
		/** Both are handed to `node:crypto`, which takes a `KeyObject` wherever it takes PEM text. */
		crypto: { encryptionCertificate: KeyObject | null; privateKey: KeyObject | null };
		encrypt(endpoint: string, header: object, body: object): { header: object; body: unknown };
		decrypt(response: { request: { url: string }; header: object; body: object }): unknown;
	}

	/** The library calls its helpers through this object, so that replacing one changes the library. */
	export const EncryptionUtils: {
		readPublicCertificate: (path: string) => object | null;
		getPrivateKey: (config: JweConfig) => object | null;
		stringToJson: (text: string) => unknown;
	};
}
