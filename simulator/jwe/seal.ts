// Seals an answer as a compact JWE, RSA-OAEP-256 with A256GCM.
import {
	constants,
	createCipheriv,
	createHash,
	publicEncrypt,
	randomBytes,
	type KeyObject,
} from 'node:crypto';
import { base64url } from './base64';

/** How a token is sealed; everything but the key has the documented default. */
export interface Seal {
	publicKey: KeyObject;
	/** 12 as RFC 7518 asks and most of Mastercard's libraries do, or 16 as its Node, Java and Python ones do. */
	ivBytes: 12 | 16;
	/** Header fields that overrule the true ones, to forge `alg` or `enc`. */
	header?: Record<string, string>;
}

/** Encrypts `plaintext` (JSON text) to the key in `seal`. */
export function sealJwe(plaintext: string, seal: Seal): string {
	const header = base64url(
		JSON.stringify({
			kid: keyFingerprint(seal.publicKey),
			cty: 'application/json',
			alg: 'RSA-OAEP-256',
			enc: 'A256GCM',
			...seal.header,
		}),
	);
	const contentKey = randomBytes(32);
	const iv = randomBytes(seal.ivBytes);
	const cipher = createCipheriv('aes-256-gcm', contentKey, iv);
	cipher.setAAD(Buffer.from(header));
	const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
	const padding = constants.RSA_PKCS1_OAEP_PADDING;
	const wrapped = publicEncrypt({ key: seal.publicKey, padding, oaepHash: 'sha256' }, contentKey);
	return [header, ...[wrapped, iv, ciphertext, cipher.getAuthTag()].map(base64url)].join('.');
}

/** Mastercard's default `kid`: lower-case hex SHA-256 of the public key's SubjectPublicKeyInfo. */
export function keyFingerprint(publicKey: KeyObject): string {
	const der = publicKey.export({ type: 'spki', format: 'der' });
	return createHash('sha256').update(der).digest('hex');
}
