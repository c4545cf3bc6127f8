import { parseConsumerKey } from '../../../mastercard/keys/consumerKey';
import { CONSUMER_KEY, getFieldError } from '../../support/keyFixtures';

test('a well-formed key is accepted, and surrounding whitespace removed', () => {
	expect(parseConsumerKey(` ${CONSUMER_KEY}\n`)).toBe(CONSUMER_KEY);
});

const half = 'a'.repeat(48);
const rejections: Array<[string, string, string, RegExp]> = [
	['nothing', '  ', 'MISSING', /is empty/],
	['no exclamation mark', half + half, 'MALFORMED_CONSUMER_KEY', /no exclamation mark/],
	['two exclamation marks', `${half}!${half}!`, 'MALFORMED_CONSUMER_KEY', /more than one/],
	['an empty half', `${half}!`, 'MALFORMED_CONSUMER_KEY', /nothing on one side/],
	['a space inside', `${half}! ${half}`, 'MALFORMED_CONSUMER_KEY', /space or line break/],
	[
		'a quote inside',
		`${half.slice(1)}"!${half}`,
		'MALFORMED_CONSUMER_KEY',
		/consumer keys do not have/,
	],
	[
		'a half that was not copied whole',
		`${half}!${half.slice(5)}`,
		'MALFORMED_CONSUMER_KEY',
		/48 characters before and 43 after/,
	],
];

test.each(rejections)('%s is rejected with what is expected', (_, key, code, sentence) => {
	const error = getFieldError(() => parseConsumerKey(key));
	expect([error.code, error.field]).toEqual([code, 'Consumer Key']);
	expect(error.message).toMatch(sentence);
	expect(error.message).toMatch(/48 characters, an exclamation mark, and 48 more/);
	expect(error.message).not.toContain('aaaa');
});

test('a custom environment may use keys of any length, but no other shape', () => {
	expect(parseConsumerKey('client!key', true)).toBe('client!key');
	expect(getFieldError(() => parseConsumerKey('client', true)).code).toBe('MALFORMED_CONSUMER_KEY');
});
