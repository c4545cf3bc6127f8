/** Rejects keys that Mastercard does not accept, and damaged ones, before they are used. */
import { createPublicKey, publicEncrypt, sign, verify, type KeyObject } from 'node:crypto';
import { MAX_KEY_BITS } from '../limits';
import { CredentialFieldError } from './CredentialFieldError';

const MINIMUM_BITS = 2048;

/**
 * @param key private, or the public key of a certificate
 * @throws CredentialFieldError unless it is RSA with 2048 to 8192 bits, and intact
 */
export function checkRsaKey(key: KeyObject, field: string): void {
	if (key.asymmetricKeyType !== 'rsa') {
		throw new CredentialFieldError(
			'NOT_RSA',
			field,
			`The key in '${field}' is not an RSA key. Mastercard uses RSA keys of ${MINIMUM_BITS} bits or more.`,
		);
	}
	const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
	if (bits < MINIMUM_BITS) {
		throw new CredentialFieldError(
			'KEY_TOO_SHORT',
			field,
			`The key in '${field}' has ${bits} bits. Mastercard uses RSA keys of ${MINIMUM_BITS} bits or more.`,
		);
	}
	if (bits > MAX_KEY_BITS) {
		throw new CredentialFieldError(
			'KEY_TOO_LONG',
			field,
			`The key in '${field}' has ${bits} bits; signing with it would block n8n. Use an RSA key of ${MINIMUM_BITS} to ${MAX_KEY_BITS} bits.`,
		);
	}
	if (!isIntact(key)) {
		throw new CredentialFieldError(
			'UNREADABLE',
			field,
			`The key in '${field}' is damaged: part of it is missing or changed. Paste the whole original file again.`,
		);
	}
}

/** OpenSSL parses keys without checking their numbers; it fails, or signs wrongly, only when they are used. */
function isIntact(key: KeyObject): boolean {
	const probe = Buffer.from('probe');
	try {
		if (key.type === 'public') return publicEncrypt(key, probe).length > 0;
		return verify('sha256', probe, createPublicKey(key), sign('sha256', probe, key));
	} catch {
		return false;
	}
}
