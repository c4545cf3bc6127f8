/** Parses a private key in any form that people paste: .p12, PEM, PKCS#1 or PKCS#8, encrypted or not. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { checkRsaKey } from './checkRsaKey';
import { memoize } from './memoize';
import { parsePastedFile, type PastedFile } from './pastedFile';
import { openPem } from './pemPrivateKey';
import { openPkcs12 } from './pkcs12';
import type { PrivateKeyEntry, PrivateKeyFields, PrivateKeyInput } from './privateKeyTypes';
import {
	certificateInsteadOfKey,
	publicKeyInsteadOfPrivate,
	unreadableKey,
	EXPECTED_FORMAT,
} from './keyFileErrors';

export const SIGNING_KEY_FIELDS: PrivateKeyFields = {
	key: 'Signing Key',
	alias: 'Signing Key Alias',
	password: 'Signing Key Password',
};

/** One key to a file, so there is no field for an alias. */
export const CARD_SEALING_KEY_FIELDS: PrivateKeyFields = {
	key: 'Card Sealing Key',
	password: 'Card Sealing Key Password',
};

export const DECRYPTION_KEY_FIELDS: PrivateKeyFields = {
	key: 'Decryption Key',
	alias: 'Decryption Key Alias',
	password: 'Decryption Key Password',
};

/**
 * Parses and checks a private key. The result is remembered by a digest of its text: opening a .p12 file takes 20 ms to
 * a few seconds of computation, in slices of some milliseconds, and every request needs the key.
 *
 * @param checkKey throws for a key that its field does not accept
 * @returns the key and, if the file contains them, its certificate and alias
 * @throws CredentialFieldError naming the field and what to do
 */
export function parsePrivateKey(
	input: PrivateKeyInput,
	fields: PrivateKeyFields,
	checkKey: (key: KeyObject, field: string) => void = checkRsaKey,
): Promise<PrivateKeyEntry> {
	// Also by the check: the same key may be right for one field and wrong for another.
	const parts = ['private key', checkKey.name, input.text, input.alias, input.password];
	return memoize(parts, async () => {
		const file = parsePastedFile(input.text, fields.key, EXPECTED_FORMAT);
		const entry = await open(file, input, fields);
		checkKey(entry.key, fields.key);
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
			throw certificateInsteadOfKey(fields);
		case 'publicKey':
			throw publicKeyInsteadOfPrivate(fields);
		case 'encryptedPrivateKey':
			return openPem([{ label: 'ENCRYPTED PRIVATE KEY', der: file.der }], input, fields);
		default:
			return openDer(file.der, fields);
	}
}

/** Only OpenSSL itself can tell which of the three formats a file has. */
function parseDer(der: Buffer): KeyObject | null {
	for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
		try {
			return createPrivateKey({ key: der, format: 'der', type });
		} catch {
			// Perhaps another format.
		}
	}
	return null;
}

function openDer(der: Buffer, fields: PrivateKeyFields): PrivateKeyEntry {
	const key = parseDer(der);
	if (key === null) throw unreadableKey(fields);
	return { key };
}
