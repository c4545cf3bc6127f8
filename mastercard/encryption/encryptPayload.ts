/** Encrypts a whole request body as one JWE (RFC 7516), or fails: a body never leaves half encrypted or in clear. */
import type { X509Certificate } from 'node:crypto';
import { ENGINE_FIELD, jweEngine } from './jweEngine';
import { isPlainObject } from './isPlainObject';
import { PayloadEncryptionError } from './PayloadEncryptionError';

const TOKEN = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){4}$/;

export interface EncryptOptions {
	/** Mastercard's "Client Encryption Key". */
	certificate: X509Certificate;
	/** Name of the only field of the encrypted body, e.g. `encryptedData`. */
	fieldName: string;
}

/**
 * @param body a plain object, left as it is. Bare texts are refused: Mastercard's library would read a 19-digit PAN as a
 * number and round it.
 * @returns `{ [fieldName]: token }` with RSA-OAEP-256 and A256GCM, in base64url
 * @throws PayloadEncryptionError
 */
export function encryptPayload(
	body: object,
	{ certificate, fieldName }: EncryptOptions,
): Record<string, string> {
	if (!isPlainObject(body)) throw new PayloadEncryptionError('NOT_AN_OBJECT');
	const plaintextLength = Buffer.byteLength(JSON.stringify(body));
	// The engine writes into the object that it is given, hence the copy.
	const { body: encrypted } = jweEngine(certificate).encrypt('/', {}, { ...body });
	const token = toBase64Url(onlyField(encrypted));
	const ciphertext = Buffer.from(token?.split('.')[3] ?? '', 'base64url');
	if (token === undefined || !TOKEN.test(token) || ciphertext.length !== plaintextLength) {
		throw new PayloadEncryptionError('NOTHING_ENCRYPTED');
	}
	return { [fieldName]: token };
}

function onlyField(encrypted: unknown): string | undefined {
	if (!isPlainObject(encrypted) || Object.keys(encrypted).length !== 1) return undefined;
	const value = encrypted[ENGINE_FIELD];
	return typeof value === 'string' ? value : undefined;
}

/**
 * The library leaves `/` in (client-encryption-nodejs issue 103), and Mastercard's Java library cannot read that. The
 * header, which the authentication tag covers as it is spelled, never has one: in Base64 of ASCII text a `/` (six one
 * bits) can only stand for `?` or DEL in third place, and its fixed names, algorithms and hexadecimal kid have neither.
 */
function toBase64Url(token: string | undefined): string | undefined {
	const [header, ...parts] = token?.split('.') ?? [];
	return header && [header, ...parts.map((part) => part.replace(/\//g, '_'))].join('.');
}
