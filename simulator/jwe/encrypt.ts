// Encrypts a response as a compact JWE with RSA-OAEP-256 and A256GCM.
import {
	constants,
	createCipheriv,
	createHash,
	publicEncrypt,
	randomBytes,
	type KeyObject,
} from 'node:crypto';
import { encodeBase64url } from './base64';

export interface EncryptionOptions {
	publicKey: KeyObject;
	/** 12 as RFC 7518 requires and most of Mastercard's libraries use, or 16 like its Node.js, Java and Python libraries. */
	ivBytes: 12 | 16;
	/** Header fields that replace the correct ones, to forge `alg` or `enc`. */
	header?: Record<string, string>;
}

/** Encrypts `plaintext` (JSON text). */
export function encryptJwe(plaintext: string, options: EncryptionOptions): string {
	const header = encodeBase64url(
		JSON.stringify({
			kid: getKeyFingerprint(options.publicKey),
			cty: 'application/json',
			alg: 'RSA-OAEP-256',
			enc: 'A256GCM',
			...options.header,
		}),
	);
	const contentKey = randomBytes(32);
	const iv = randomBytes(options.ivBytes);
	const cipher = createCipheriv('aes-256-gcm', contentKey, iv);
	cipher.setAAD(Buffer.from(header));
	const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
	const encryptedKey = publicEncrypt(
		{ key: options.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
		contentKey,
	);
	return [header, ...[encryptedKey, iv, ciphertext, cipher.getAuthTag()].map(encodeBase64url)].join(
		'.',
	);
}

/** Mastercard's default `kid`: lower-case hex SHA-256 of the public key's SubjectPublicKeyInfo. */
function getKeyFingerprint(publicKey: KeyObject): string {
	const der = publicKey.export({ type: 'spki', format: 'der' });
	return createHash('sha256').update(der).digest('hex');
}
