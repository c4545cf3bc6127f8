/** Reads a private key from any form that people paste: .p12, PEM, PKCS#1, PKCS#8, encrypted or not. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { checkRsaKey } from './checkRsaKey';
import { memoize } from './memoize';
import { parsePastedFile, type PastedFile } from './pastedFile';
import { openPem } from './pemPrivateKey';
import { openPkcs12 } from './pkcs12';
import type { PrivateKeyEntry, PrivateKeyFields, PrivateKeyInput } from './privateKeyTypes';
import { holdsCertificate, holdsPublicKey, unreadable, WANTED } from './wrongFile';

export const SIGNING_KEY_FIELDS: PrivateKeyFields = {
	key: 'Signing Key',
	alias: 'Signing Key Alias',
	password: 'Signing Key Password',
};

export const DECRYPTION_KEY_FIELDS: PrivateKeyFields = {
	key: 'Decryption Key',
	alias: 'Decryption Key Alias',
	password: 'Decryption Key Password',
};

/**
 * Reads and checks a private key. The result is remembered by a digest of its text, because opening a .p12 takes
 * 20 ms to 1 s of computation, in pieces of a few milliseconds, and every request needs the key.
 *
 * @returns the key (RSA, 2048 bits or more) and, when the file held it, its certificate and alias
 * @throws CredentialFieldError naming the field and the remedy
 */
export function parsePrivateKey(
	input: PrivateKeyInput,
	fields: PrivateKeyFields,
): Promise<PrivateKeyEntry> {
	return memoize(['private key', input.text, input.alias, input.password], async () => {
		const file = parsePastedFile(input.text, fields.key, WANTED);
		const entry = await open(file, input, fields);
		checkRsaKey(entry.key, fields.key);
		return entry;
	});
}

async function open(
	file: PastedFile,
	input: PrivateKeyInput,
	fields: PrivateKeyFields,
): Promise<PrivateKeyEntry> {
	if (file.format === 'pem') return openPem(file.blocks, input, fields);
	switch (file.kind) {
		case 'pkcs12':
			return openPkcs12(file.der, input, fields);
		case 'certificate':
			throw holdsCertificate(fields);
		case 'publicKey':
			throw holdsPublicKey(fields);
		case 'encryptedPrivateKey':
			return openPem([{ label: 'ENCRYPTED PRIVATE KEY', der: file.der }], input, fields);
		default:
			return openDer(file.der, fields);
	}
}

/** Which of the three notations a file is in, only the parser knows for all versions of OpenSSL. */
function parseDer(der: Buffer): KeyObject | null {
	for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
		try {
			return createPrivateKey({ key: der, format: 'der', type });
		} catch {
			// Another notation, perhaps.
		}
	}
	return null;
}

function openDer(der: Buffer, fields: PrivateKeyFields): PrivateKeyEntry {
	const key = parseDer(der);
	if (key === null) throw unreadable(fields);
	return { key };
}
