// Opens a JWE in compact form (RFC 7516), as leniently in spelling and as strictly in integrity as a server should be.
import {
	constants,
	createDecipheriv,
	createHmac,
	privateDecrypt,
	timingSafeEqual,
	type KeyObject,
} from 'node:crypto';
import { fromLenientBase64 } from './base64';

const GCM_KEY_BYTES: Record<string, number> = { A128GCM: 16, A192GCM: 24, A256GCM: 32 };

interface Parts {
	header: string;
	key: Buffer;
	iv: Buffer;
	ciphertext: Buffer;
	tag: Buffer;
}

/**
 * Decrypts `token` with the private key whose certificate clients encrypt to.
 * @returns the plaintext, or undefined when the token is not one for this key or was changed on its way; like
 *          Mastercard, this server does not say which
 */
export function openJwe(token: string, privateKey: KeyObject): string | undefined {
	const parts = split(token);
	if (parts === undefined) return undefined;
	try {
		const { alg, enc } = JSON.parse(Buffer.from(parts.header, 'base64').toString()) as {
			alg?: unknown;
			enc?: unknown;
		};
		if (alg !== 'RSA-OAEP-256' || typeof enc !== 'string') return undefined;
		const padding = constants.RSA_PKCS1_OAEP_PADDING;
		const contentKey = privateDecrypt({ key: privateKey, padding, oaepHash: 'sha256' }, parts.key);
		return decryptContent(enc, contentKey, parts)?.toString('utf8');
	} catch {
		return undefined;
	}
}

function split(token: string): Parts | undefined {
	const segments = token.split('.');
	const [header, key, iv, ciphertext, tag] = segments.map(fromLenientBase64);
	if (segments.length !== 5 || !header || !key || !iv || !ciphertext || !tag) return undefined;
	return { header: segments[0] ?? '', key, iv, ciphertext, tag };
}

function decryptContent(enc: string, contentKey: Buffer, parts: Parts): Buffer | undefined {
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
function decryptCbc(contentKey: Buffer, parts: Parts): Buffer | undefined {
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
