import { describeFailures, describeLeftOut } from '../../report/leftOut';

const item = (position: number, reason: string) => ({ position, reason, field: null });

test('items that are left out are told of by reason, each with the first of them', () => {
	expect(
		describeLeftOut(
			[item(3, "has no 'score'"), item(5, 'is a dry run'), item(7, "has no 'score'")],
			'this review',
		),
	).toEqual([
		"2 items of this review are left out, the first of them item 3: it has no 'score'.",
		'Item 5 of this review is left out: it is a dry run.',
	]);
	expect(describeLeftOut([], 'this review')).toEqual([]);
});

test.each([
	[1, 0, '1 row was rejected before a call'],
	[2, 0, '2 rows were rejected before a call'],
	[0, 1, 'The call of 1 row failed'],
	[0, 2, 'The calls of 2 rows failed'],
	[2, 1, '2 rows were rejected before a call, and the call of 1 row failed'],
	[0, 0, ''],
])('%p rejected and %p failed rows: %p', (rejected, failed, expected) => {
	expect(describeFailures(rejected, failed)).toBe(expected);
});
