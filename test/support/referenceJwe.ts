// JWE as RFC 7516 and 7518 describe it, on node:crypto alone: the other side of the payload encryption tests.
import {
	constants,
	createCipheriv,
	createDecipheriv,
	createHmac,
	privateDecrypt,
	publicEncrypt,
	randomBytes,
	type CipherGCMTypes,
	type KeyObject,
} from 'node:crypto';

export interface EncryptOptions {
	enc?: string;
	alg?: string;
	ivBytes?: number;
	/** More header members, or others. */
	header?: object;
	/** Of the key wrap. */
	oaepHash?: string;
}

const GCM_KEY_BYTES: Record<string, number> = { A128GCM: 16, A192GCM: 24, A256GCM: 32 };
const CBC_KEY_BYTES: Record<string, number> = { 'A128CBC-HS256': 32, 'A256CBC-HS512': 64 };

export function encrypt(
	plaintext: string,
	publicKey: KeyObject,
	options: EncryptOptions = {},
): string {
	const { enc = 'A256GCM', alg = 'RSA-OAEP-256', oaepHash = 'sha256' } = options;
	const header = Buffer.from(JSON.stringify({ alg, enc, ...options.header })).toString('base64url');
	const isGcm = enc in GCM_KEY_BYTES;
	const contentKey = randomBytes(GCM_KEY_BYTES[enc] ?? CBC_KEY_BYTES[enc] ?? 32);
	const iv = randomBytes(options.ivBytes ?? (isGcm ? 12 : 16));
	const { ciphertext, tag } = isGcm
		? gcm(plaintext, contentKey, iv, header)
		: cbc(plaintext, contentKey, iv, header);
	const wrapped = publicEncrypt(
		{ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash },
		contentKey,
	);
	return [header, ...[wrapped, iv, ciphertext, tag].map((part) => part.toString('base64url'))].join(
		'.',
	);
}

function gcm(plaintext: string, key: Buffer, iv: Buffer, header: string) {
	const cipher = createCipheriv(`aes-${key.length * 8}-gcm` as CipherGCMTypes, key, iv);
	cipher.setAAD(Buffer.from(header, 'ascii'));
	const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
	return { ciphertext, tag: cipher.getAuthTag() };
}

function cbc(plaintext: string, key: Buffer, iv: Buffer, header: string) {
	const half = key.length / 2;
	const cipher = createCipheriv(`aes-${half * 8}-cbc`, key.subarray(half), iv);
	const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
	const bits = Buffer.alloc(8);
	bits.writeUInt32BE(header.length * 8, 4);
	const tag = createHmac(half === 16 ? 'sha256' : 'sha512', key.subarray(0, half))
		.update(header, 'ascii')
		.update(iv)
		.update(ciphertext)
		.update(bits)
		.digest()
		.subarray(0, half);
	return { ciphertext, tag };
}

/** Opens A256GCM, strictly: base64url only, IV of 12 or 16 bytes. */
export function open(token: string, privateKey: KeyObject): { header: unknown; plaintext: string } {
	const parts = token.split('.');
	if (parts.length !== 5 || parts.some((part) => !/^[A-Za-z0-9_-]+$/.test(part))) {
		throw new Error('not a JWE in base64url');
	}
	const [header = '', ...rest] = parts;
	const [wrapped, iv, ciphertext, tag] = rest.map((part) => Buffer.from(part, 'base64url')) as [
		Buffer,
		Buffer,
		Buffer,
		Buffer,
	];
	const contentKey = privateDecrypt(
		{ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
		wrapped,
	);
	const decipher = createDecipheriv('aes-256-gcm', contentKey, iv, { authTagLength: 16 });
	decipher.setAAD(Buffer.from(header, 'ascii'));
	decipher.setAuthTag(tag);
	const plaintext = Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
	return { header: JSON.parse(Buffer.from(header, 'base64url').toString('utf8')), plaintext };
}
