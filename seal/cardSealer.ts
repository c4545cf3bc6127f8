// Seals card numbers with a public key, as compact JWE (RFC 7516).
import { createPublicKey, type KeyObject } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { CredentialFieldError } from '../mastercard/keys/CredentialFieldError';
import { checkSealingKey } from '../mastercard/keys/checkSealingKey';
import { SealError } from './SealError';

/** @returns the sealed card, another one each time */
export type CardSealer = (pan: string) => Promise<string>;

/**
 * @param pem a public key, or a certificate that holds it: RSA with 2048 bits or more, or EC on P-256, P-384 or P-521
 * @throws SealError with a sentence
 */
export function createCardSealer(pem: string): CardSealer {
	const key = readPublicKey(pem);
	const alg = key.asymmetricKeyType === 'rsa' ? 'RSA-OAEP-256' : 'ECDH-ES';
	return async (pan) =>
		await new CompactEncrypt(new TextEncoder().encode(pan))
			.setProtectedHeader({ alg, enc: 'A256GCM' })
			.encrypt(key);
}

function readPublicKey(pem: string): KeyObject {
	// Node.js would take the public half of it. But a private key does not belong on the machine that seals.
	if (pem.includes('PRIVATE KEY'))
		throw new SealError(
			'The file of --key holds the private key, which belongs into the n8n credential alone. Use the public key: openssl pkey -in private.pem -pubout -out public.pem',
		);
	try {
		const key = createPublicKey(pem);
		checkSealingKey(key, '--key');
		return key;
	} catch (error) {
		throw new SealError(
			error instanceof CredentialFieldError
				? error.message
				: 'The file of --key holds no public key in PEM form, which begins with -----BEGIN PUBLIC KEY-----.',
		);
	}
}
