import { describeRunSummary } from '../../../report/html/runSummary';

test('what the run counted is a table, in the order of the run and with seconds', () => {
	expect(
		describeRunSummary({
			durationMs: 1_240,
			rows: 1_200,
			succeeded: 1_000,
			noData: { CARD_TOO_NEW: 3, '5425233430109903': 1 },
			rejected: 1,
			failed: 2,
			duplicates: 4,
			calls: 60,
			retries: 5,
			unknown: 1,
		}),
	).toEqual({
		caption: 'The run that requested the scores or reports',
		columns: ['Count', 'Value'],
		rows: [
			['Rows', '1,200'],
			['Succeeded', '1,000'],
			['Without data: CARD_TOO_NEW', '3'],
			['Without data: 542523******9903', '1'],
			['Rejected before a call', '1'],
			['Failed', '2'],
			['Duplicates', '4'],
			['Calls', '60'],
			['Retries', '5'],
			['Duration in seconds', '1.2'],
		],
	});
});

test('what is missing is left out, and other values are shown as they are', () => {
	expect(describeRunSummary({ rows: '12', noData: 3, durationMs: 'long' })?.rows).toEqual([
		['Rows', '12'],
		['Without data', '3'],
		['Duration in seconds', 'long'],
	]);
	expect(describeRunSummary({ rows: {}, noData: { X: '5425233430109903' } })?.rows).toEqual([
		['Rows', ''],
		['Without data: X', '542523******9903'],
	]);
	expect(describeRunSummary(null)).toBeNull();
});

test('of many reasons the first ten are shown', () => {
	const noData = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`R${index}`, 1]));
	const rows = describeRunSummary({ noData })?.rows;
	expect(rows).toHaveLength(10);
	expect(rows?.at(-1)).toEqual(['Without data: R9', '1']);
});
