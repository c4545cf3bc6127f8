/** Refuses keys that Mastercard does not accept. */
import type { KeyObject } from 'node:crypto';
import { CredentialFieldError } from './CredentialFieldError';

const MINIMUM_BITS = 2048;

/**
 * @param key private, or the public key of a certificate
 * @throws CredentialFieldError unless it is RSA with 2048 bits or more
 */
export function checkStrength(key: KeyObject, field: string): void {
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
}
