/** Rejects keys that are not suitable for sealed cards. */
import type { KeyObject } from 'node:crypto';
import { MAX_KEY_BITS } from '../limits';
import { CredentialFieldError } from './CredentialFieldError';

const MINIMUM_BITS = 2048;

/** By the names that Node.js gives them: P-256, P-384 and P-521, the curves of ECDH-ES in RFC 7518. */
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

/**
 * @param key of either half of the pair
 * @throws CredentialFieldError unless it is RSA with 2048 to 8192 bits, or EC on P-256, P-384 or P-521
 */
export function checkSealingKey(key: KeyObject, field: string): void {
	const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
	const isRsa = key.asymmetricKeyType === 'rsa';
	if (isRsa && modulusLength >= MINIMUM_BITS && modulusLength <= MAX_KEY_BITS) return;
	if (key.asymmetricKeyType === 'ec' && CURVES.includes(namedCurve)) return;
	throw new CredentialFieldError(
		'UNSUITABLE_KEY',
		field,
		`The key in '${field}' is not suitable for sealed cards. Use an elliptic-curve key on P-256, P-384 or P-521, or an RSA key of ${MINIMUM_BITS} bits or more.`,
	);
}
