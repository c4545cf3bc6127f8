/** The fences around a received JWE: only what Mastercard documents gets as far as a key. */
import { isPlainObject } from './isPlainObject';
import { PayloadEncryptionError } from './PayloadEncryptionError';

export interface CompactJwe {
	enc: 'A128GCM' | 'A192GCM' | 'A256GCM' | 'A128CBC-HS256';
	/** As spelled: the additional authenticated data. */
	header: string;
	encryptedKey: Buffer;
	iv: Buffer;
	ciphertext: Buffer;
	tag: Buffer;
}

/** Far above any answer of these APIs; a bound on the memory that a forged one can take. */
const MAX_CHARACTERS = 32 * 1024 * 1024;
const TAG_BYTES = 16;
/** RFC 7518 asks for 12 bytes with GCM; Mastercard's Node, Java and Python libraries write 16. */
const IV_BYTES: Record<string, number[]> = {
	A128GCM: [12, 16],
	A192GCM: [12, 16],
	A256GCM: [12, 16],
	'A128CBC-HS256': [16],
};

/**
 * @param token JWE compact serialisation, in base64url or with the `/` and `+` that Mastercard's Node library leaves in
 * @throws PayloadEncryptionError for anything else, before any key is used
 */
export function parseCompactJwe(token: string): CompactJwe {
	const parts = token.split('.', 6);
	if (token.length > MAX_CHARACTERS || parts.length !== 5) {
		throw new PayloadEncryptionError('NOT_ENCRYPTED');
	}
	const [headerBytes, encryptedKey, iv, ciphertext, tag] = parts.map(decode) as Buffer[];
	if (!headerBytes || !encryptedKey || !iv || !ciphertext || !tag) {
		throw new PayloadEncryptionError('NOT_ENCRYPTED');
	}
	const enc = acceptedEncryption(headerBytes.toString('utf8'));
	if (!enc || !IV_BYTES[enc]?.includes(iv.length) || tag.length !== TAG_BYTES) {
		throw new PayloadEncryptionError('UNSUPPORTED_ENCRYPTION');
	}
	return { enc, header: parts[0] as string, encryptedKey, iv, ciphertext, tag };
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
	const header = parseJson(text);
	if (!isPlainObject(header)) throw new PayloadEncryptionError('NOT_ENCRYPTED');
	const { alg, enc, zip, crit } = header;
	if (alg !== 'RSA-OAEP-256' || zip !== undefined || crit !== undefined) return undefined;
	return typeof enc === 'string' && Object.hasOwn(IV_BYTES, enc)
		? (enc as CompactJwe['enc'])
		: undefined;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
