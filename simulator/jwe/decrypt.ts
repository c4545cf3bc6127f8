// Decrypts a compact JWE (RFC 7516): lenient about the base64 variant, strict about integrity.
import {
	constants,
	createDecipheriv,
	createHmac,
	privateDecrypt,
	timingSafeEqual,
	type KeyObject,
} from 'node:crypto';
import { decodeLenientBase64 } from './base64';

const GCM_KEY_BYTES: Record<string, number> = { A128GCM: 16, A192GCM: 24, A256GCM: 32 };

interface JweParts {
	header: string;
	encryptedKey: Buffer;
	iv: Buffer;
	ciphertext: Buffer;
	tag: Buffer;
}

/**
 * Decrypts `token` with the private key that matches the clients' encryption certificate.
 * @returns the plaintext, or undefined if the token was encrypted for another key, malformed or tampered with; like
 *          Mastercard, the simulator does not say which
 */
export function decryptJwe(token: string, privateKey: KeyObject): string | undefined {
	const parts = parseToken(token);
	if (parts === undefined) return undefined;
	try {
		const { alg, enc } = JSON.parse(Buffer.from(parts.header, 'base64').toString()) as {
			alg?: unknown;
			enc?: unknown;
		};
		if (alg !== 'RSA-OAEP-256' || typeof enc !== 'string') return undefined;
		const padding = constants.RSA_PKCS1_OAEP_PADDING;
		const contentKey = privateDecrypt(
			{ key: privateKey, padding, oaepHash: 'sha256' },
			parts.encryptedKey,
		);
		return decryptContent(enc, contentKey, parts)?.toString('utf8');
	} catch {
		return undefined;
	}
}

function parseToken(token: string): JweParts | undefined {
	const segments = token.split('.');
	const [header, encryptedKey, iv, ciphertext, tag] = segments.map(decodeLenientBase64);
	if (segments.length !== 5 || !header || !encryptedKey || !iv || !ciphertext || !tag)
		return undefined;
	return { header: segments[0] ?? '', encryptedKey, iv, ciphertext, tag };
}

function decryptContent(enc: string, contentKey: Buffer, parts: JweParts): Buffer | undefined {
	if (enc === 'A128CBC-HS256') return decryptCbc(contentKey, parts);
	if (contentKey.length !== GCM_KEY_BYTES[enc] || parts.tag.length !== 16) return undefined;
	const decipher = createDecipheriv(
		`aes-${contentKey.length * 8}-gcm` as 'aes-256-gcm',
		contentKey,
		parts.iv,
	);
	decipher.setAAD(Buffer.from(parts.header));
	decipher.setAuthTag(parts.tag);
	return Buffer.concat([decipher.update(parts.ciphertext), decipher.final()]);
}

/** RFC 7518 section 5.2: the first half of the key authenticates, the second half encrypts. */
function decryptCbc(contentKey: Buffer, parts: JweParts): Buffer | undefined {
	const aad = Buffer.from(parts.header);
	const aadBits = Buffer.alloc(8);
	aadBits.writeBigUInt64BE(BigInt(aad.length * 8));
	const mac = createHmac('sha256', contentKey.subarray(0, 16))
		.update(Buffer.concat([aad, parts.iv, parts.ciphertext, aadBits]))
		.digest()
		.subarray(0, 16);
	if (parts.tag.length !== 16 || !timingSafeEqual(mac, parts.tag)) return undefined;
	const decipher = createDecipheriv('aes-128-cbc', contentKey.subarray(16), parts.iv);
	return Buffer.concat([decipher.update(parts.ciphertext), decipher.final()]);
}
