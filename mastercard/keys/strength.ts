/** Which keys are strong enough: those that Mastercard takes, and those that seal cards. */
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

/** By the names that Node.js gives them: P-256, P-384 and P-521, the curves of ECDH-ES in RFC 7518. */
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

/**
 * @param key of either half of the pair
 * @throws CredentialFieldError unless it is RSA with 2048 bits or more, or EC on P-256, P-384 or P-521
 */
export function checkSealingStrength(key: KeyObject, field: string): void {
	const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
	if (key.asymmetricKeyType === 'rsa' && modulusLength >= MINIMUM_BITS) return;
	if (key.asymmetricKeyType === 'ec' && CURVES.includes(namedCurve)) return;
	throw new CredentialFieldError(
		'UNSUITABLE_KEY',
		field,
		`The key in '${field}' is not suitable for sealed cards. Use an elliptic-curve key on P-256, P-384 or P-521, or an RSA key of ${MINIMUM_BITS} bits or more.`,
	);
}
