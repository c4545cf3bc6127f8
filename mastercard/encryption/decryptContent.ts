/** Decrypts and authenticates the content of a JWE (RFC 7518, sections 4.3, 5.2 and 5.3). */
import {
	createDecipheriv,
	createHmac,
	privateDecrypt,
	randomBytes,
	timingSafeEqual,
	type CipherGCMTypes,
	type KeyObject,
} from 'node:crypto';
import { tryOrUndefined } from '../tryOrUndefined';
import { CONTENT_ENCRYPTION, KEY_WRAP, TAG_BYTES, type CompactJwe } from './compactJwe';

/**
 * @returns the plaintext, in UTF-8
 * @throws when the JWE is not for this key or was changed in any part; the caller must not tell these apart
 */
export function decryptContent(jwe: CompactJwe, privateKey: KeyObject): string {
	const { cipher, keyBytes } = CONTENT_ENCRYPTION[jwe.enc];
	const contentKey = unwrapKey(jwe.encryptedKey, keyBytes, privateKey);
	const decipher =
		cipher === 'aes-128-cbc'
			? cbcDecipher(jwe, cipher, contentKey)
			: gcmDecipher(jwe, cipher, contentKey);
	return Buffer.concat([decipher.update(jwe.ciphertext), decipher.final()]).toString('utf8');
}

/**
 * A content key that cannot be unwrapped is replaced by a random one, so that this too shows only at the tag, and takes
 * as long (RFC 7516 section 11.5).
 */
function unwrapKey(encryptedKey: Buffer, keyBytes: number, privateKey: KeyObject): Buffer {
	const contentKey = tryOrUndefined(() =>
		privateDecrypt({ ...KEY_WRAP, key: privateKey }, encryptedKey),
	);
	return contentKey?.length === keyBytes ? contentKey : randomBytes(keyBytes);
}

/** `final` verifies the tag. */
function gcmDecipher({ header, iv, tag }: CompactJwe, cipher: CipherGCMTypes, contentKey: Buffer) {
	return createDecipheriv(cipher, contentKey, iv, { authTagLength: TAG_BYTES })
		.setAAD(Buffer.from(header))
		.setAuthTag(tag);
}

/**
 * The first half of the content key authenticates header, IV, ciphertext and the header's length in bits; the second half
 * decrypts. The tag is verified first: a decipher without authentication says whether padding was right.
 */
function cbcDecipher(
	{ header, iv, ciphertext, tag }: CompactJwe,
	cipher: string,
	contentKey: Buffer,
) {
	const headerBits = Buffer.alloc(8);
	headerBits.writeBigUInt64BE(BigInt(header.length * 8));
	const hmac = createHmac('sha256', contentKey.subarray(0, 16))
		.update(header)
		.update(iv)
		.update(ciphertext)
		.update(headerBits)
		.digest();
	if (!timingSafeEqual(hmac.subarray(0, TAG_BYTES), tag)) throw new Error('Wrong tag');
	return createDecipheriv(cipher, contentKey.subarray(16), iv);
}
