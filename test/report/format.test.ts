// Numbers as the report writes them.
import {
	formatAmount,
	formatCell,
	formatChange,
	formatCount,
	formatIndex,
	formatPlural,
	formatReasons,
	formatScore,
	formatShare,
	isSmallCell,
} from '../../report/format';

test.each([formatCount, formatAmount, formatScore, formatShare, formatIndex, formatChange])(
	'%p of a value that does not exist is a dash, never a zero',
	(format) => {
		expect(format(null)).toBe('–');
		expect(format(0)).toMatch(/^0/);
	},
);

test.each([
	[1_234_567.6, '1,234,568'],
	[-1_200, '−1,200'],
	[-0.4, '0'],
])('the count or amount %p is %p', (value, expected) => {
	expect([formatCount(value), formatAmount(value)]).toEqual([expected, expected]);
});

test.each([
	[1_234.56, '1,234.6'],
	[-12, '−12'],
	[-0.01, '0'],
])('the score %p is %p', (value, expected) => {
	expect(formatScore(value)).toBe(expected);
});

test.each([
	[0.1234, '12.3%'],
	[-0.5, '−50%'],
	[-0.0001, '0%'],
])('the share %p is %p', (value, expected) => {
	expect(formatShare(value)).toBe(expected);
});

test.each([
	[0, '0.000'],
	[1.23456, '1.235'],
])('the index %p has three digits: %p', (value, expected) => {
	expect(formatIndex(value)).toBe(expected);
});

test('a change has its sign, in the format of its value', () => {
	expect([12, 0, -12].map((value) => formatChange(value))).toEqual(['+12', '0', '−12']);
	expect([0.1, -0.1].map((value) => formatChange(value, formatShare))).toEqual(['+10%', '−10%']);
});

test.each([
	[0, '', true],
	[1, '<5', true],
	[4, '<5', true],
	[5, '5', false],
	[1_000, '1,000', false],
])('a cell of %p cards is %p', (cards, expected, isSmall) => {
	expect([formatCell(cards), isSmallCell(cards)]).toEqual([expected, isSmall]);
});

test('one is singular, everything else plural', () => {
	expect([0, 1, 2].map((count) => formatPlural(count, 'card'))).toEqual([
		'0 cards',
		'1 card',
		'2 cards',
	]);
	expect(formatPlural(2, 'business', 'businesses')).toBe('2 businesses');
});

test('several reasons are one text that begins with a capital letter', () => {
	expect(formatReasons(['score fell', 'moved down'])).toBe('Score fell; moved down');
	expect(formatReasons([])).toBe('');
});
