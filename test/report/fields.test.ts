import { getField, isRecord, toBoolean, toDay, toNumber, toText } from '../../report/fields';

test.each<[string, unknown, string | null]>([
	['a day', '2026-11-21', '2026-11-21'],
	['a day with blanks around', ' 2026-11-21 ', '2026-11-21'],
	['a time', '2026-11-21T23:59:59-05:00', '2026-11-21'],
	["JavaScript's date", new Date('2026-11-21T12:00:00Z'), '2026-11-21'],
	["a date of n8n's expressions", { toISODate: () => '2026-11-21' }, '2026-11-21'],
	['an invalid one of those', { toISODate: () => null }, null],
	['a field of that name', { toISODate: '2026-11-21' }, null],
	["an invalid date of JavaScript's", new Date(NaN), null],
	['a day that there is not', '2026-02-30', null],
	['a month that there is not', '2026-13-01', null],
	['other text', 'yesterday', null],
	['a day that follows other text', 'on 2026-11-21', null],
	['a number', 20261121, null],
	['a list', ['2026-11-21'], null],
	['nothing', null, null],
])('%s', (_, value, day) => {
	expect(toDay(value)).toBe(day);
});

test.each<[unknown, number | null]>([
	[5, 5],
	['5.5', 5.5],
	[' -1e3 ', -1000],
	['', null],
	[' ', null],
	['five', null],
	[Infinity, null],
	['Infinity', null],
	[NaN, null],
	[true, null],
	[null, null],
	[[5], null],
])('%p as a number is %p', (value, expected) => {
	expect(toNumber(value)).toBe(expected);
});

test.each<[unknown, string | null]>([
	['text', 'text'],
	[' a ', ' a '],
	[0, '0'],
	[12n, '12'],
	['', null],
	[' ', null],
	[true, null],
	[null, null],
	[{}, null],
])('%p as text is %p', (value, expected) => {
	expect(toText(value)).toBe(expected);
});

test.each<[unknown, boolean | null]>([
	[true, true],
	['true', true],
	[' True ', true],
	[1, true],
	['1', true],
	[false, false],
	['false', false],
	['FALSE', false],
	[0, false],
	['0', false],
	['', null],
	[2, null],
	['yes', null],
	[null, null],
	[undefined, null],
])('%p as yes or no is %p', (value, expected) => {
	expect(toBoolean(value)).toBe(expected);
});

test('a field is never an inherited one', () => {
	expect(getField({ constructor: 1 }, 'constructor')).toBe(1);
	expect(getField({}, 'constructor')).toBeUndefined();
});

test.each<[unknown, boolean]>([
	[{}, true],
	[[], false],
	[null, false],
	['x', false],
])('%p has fields: %p', (value, expected) => {
	expect(isRecord(value)).toBe(expected);
});
