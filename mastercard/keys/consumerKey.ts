/** Checks the shape of a consumer key before Mastercard has to refuse it. */
import { CredentialFieldError } from './CredentialFieldError';

export const CONSUMER_KEY_FIELD = 'Consumer Key';

/** Every key seen has 48 characters on both sides of the exclamation mark: client ID and key ID. */
const HALF_LENGTH = 48;
const SHAPE = /^[A-Za-z0-9._~-]+![A-Za-z0-9._~-]+$/;

/**
 * @param text the field's content
 * @param anyLength accept halves of other lengths. Set for the custom environment, which a stand-in for Mastercard or
 * a key of a length not seen so far needs; elsewhere a wrong length is nearly always a key that was not copied whole.
 * @returns the key without surrounding whitespace
 * @throws CredentialFieldError with what is expected
 */
export function parseConsumerKey(text: string, anyLength = false): string {
	const key = text.trim();
	const refuse = (code: CredentialFieldError['code'], what: string): CredentialFieldError =>
		new CredentialFieldError(
			code,
			CONSUMER_KEY_FIELD,
			`'${CONSUMER_KEY_FIELD}' ${what}. Copy the whole consumer key from your project on Mastercard Developers: ${HALF_LENGTH} characters, an exclamation mark, and ${HALF_LENGTH} more.`,
		);

	if (key === '') throw refuse('MISSING', 'is empty');
	if (/\s/.test(key)) throw refuse('MALFORMED_CONSUMER_KEY', 'has a space or line break inside');
	const halves = key.split('!');
	if (halves.length !== 2) {
		throw refuse(
			'MALFORMED_CONSUMER_KEY',
			halves.length === 1 ? 'has no exclamation mark' : 'has more than one exclamation mark',
		);
	}
	if (!SHAPE.test(key)) {
		throw refuse(
			'MALFORMED_CONSUMER_KEY',
			halves.includes('')
				? 'has nothing on one side of the exclamation mark'
				: 'has a character that does not occur in consumer keys',
		);
	}
	if (!anyLength && halves.some(({ length }) => length !== HALF_LENGTH)) {
		const [client = '', keyId = ''] = halves;
		throw refuse(
			'MALFORMED_CONSUMER_KEY',
			`has ${client.length} characters before and ${keyId.length} after the exclamation mark`,
		);
	}
	return key;
}
