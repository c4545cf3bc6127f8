/** Encrypts a whole request body as one JWE (RFC 7516), laid out as Mastercard's own libraries do. */
import {
	createCipheriv,
	createHash,
	publicEncrypt,
	randomBytes,
	type KeyObject,
	type X509Certificate,
} from 'node:crypto';
import { tryOrUndefined } from '../tryOrUndefined';
import { KEY_WRAP } from './compactJwe';
import { isPlainObject } from './isPlainObject';
import { PayloadEncryptionError } from './PayloadEncryptionError';

export interface EncryptOptions {
	/** Mastercard's "Client Encryption Key". */
	certificate: X509Certificate;
	/** Name of the only field of the encrypted body, e.g. `encryptedData`. */
	fieldName: string;
}

/** RFC 7518 specifies 12. AES-GCM takes any length, and 16 is what Mastercard's Node, Java and Python libraries send. */
const IV_BYTES = 16;

/**
 * @param body a plain object, left as it is
 * @returns `{ [fieldName]: token }` with RSA-OAEP-256 and A256GCM, in base64url
 * @throws PayloadEncryptionError, without a word about the body
 */
export function encryptPayload(
	body: object,
	{ certificate, fieldName }: EncryptOptions,
): Record<string, string> {
	if (!isPlainObject(body)) throw new PayloadEncryptionError('NOT_AN_OBJECT');
	const token = tryOrUndefined(() => encrypt(JSON.stringify(body), certificate.publicKey));
	if (token === undefined) throw new PayloadEncryptionError('NOTHING_ENCRYPTED');
	return { [fieldName]: token };
}

function encrypt(plaintext: string, publicKey: KeyObject): string {
	const contentKey = randomBytes(32);
	const iv = randomBytes(IV_BYTES);
	const header = headerFor(publicKey);
	const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header));
	const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
	const encryptedKey = publicEncrypt({ ...KEY_WRAP, key: publicKey }, contentKey);
	const parts = [encryptedKey, iv, ciphertext, cipher.getAuthTag()];
	return [header, ...parts.map((part) => part.toString('base64url'))].join('.');
}

/** Exporting a key takes seven times as long as encrypting with it, so each key's header is made once. */
const headers = new WeakMap<KeyObject, string>();

function headerFor(publicKey: KeyObject): string {
	const header = headers.get(publicKey) ?? createHeader(publicKey);
	headers.set(publicKey, header);
	return header;
}

/** Mastercard's libraries write these members in this order. `kid`: SHA-256 of the SubjectPublicKeyInfo, in hexadecimal. */
function createHeader(publicKey: KeyObject): string {
	const spki = publicKey.export({ type: 'spki', format: 'der' });
	const kid = createHash('sha256').update(spki).digest('hex');
	const header = { kid, cty: 'application/json', alg: 'RSA-OAEP-256', enc: 'A256GCM' };
	return Buffer.from(JSON.stringify(header)).toString('base64url');
}
