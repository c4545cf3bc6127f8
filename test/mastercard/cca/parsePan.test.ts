import fc from 'fast-check';
import { parsePan } from '../../../mastercard/cca/parsePan';
import { cardNumber } from '../../support/cardNumbers';
import { getRejection } from '../../support/getRejection';

const DOCUMENTED_TEST_CARDS = [
	'5425233430109903',
	'5408577159639842',
	'5537502036796908',
	'5779964451763663',
	'5407502036052150',
	'2222420000001113',
	'5255923576711240',
];

test.each(DOCUMENTED_TEST_CARDS)('accepts the documented test card %s', (pan) => {
	expect(parsePan(pan)).toBe(pan);
});

test('accepts any card number of 16 to 19 digits with a correct check digit, however it is grouped', () => {
	const separator = fc.constantFrom('', ' ', '-', '  ', '\u00a0', '\u2011', '\u2013');
	fc.assert(
		fc.property(
			cardNumber(),
			fc.array(separator, { minLength: 20, maxLength: 20 }),
			(pan, gaps) => {
				const grouped = [...pan].map((digit, index) => `${gaps[index] ?? ''}${digit}`).join('');
				expect(parsePan(grouped)).toBe(pan);
			},
		),
	);
});

test('rejects any single mistyped digit', () => {
	fc.assert(
		fc.property(cardNumber(), fc.nat(), fc.integer({ min: 1, max: 9 }), (pan, where, shift) => {
			const position = where % pan.length;
			const wrong = String((Number(pan[position]) + shift) % 10);
			const mistyped = pan.slice(0, position) + wrong + pan.slice(position + 1);
			expect(getRejection(() => parsePan(mistyped)).code).toBe('PAN_CHECK_DIGIT');
		}),
	);
});

test('rejects two swapped adjacent digits, except 0 and 9', () => {
	fc.assert(
		fc.property(cardNumber(), fc.nat(), (pan, where) => {
			const position = where % (pan.length - 1);
			const [left, right] = [pan[position], pan[position + 1]];
			fc.pre(left !== right && !['09', '90'].includes(`${left}${right}`));
			const swapped = `${pan.slice(0, position)}${right}${left}${pan.slice(position + 2)}`;
			expect(getRejection(() => parsePan(swapped)).code).toBe('PAN_CHECK_DIGIT');
		}),
	);
});

test('never repeats any part of the value in an error', () => {
	const notAPan = fc.oneof(
		fc.stringMatching(/^[4-9]{4,15}$/),
		fc.stringMatching(/^[4-9]{20,30}$/),
		fc.stringMatching(/^[4-9]{8}[a-f][4-9]{8}$/),
		cardNumber().map((pan) => pan.slice(0, -1) + String((Number(pan.at(-1)) + 1) % 10)),
		fc.double({ noInteger: true, noNaN: true, min: 1e15, max: 1e18 }),
		cardNumber().map((pan) => [pan]),
	);
	fc.assert(
		fc.property(notAPan, (value) => {
			const { message, hint } = getRejection(() => parsePan(value));
			const digits = String(value).replace(/[^0-9]/g, '');
			for (let start = 0; start + 4 <= digits.length; start++)
				expect(message + hint).not.toContain(digits.slice(start, start + 4));
		}),
	);
});

test.each([
	[undefined, 'PAN_MISSING'],
	[null, 'PAN_MISSING'],
	['', 'PAN_MISSING'],
	['   ', 'PAN_MISSING'],
	[' - ', 'PAN_MISSING'],
	[5.425233430109903e18, 'PAN_ROUNDED'],
	[true, 'PAN_NOT_TEXT'],
	[{ pan: '5425233430109903' }, 'PAN_NOT_TEXT'],
	['5425_2334_3010_9903', 'PAN_NOT_DIGITS'],
	['5.42523E+15', 'PAN_NOT_DIGITS'],
	['٥٤٢٥٢٣٣٤٣٠١٠٩٩٠٣', 'PAN_NOT_DIGITS'],
	['542523343010990', 'PAN_LENGTH'],
	['54252334301099035425', 'PAN_LENGTH'],
])('rejects %j as %s', (value, code) => {
	const failedAuthentication = getRejection(() => parsePan(value));
	expect(failedAuthentication.code).toBe(code);
	expect(failedAuthentication.message).toContain("'Customer PAN'");
	expect(failedAuthentication.hint).not.toBe('');
});

test('accepts a 16-digit number that a spreadsheet kept exactly', () => {
	expect(parsePan(5425233430109903)).toBe('5425233430109903');
});

test('a mistyped card number is called so', () => {
	expect(getRejection(() => parsePan('5425233430109904')).message).toMatch(
		/^'Customer PAN' has a wrong check digit/,
	);
});
