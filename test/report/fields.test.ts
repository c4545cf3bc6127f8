import { toDay } from '../../report/fields';
import { describeLeftOut } from '../../report/leftOut';

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
	['a number', 20261121, null],
	['nothing', null, null],
])('%s', (_, value, day) => {
	expect(toDay(value)).toBe(day);
});

test('items that are left out are told by reason, with the first of them', () => {
	const leftOut = [
		{ position: 3, field: 'score', reason: 'has no score' },
		{ position: 5, field: 'day', reason: 'has no day' },
		{ position: 9, field: 'score', reason: 'has no score' },
	];
	expect(describeLeftOut(leftOut, 'this review')).toEqual([
		'2 items of this review are left out, the first of them item 3: it has no score.',
		'Item 5 of this review is left out: it has no day.',
	]);
	expect(describeLeftOut([], 'this review')).toEqual([]);
});
