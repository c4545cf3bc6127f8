import fc from 'fast-check';
import {
	parseReport,
	toReportResult,
	type LocationReport,
	type RequestedReport,
} from '../../../mastercard/sbca/report';

const REQUESTED = {
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
				const report = parseReport({ metricsLists }, REQUESTED);
				expect(report?.periods.map(({ year, metrics }) => [year, Object.entries(metrics)])).toEqual(
					periods.map(([year, metrics]) => [year, Object.entries(metrics)]),
				);
			},
		),
	);
});

test('keeps metrics of any name, also one that JavaScript gives a meaning', () => {
	const names = ['__proto__', 'constructor', 'txn_amt'];
	const metrics = names.map((name, index) => ({ name, value: index }));
	const [period] = parseReport({ metricsLists: [{ metrics }] }, REQUESTED)?.periods ?? [];
	expect(Object.entries(period?.metrics ?? {})).toEqual(names.map((name, index) => [name, index]));
	expect(Object.getPrototypeOf(period?.metrics)).toBe(Object.prototype);
});

test('evens out the differences between the two APIs', () => {
	const report = parseReport(
		{
			locationId: REQUESTED.locationId,
			merchantCategoryCode: '478',
			naicsCode: 454113,
			industryName: '',
			metricsFrequency: 'monthly',
			metricsLists: [{ year: '2022', metrics: [{ name: 'txn_cnt', value: '238' }] }],
		},
		REQUESTED,
	);
	expect(report).toEqual({
		locationId: REQUESTED.locationId,
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
	const report = parseReport(
		{ region: 'East', metricsLists: [{ week: 7, metrics: [] }] },
		REQUESTED,
	);
	expect(report).toMatchObject({
		metricFrequency: 'Weekly',
		region: 'East',
		periods: [{ week: 7, metrics: {} }],
	});
});

test.each([null, [], 'text', {}, { metricsLists: null }, { metricsLists: ['x'] }])(
	'does not accept %j as a report',
	(sent) => {
		expect(parseReport(sent, REQUESTED)).toBeNull();
	},
);

test('takes an empty list for a finished report without data', () => {
	const report = parseReport({ metricsLists: [] }, REQUESTED) as LocationReport;
	expect(report).toMatchObject({ ...REQUESTED, periods: [] });
	expect(toReportResult(report)).toEqual({
		kind: 'noData',
		reasonCode: 'REPORT_EMPTY',
		value: report,
	});
});

test('names the requested location only when the report is on another one', () => {
	const on = (locationId: unknown, requested: RequestedReport = REQUESTED) =>
		parseReport({ locationId, metricsLists: [] }, requested)?.requestedLocationId;
	expect(on('another')).toBe(REQUESTED.locationId);
	expect(on(REQUESTED.locationId.toUpperCase())).toBeUndefined();
	expect(on(undefined)).toBeUndefined();
	expect(on('another', { ...REQUESTED, locationId: '' })).toBeUndefined();
});

describe('a report of another form than documented', () => {
	const parse = (more: object, metrics: unknown = []) =>
		parseReport({ metricsLists: [{ metrics }], ...more }, REQUESTED);

	test.each([
		['12.5', 12.5],
		[' 7 ', 7],
		['', null],
		['  ', null],
		['n/a', null],
		[true, null],
		[{}, null],
		['Infinity', null],
	])('the value %j is read as %j', (value, expected) => {
		expect(parse({}, [{ name: 'txn_amt', value }])?.periods[0]?.metrics).toEqual({
			txn_amt: expected,
		});
	});

	test('what is no period or no metric is passed over', () => {
		const metrics = [null, 'x', { name: 7, value: 1 }, { name: 'txn_cnt', value: 2 }];
		const report = parse({ metricsLists: [null, 'x', { metrics }, { metrics: 'none' }] });
		expect(report?.periods.map((period) => period.metrics)).toEqual([{ txn_cnt: 2 }, {}]);
	});

	test('its own location counts, and the requested one where it names none', () => {
		expect(parse({ locationId: 'another' })?.locationId).toBe('another');
		expect(parse({})?.locationId).toBe(REQUESTED.locationId);
	});

	test('an industry that is no text is unknown', () => {
		expect(parse({ industryName: 7 })?.industryName).toBeNull();
	});
});
