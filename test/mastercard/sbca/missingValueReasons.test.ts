import fc from 'fast-check';
import { missingValueReasons } from '../../../mastercard/sbca/missingValueReasons';

test.each([
	[
		'no transactions',
		{ txn_amt: 0, txn_cnt: 0 },
		{ txn_amt: 'noTransactions', txn_cnt: 'noTransactions' },
	],
	['too few transactions', { tkt_size_avg: null }, { tkt_size_avg: 'belowMinimumTransactions' }],
	[
		'no data a year ago',
		{ txn_amt: 16198.06, txn_amt_yoy: null },
		{ txn_amt_yoy: 'noDataPreviousYear' },
	],
	['nothing this year', { txn_amt_yoy: -1 }, { txn_amt_yoy: 'noDataCurrentYear' }],
	[
		'too few transactions to compare with a year ago',
		{ tkt_size_avg: null, tkt_size_avg_yoy: null },
		{ tkt_size_avg: 'belowMinimumTransactions', tkt_size_avg_yoy: 'belowMinimumTransactions' },
	],
	[
		'the change of a figure that is not in the report',
		{ online_cnt_yoy: null },
		{ online_cnt_yoy: 'noDataPreviousYear' },
	],
	[
		'the change of a figure that is not in the report, with too few transactions',
		{ txn_cnt: null, online_cnt_yoy: null },
		{ txn_cnt: 'belowMinimumTransactions', online_cnt_yoy: 'belowMinimumTransactions' },
	],
	['an unchanged year is a figure', { txn_amt: 5, txn_amt_yoy: 0 }, {}],
	['a return of 1.00 is a figure', { reversed_amt: -1 }, {}],
])('sales analytics: %s', (_, metrics, gaps) => {
	expect(missingValueReasons(metrics, 'retail_sales_analytics')).toEqual(gaps);
});

test.each([
	['no transactions', { net_spend_index: 0 }, { net_spend_index: 'noTransactions' }],
	[
		'too few transactions',
		{ net_spend_index: null },
		{ net_spend_index: 'belowMinimumTransactions' },
	],
	['too few at the peers', { net_spend_index: -1 }, { net_spend_index: 'tooFewPeers' }],
	['level with the peers', { net_spend_index: 100 }, {}],
])('benchmarks: %s', (_, metrics, gaps) => {
	expect(missingValueReasons(metrics, 'retail_sales_benchmarks')).toEqual(gaps);
});

test('gives null a reason always, and figures other than 0 and -1 never', () => {
	const names = fc.stringMatching(/^[a-z]{1,5}(_yoy|_perc|_index)?$/);
	const figure = fc.double({ noNaN: true }).filter((value) => value !== 0 && value !== -1);
	fc.assert(
		fc.property(
			fc.dictionary(names, fc.oneof(figure, fc.constant(null))),
			fc.constantFrom('retail_sales_analytics' as const, 'retail_sales_benchmarks' as const),
			(metrics, metricType) => {
				expect(Object.keys(missingValueReasons(metrics, metricType))).toEqual(
					Object.keys(metrics).filter((name) => metrics[name] === null),
				);
			},
		),
	);
});
