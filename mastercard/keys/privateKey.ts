/** Reads a private key from any form that people paste: .p12, PEM, PKCS#1, PKCS#8, encrypted or not. */
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { pki } from '../libraries';
import { CredentialFieldError } from './CredentialFieldError';
import { parsePastedFile, type PastedFile } from './pastedFile';
import { toPem, type PemBlock } from './pem';
import { openPkcs12 } from './pkcs12';
import type { PrivateKeyEntry, PrivateKeyFields, PrivateKeyInput } from './privateKeyTypes';
import { memoize } from './memoize';
import { checkStrength } from './strength';

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

const WANTED = 'the Base64 text of the .p12 file, or the private key in PEM form';
const KEY_LABEL = /^(RSA |EC |DSA |ENCRYPTED |OPENSSH )?PRIVATE KEY$/;

/**
 * Reads and checks a private key. The result is remembered by a digest of its text, because opening a .p12 takes
 * 20 ms to 1 s of pure computation and every request needs the key.
 *
 * @param checkKey throws for a key that its field does not take
 * @returns the key and, when the file held it, its certificate and alias
 * @throws CredentialFieldError naming the field and the way out
 */
export function parsePrivateKey(
	input: PrivateKeyInput,
	fields: PrivateKeyFields,
	checkKey: (key: KeyObject, field: string) => void = checkStrength,
): PrivateKeyEntry {
	const entry = memoize(['private key', input.text, input.alias, input.password], () =>
		open(parsePastedFile(input.text, fields.key, WANTED), input, fields),
	);
	// Not remembered: the same key may be right for one field and wrong for another.
	checkKey(entry.key, fields.key);
	return entry;
}

function open(file: PastedFile, input: PrivateKeyInput, fields: PrivateKeyFields): PrivateKeyEntry {
	if (file.format === 'pem') return openPem(file.blocks, input, fields);
	switch (file.kind) {
		case 'pkcs12':
			return openPkcs12(file.der, input, fields);
		case 'certificate':
			throw isCertificate(fields);
		case 'publicKey':
			throw isPublicKey(fields);
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

function openPem(
	blocks: PemBlock[],
	input: PrivateKeyInput,
	fields: PrivateKeyFields,
): PrivateKeyEntry {
	const block = blocks.find(({ label }) => KEY_LABEL.test(label));
	if (!block) {
		if (blocks.some(({ label }) => label.endsWith('CERTIFICATE'))) throw isCertificate(fields);
		if (blocks.some(({ label }) => label.endsWith('PUBLIC KEY'))) throw isPublicKey(fields);
		throw unreadable(fields);
	}
	const key = decryptPem(block, input.password ?? '', fields);
	const certificates = blocks
		.filter(({ label }) => label.endsWith('CERTIFICATE'))
		.flatMap(({ der }) => {
			try {
				return [new X509Certificate(der)];
			} catch {
				return [];
			}
		});
	const certificate = certificates.find((candidate) => candidate.checkPrivateKey(key));
	if (certificates.length > 0 && !certificate) {
		throw new CredentialFieldError(
			'CERTIFICATE_MISMATCH',
			fields.key,
			`'${fields.key}' holds a certificate that belongs to another key. Paste the key with its own certificate, or the key alone.`,
		);
	}
	return { key, ...(certificate && { certificate }) };
}

function decryptPem(block: PemBlock, password: string, fields: PrivateKeyFields): KeyObject {
	const encrypted = block.cipher !== undefined || block.label === 'ENCRYPTED PRIVATE KEY';
	if (encrypted && password === '') {
		throw new CredentialFieldError(
			'PASSWORD_REQUIRED',
			fields.password,
			`The key in '${fields.key}' is protected by a password. Fill in '${fields.password}'.`,
		);
	}
	const key =
		parseWithNode(block, password) ?? (encrypted ? parseWithForge(block, password) : null);
	if (key) return key;
	if (!encrypted) throw unreadable(fields);
	throw new CredentialFieldError(
		'WRONG_PASSWORD',
		fields.password,
		`'${fields.password}' does not open the key in '${fields.key}', or the key was not pasted whole.`,
	);
}

function parseWithNode(block: PemBlock, password: string): KeyObject | null {
	try {
		return createPrivateKey({ key: toPem(block), passphrase: password });
	} catch {
		return null;
	}
}

/** OpenSSL 3 has retired DES and RC2, which older tools still protect keys with. */
function parseWithForge(block: PemBlock, password: string): KeyObject | null {
	try {
		const key = pki.decryptRsaPrivateKey(toPem(block), password);
		return key && createPrivateKey(pki.privateKeyToPem(key));
	} catch {
		return null;
	}
}

function unreadable(fields: PrivateKeyFields): CredentialFieldError {
	return new CredentialFieldError(
		'UNREADABLE',
		fields.key,
		`'${fields.key}' looks like a key, but cannot be read: part of it is missing or changed. Paste ${WANTED}.`,
	);
}

function isCertificate(fields: PrivateKeyFields): CredentialFieldError {
	return new CredentialFieldError(
		'CERTIFICATE_INSTEAD_OF_KEY',
		fields.key,
		`'${fields.key}' holds a certificate, which has no private key. Paste ${WANTED}.`,
	);
}

function isPublicKey(fields: PrivateKeyFields): CredentialFieldError {
	return new CredentialFieldError(
		'PUBLIC_KEY',
		fields.key,
		`'${fields.key}' holds a public key. Paste ${WANTED}.`,
	);
}
