/** Checks the format of a consumer key before anything is sent. */
import { CredentialFieldError } from './CredentialFieldError';

export const CONSUMER_KEY_FIELD = 'Consumer Key';

/** All known keys have 48 characters on each side of the exclamation mark: client ID and key ID. */
const HALF_LENGTH = 48;
const SHAPE = /^[A-Za-z0-9._~-]+![A-Za-z0-9._~-]+$/;

/**
 * @param text the field's content
 * @param anyLength accept halves of other lengths. Set for the custom environment, because test servers may use other
 * lengths; elsewhere a wrong length nearly always means that the key was not copied completely.
 * @returns the key without surrounding whitespace
 * @throws CredentialFieldError naming the field and the expected format
 */
export function parseConsumerKey(text: string, anyLength = false): string {
	const key = text.trim();
	const reject = (code: CredentialFieldError['code'], what: string): CredentialFieldError =>
		new CredentialFieldError(
			code,
			CONSUMER_KEY_FIELD,
			`'${CONSUMER_KEY_FIELD}' ${what}. Copy the whole consumer key from your project on Mastercard Developers: ${HALF_LENGTH} characters, an exclamation mark, and ${HALF_LENGTH} more.`,
		);

	if (key === '') throw reject('MISSING', 'is empty');
	if (/\s/.test(key)) throw reject('MALFORMED_CONSUMER_KEY', 'contains a space or line break');
	const halves = key.split('!');
	if (halves.length !== 2) {
		throw reject(
			'MALFORMED_CONSUMER_KEY',
			halves.length === 1 ? 'has no exclamation mark' : 'has more than one exclamation mark',
		);
	}
	if (!SHAPE.test(key)) {
		throw reject(
			'MALFORMED_CONSUMER_KEY',
			halves.includes('')
				? 'has nothing on one side of the exclamation mark'
				: 'contains a character that consumer keys do not have',
		);
	}
	if (!anyLength && halves.some(({ length }) => length !== HALF_LENGTH)) {
		const [before, after] = halves.map(({ length }) => length);
		throw reject(
			'MALFORMED_CONSUMER_KEY',
			`has ${before} characters before and ${after} after the exclamation mark`,
		);
	}
	return key;
}
