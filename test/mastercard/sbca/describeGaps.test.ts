import { describeGap, describeGaps } from '../../../mastercard/sbca/describeGaps';

test('metrics with the same reason stand together, in the order of the report', () => {
	expect(
		describeGaps({
			a: 'noTransactions',
			b: 'tooFewPeers',
			c: 'noTransactions',
			d: 'noDataPreviousYear',
		}),
	).toBe('no transactions: a, c; too few peers: b; no data for the previous year: d');
});

test('nothing is missing: nothing is said', () => {
	expect(describeGaps({})).toBe('');
});

test.each([
	['belowMinimumTransactions', 'too few transactions'],
	['noDataCurrentYear', 'no data for the current year'],
] as const)('%s: %s', (reason, words) => {
	expect(describeGap(reason)).toBe(words);
	expect(describeGaps({ txn_amt: reason })).toBe(`${words}: txn_amt`);
});
