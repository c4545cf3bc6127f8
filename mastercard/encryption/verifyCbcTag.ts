/** Checks the authentication tag of A128CBC-HS256, which Mastercard's library leaves unchecked (client-encryption-nodejs PR 92). */
import {
	constants,
	createHmac,
	privateDecrypt,
	timingSafeEqual,
	type KeyObject,
} from 'node:crypto';
import type { CompactJwe } from './compactJwe';

const KEY_BYTES = 32;

/**
 * RFC 7518 section 5.2.2: HMAC-SHA256 under the first half of the content key, over header, IV, ciphertext and the
 * header's length in bits, cut to 16 bytes.
 *
 * @returns whether the tag is genuine
 * @throws whatever `privateDecrypt` throws when the content key was not wrapped for this key
 */
export function verifyCbcTag(token: CompactJwe, privateKey: KeyObject): boolean {
	const contentKey = privateDecrypt(
		{ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
		token.encryptedKey,
	);
	if (contentKey.length !== KEY_BYTES) return false;
	const header = Buffer.from(token.header, 'ascii');
	const headerBits = Buffer.alloc(8);
	headerBits.writeBigUInt64BE(BigInt(header.length * 8));
	const expected = createHmac('sha256', contentKey.subarray(0, KEY_BYTES / 2))
		.update(Buffer.concat([header, token.iv, token.ciphertext, headerBits]))
		.digest()
		.subarray(0, token.tag.length);
	return timingSafeEqual(expected, token.tag);
}
