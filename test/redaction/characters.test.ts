import { getKind, mayHoldCard, OTHER } from '../../redaction/characters';

test.each([
	...Array.from('0123456789', (digit) => [digit, Number(digit)] as const),
	...(['５', '𝟓', '⁵', '₅', '⑤'] as const).map((digit) => [digit, 5] as const),
])('%s is the digit %d', (digit, value) => {
	expect(getKind(digit.codePointAt(0) ?? 0)).toBe(value);
	// A second time, from the table.
	expect(getKind(digit.codePointAt(0) ?? 0)).toBe(value);
});

test.each(['a', 'Z', 'é', '漢', '⑫', '⒓', '½', '𝐀'])('%s is no digit, and no gap', (char) => {
	const kind = getKind(char.codePointAt(0) ?? 0);
	expect(kind).toBeLessThan(0);
	expect(kind).not.toBe(OTHER);
});

test.each([' ', '-', '.', '%', '\n', '\u200b', '😀'])('%j may stand between digits', (char) => {
	expect(getKind(char.codePointAt(0) ?? 0)).toBe(OTHER);
});

describe('a text may hold a card', () => {
	test.each([
		['thirteen digits', '1234567890123', true],
		['twelve digits', '123456789012', false],
		['six characters between two digits', '1------234567890123', true],
		['seven characters between two digits', '1-------234567890123', false],
		['a letter between two digits', '1234567a890123', false],
		['digits beyond ASCII', '１２３４５６７８９０１２３', true],
		['nothing', '', false],
	])('%s: %s', (_, text, expected) => {
		expect(mayHoldCard(text)).toBe(expected);
		expect(mayHoldCard(`word ${text} word`)).toBe(expected);
	});
});
