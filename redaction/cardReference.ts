/** A stable name for a card that cannot be turned back into its number. */
import { createHmac } from 'node:crypto';

import { withoutSeparators } from './maskPan';

/**
 * HMAC-SHA256 of the entire card number (spaces and dashes dropped) under the credential's secret, as
 * base64url without padding (43 characters). The same card and key give the same reference, so runs
 * can be compared without storing cards.
 *
 * Keyed, never a bare hash: PCI DSS 3.5.1.1 requires keyed cryptographic hashes of the entire PAN.
 * Next to a 6/4 mask, a bare hash leaves 100,000 candidates, which one core tries in about a second.
 *
 * @throws RangeError when the key is empty, since that would be a bare hash in disguise.
 */
export function cardReference(pan: string, key: string): string {
	if (key.trim() === '') {
		throw new RangeError('A card reference needs a key: fill in the Card Reference Key.');
	}
	return createHmac('sha256', key).update(withoutSeparators(pan)).digest('base64url');
}
