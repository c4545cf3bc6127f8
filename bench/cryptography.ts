// The least that a call can cost: sign a request, encrypt 20 cards, decrypt a response, with node:crypto alone.
import {
	constants,
	createCipheriv,
	createDecipheriv,
	createHash,
	generateKeyPairSync,
	privateDecrypt,
	publicEncrypt,
	randomBytes,
	sign,
} from 'node:crypto';

const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

/** About the size of a response for 20 cards. */
const RESPONSE_BYTES = 5_000;
const REQUEST_BYTES = 1_400;

/** Makes a function that does the cryptography for a number of calls. */
export function createCryptographyRun(calls: number): () => Promise<void> {
	const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const contentKey = randomBytes(32);
	const wrapped = publicEncrypt({ key: publicKey, ...OAEP }, contentKey);
	const iv = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', contentKey, iv);
	const response = Buffer.concat([cipher.update(randomBytes(RESPONSE_BYTES)), cipher.final()]);
	const tag = cipher.getAuthTag();
	const request = randomBytes(REQUEST_BYTES);

	const call = (): void => {
		const key = randomBytes(32);
		publicEncrypt({ key: publicKey, ...OAEP }, key);
		const encryption = createCipheriv('aes-256-gcm', key, randomBytes(16));
		const body = Buffer.concat([encryption.update(request), encryption.final()]).toString('base64');
		const hash = createHash('sha256').update(body).digest();
		sign('sha256', hash, privateKey);
		const decryption = createDecipheriv(
			'aes-256-gcm',
			privateDecrypt({ key: privateKey, ...OAEP }, wrapped),
			iv,
		).setAuthTag(tag);
		Buffer.concat([decryption.update(response), decryption.final()]);
	};
	return () => {
		for (let done = 0; done < calls; done++) call();
		return Promise.resolve();
	};
}
