import fc from 'fast-check';
import { parseReport } from '../../../mastercard/sbca/report';

const ASKED = {
	locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
	metricType: 'retail_sales_analytics',
	metricFrequency: 'Weekly',
} as const;

test('parses every metric of every period, known or not, with its exact value and in order', () => {
	const name = fc.stringMatching(/^[a-z_]{1,12}$/);
	const value = fc.oneof(
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.constant(null),
		fc.constantFrom(0, -1),
	);
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(), fc.dictionary(name, value)), { minLength: 1, maxLength: 5 }),
			(periods) => {
				const metricsLists = periods.map(([year, metrics]) => ({
					year,
					metrics: Object.entries(metrics).map(([key, sent]) => ({ name: key, value: sent })),
				}));
				const report = parseReport({ metricsLists }, ASKED);
				expect(report?.periods.map(({ year, metrics }) => [year, Object.entries(metrics)])).toEqual(
					periods.map(([year, metrics]) => [year, Object.entries(metrics)]),
				);
			},
		),
	);
});

test('evens out the differences between the two APIs', () => {
	const report = parseReport(
		{
			locationId: ASKED.locationId,
			merchantCategoryCode: '478',
			naicsCode: 454113,
			industryName: '',
			metricsFrequency: 'monthly',
			metricsLists: [{ year: '2022', metrics: [{ name: 'txn_cnt', value: '238' }] }],
		},
		ASKED,
	);
	expect(report).toEqual({
		locationId: ASKED.locationId,
		merchantCategoryCode: 478,
		naicsCode: '454113',
		industryName: '',
		firstSeenTxnDate: null,
		lastSeenTxnDate: null,
		metricType: 'retail_sales_analytics',
		metricFrequency: 'Monthly',
		periods: [
			{ periodStartDate: null, periodEndDate: null, year: 2022, metrics: { txn_cnt: 238 } },
		],
	});
});

test('passes on fields that Mastercard adds', () => {
	const report = parseReport({ region: 'East', metricsLists: [{ week: 7, metrics: [] }] }, ASKED);
	expect(report).toMatchObject({
		metricFrequency: 'Weekly',
		region: 'East',
		periods: [{ week: 7, metrics: {} }],
	});
});

test.each([null, [], 'text', {}, { metricsLists: null }, { metricsLists: [] }])(
	'does not accept %j as a report',
	(sent) => {
		expect(parseReport(sent, ASKED)).toBeNull();
	},
);
