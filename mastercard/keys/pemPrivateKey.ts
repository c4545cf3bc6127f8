/** Opens a PEM private key, encrypted or not, and the certificate next to it. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { CredentialFieldError } from './CredentialFieldError';
import { toPem, type PemBlock } from './pem';
import type { PrivateKeyEntry, PrivateKeyFields, PrivateKeyInput } from './privateKeyTypes';
import { readWithForge } from './readWithForge';
import { toCertificates } from './toCertificates';
import { certificateInsteadOfKey, publicKeyInsteadOfPrivate, unreadableKey } from './keyFileErrors';

const KEY_LABEL = /^(RSA |EC |DSA |ENCRYPTED |OPENSSH )?PRIVATE KEY$/;

/**
 * @param blocks of the field; the first private key is used
 * @throws CredentialFieldError for no key, a damaged one, a wrong password, or another key's certificate
 */
export async function openPem(
	blocks: PemBlock[],
	input: PrivateKeyInput,
	fields: PrivateKeyFields,
): Promise<PrivateKeyEntry> {
	const block = blocks.find(({ label }) => KEY_LABEL.test(label));
	if (!block) {
		if (blocks.some(({ label }) => label.endsWith('CERTIFICATE')))
			throw certificateInsteadOfKey(fields);
		if (blocks.some(({ label }) => label.endsWith('PUBLIC KEY')))
			throw publicKeyInsteadOfPrivate(fields);
		throw unreadableKey(fields);
	}
	const key = await decryptPem(block, input.password ?? '', fields);
	const certificates = toCertificates(blocks.map(({ der }) => der));
	const certificate = certificates.find((candidate) => candidate.checkPrivateKey(key));
	if (certificates.length > 0 && !certificate) {
		throw new CredentialFieldError(
			'CERTIFICATE_MISMATCH',
			fields.key,
			`'${fields.key}' contains a certificate that belongs to another key. Paste the key with its own certificate, or the key alone.`,
		);
	}
	return { key, ...(certificate && { certificate }) };
}

async function decryptPem(
	block: PemBlock,
	password: string,
	fields: PrivateKeyFields,
): Promise<KeyObject> {
	const isPkcs8 = block.label === 'ENCRYPTED PRIVATE KEY';
	if (!isPkcs8 && block.cipher === undefined) {
		const key = toKeyObject(toPem(block));
		if (key === null) throw unreadableKey(fields);
		return key;
	}
	if (password === '') {
		throw new CredentialFieldError(
			'PASSWORD_REQUIRED',
			fields.password,
			`The key in '${fields.key}' is protected by a password. Enter it in '${fields.password}'.`,
		);
	}
	const key = isPkcs8
		? await decryptPkcs8(block.der, password, fields)
		: await decryptTraditional(toPem(block), password, fields);
	if (key !== null) return key;
	throw new CredentialFieldError(
		'WRONG_PASSWORD',
		fields.password,
		`'${fields.password}' does not open the key in '${fields.key}', or the key was not pasted completely.`,
	);
}

function toKeyObject(pem: string, passphrase = ''): KeyObject | null {
	try {
		return createPrivateKey({ key: pem, passphrase });
	} catch {
		return null;
	}
}

/** Not with Node's own crypto, which would run any number of iterations without a break. */
async function decryptPkcs8(
	der: Buffer,
	password: string,
	fields: PrivateKeyFields,
): Promise<KeyObject | null> {
	try {
		return await readWithForge(({ asn1, pki, util }) => {
			const encrypted = asn1.fromDer(util.createBuffer(der.toString('binary')));
			const info = pki.decryptPrivateKeyInfo(encrypted, password) as typeof encrypted | null;
			if (info === null) return null;
			const key = Buffer.from(asn1.toDer(info).getBytes(), 'binary');
			return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
		}, fields.key);
	} catch (cause) {
		const isNamed = cause instanceof CredentialFieldError;
		// forge's word for an unknown algorithm.
		const isUnsupported = /unsupported/i.test(String(cause));
		if (isNamed || isUnsupported) throw isNamed ? cause : unsupported(fields);
		return null;
	}
}

/** RFC 1421, with a derivation of one iteration. OpenSSL 3 has retired DES and RC2, which older tools used. */
async function decryptTraditional(
	pem: string,
	password: string,
	fields: PrivateKeyFields,
): Promise<KeyObject | null> {
	const key = toKeyObject(pem, password);
	if (key !== null) return key;
	try {
		return await readWithForge(({ pki }) => {
			const decrypted = pki.decryptRsaPrivateKey(pem, password) as
				Parameters<typeof pki.privateKeyToPem>[0] | null;
			return decrypted && toKeyObject(pki.privateKeyToPem(decrypted));
		}, fields.key);
	} catch {
		return null;
	}
}

function unsupported(fields: PrivateKeyFields): CredentialFieldError {
	return new CredentialFieldError(
		'UNSUPPORTED_KEY_ENCRYPTION',
		fields.key,
		`The key in '${fields.key}' uses an encryption that is not supported. Encrypt it again, for example with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -out new.pem`,
	);
}
