/** JWE in compact serialization (RFC 7516). Of what is received, only what Mastercard documents gets as far as a key. */
import { constants } from 'node:crypto';
import { MAX_RESPONSE_BYTES } from '../limits';
import { tryOrUndefined } from '../tryOrUndefined';
import { isPlainObject } from './isPlainObject';
import { PayloadEncryptionError } from './PayloadEncryptionError';

export interface CompactJwe {
	enc: keyof typeof CONTENT_ENCRYPTION;
	/** As spelled: the additional authenticated data. */
	header: string;
	encryptedKey: Buffer;
	iv: Buffer;
	ciphertext: Buffer;
	tag: Buffer;
}

/** RSA-OAEP-256, as `publicEncrypt` and `privateDecrypt` take it. */
export const KEY_WRAP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

/** RFC 7518 specifies an IV of 12 bytes with GCM; Mastercard's Node, Java and Python libraries write 16. */
export const CONTENT_ENCRYPTION = {
	A128GCM: { cipher: 'aes-128-gcm', keyBytes: 16, ivBytes: [12, 16] },
	A192GCM: { cipher: 'aes-192-gcm', keyBytes: 24, ivBytes: [12, 16] },
	A256GCM: { cipher: 'aes-256-gcm', keyBytes: 32, ivBytes: [12, 16] },
	'A128CBC-HS256': { cipher: 'aes-128-cbc', keyBytes: 32, ivBytes: [16] },
} as const;

type FiveParts<Part> = [Part, Part, Part, Part, Part];

export const TAG_BYTES = 16;

/**
 * @param text in base64url, or with the `/` and `+` that Mastercard's Node library leaves in
 * @throws PayloadEncryptionError for anything else, before any key is used
 */
export function parseCompactJwe(text: string): CompactJwe {
	const parts = text.split('.', 6);
	if (text.length > MAX_RESPONSE_BYTES || parts.length !== 5) {
		throw new PayloadEncryptionError('NOT_ENCRYPTED');
	}
	const [headerBytes, encryptedKey, iv, ciphertext, tag] = parts.map(decode) as FiveParts<Buffer>;
	const enc = acceptedEncryption(headerBytes.toString('utf8'));
	if (enc === undefined || !hasAcceptedIv(enc, iv) || tag.length !== TAG_BYTES) {
		throw new PayloadEncryptionError('UNSUPPORTED_ENCRYPTION');
	}
	const [header] = parts as FiveParts<string>;
	return { enc, header, encryptedKey, iv, ciphertext, tag };
}

/**
 * Node's decoder skips characters that do not belong and bits that are left over, so that several spellings mean the same
 * bytes; a part that does not read back as itself was tampered with.
 */
function decode(part: string): Buffer {
	const bytes = Buffer.from(part, 'base64url');
	const canonical = part.replace(/\+/g, '-').replace(/\//g, '_');
	if (part === '' || bytes.toString('base64url') !== canonical) {
		throw new PayloadEncryptionError('NOT_ENCRYPTED');
	}
	return bytes;
}

/** `zip` and `crit` would change what decrypting means, so a header with them is not accepted. */
function acceptedEncryption(text: string): CompactJwe['enc'] | undefined {
	const header: unknown = tryOrUndefined(() => JSON.parse(text));
	if (!isPlainObject(header)) throw new PayloadEncryptionError('NOT_ENCRYPTED');
	const { alg, enc, zip, crit } = header;
	if (alg !== 'RSA-OAEP-256' || zip !== undefined || crit !== undefined) return undefined;
	return typeof enc === 'string' && Object.hasOwn(CONTENT_ENCRYPTION, enc)
		? (enc as CompactJwe['enc'])
		: undefined;
}

function hasAcceptedIv(enc: CompactJwe['enc'], iv: Buffer): boolean {
	const lengths: readonly number[] = CONTENT_ENCRYPTION[enc].ivBytes;
	return lengths.includes(iv.length);
}
