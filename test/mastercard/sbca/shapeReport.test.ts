import { shapeReport, type ReportShape } from '../../../mastercard/sbca/shapeReport';
import type { LocationReport } from '../../../mastercard/sbca/report';

const LOCATION = {
	locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
	merchantCategoryCode: 478,
	naicsCode: '454113',
	industryName: 'Arts and Craft Stores',
	firstSeenTxnDate: '2008-08-14',
	lastSeenTxnDate: '2023-02-18',
	metricType: 'retail_sales_analytics',
	metricFrequency: 'Weekly',
} as const;

const week = (start: string, end: string, metrics: Record<string, number | null>) => ({
	periodStartDate: start,
	periodEndDate: end,
	year: 2022,
	metrics,
});

const REPORT: LocationReport = {
	...LOCATION,
	periods: [
		week('2022-02-13', '2022-02-19', { txn_amt: 16198.06, txn_amt_yoy: null, chp_amt_perc: 0.07 }),
		week('2022-02-20', '2022-02-26', { txn_amt: 0, txn_amt_yoy: -1, chp_amt_perc: null }),
	],
};

const SHAPE: ReportShape = {
	simplify: false,
	outputMode: 'perPeriod',
	metrics: [],
	latestPeriods: 0,
	groupByQuestion: false,
	percentages: 'fraction',
};

test('simplified, a week is one level: what differs, metrics as columns, gaps in words', () => {
	const head = { locationId: LOCATION.locationId, industryName: LOCATION.industryName };
	expect(shapeReport(REPORT, { ...SHAPE, simplify: true, groupByQuestion: true })).toEqual([
		{
			...head,
			periodStartDate: '2022-02-13',
			periodEndDate: '2022-02-19',
			txn_amt: 16198.06,
			txn_amt_yoy: null,
			chp_amt_perc: 0.07,
			gaps: 'no data for the previous year: txn_amt_yoy',
		},
		{
			...head,
			periodStartDate: '2022-02-20',
			periodEndDate: '2022-02-26',
			txn_amt: 0,
			txn_amt_yoy: -1,
			chp_amt_perc: null,
			gaps: 'no transactions: txn_amt; no data for the current year: txn_amt_yoy; too few transactions: chp_amt_perc',
		},
	]);
	const [kept] = shapeReport(REPORT, { ...SHAPE, simplify: true, metrics: ['chp_amt_perc'] });
	expect(kept).toMatchObject({ chp_amt_perc: 0.07, gaps: '' });
	expect(kept).not.toHaveProperty('txn_amt');
});

test('simplified, a metric does not replace a field of ours', () => {
	const report = {
		...LOCATION,
		periods: [week('2022-02-13', '2022-02-19', { locationId: 1, gaps: 2 })],
	};
	expect(shapeReport(report, { ...SHAPE, simplify: true })).toMatchObject([
		{ locationId: LOCATION.locationId, gaps: '' },
	]);
});

test('simplified, a metric has only what differs, and its gap in words', () => {
	const [first, second] = shapeReport(REPORT, {
		...SHAPE,
		simplify: true,
		outputMode: 'perMetric',
	});
	expect(Object.keys(first ?? {})).toEqual([
		...['locationId', 'industryName', 'periodStartDate', 'periodEndDate'],
		...['metric', 'label', 'unit', 'question', 'value', 'gap'],
	]);
	expect([first?.gap, second?.gap]).toEqual([null, 'no data for the previous year']);
});

test('perPeriod: returns one record per week, each with the location', () => {
	expect(shapeReport(REPORT, SHAPE)).toEqual([
		{
			...LOCATION,
			periodStartDate: '2022-02-13',
			periodEndDate: '2022-02-19',
			year: 2022,
			metrics: { txn_amt: 16198.06, txn_amt_yoy: null, chp_amt_perc: 0.07 },
			gaps: { txn_amt_yoy: 'noDataPreviousYear' },
		},
		{
			...LOCATION,
			periodStartDate: '2022-02-20',
			periodEndDate: '2022-02-26',
			year: 2022,
			metrics: { txn_amt: 0, txn_amt_yoy: -1, chp_amt_perc: null },
			gaps: {
				txn_amt: 'noTransactions',
				txn_amt_yoy: 'noDataCurrentYear',
				chp_amt_perc: 'belowMinimumTransactions',
			},
		},
	]);
});

test('perLocation: returns one record that contains the periods', () => {
	const [record, ...more] = shapeReport(REPORT, { ...SHAPE, outputMode: 'perLocation' });
	expect(more).toEqual([]);
	const perPeriod = shapeReport(REPORT, SHAPE);
	expect(record).toMatchObject(LOCATION);
	expect((record?.periods as object[]).map((period) => ({ ...LOCATION, ...period }))).toEqual(
		perPeriod,
	);
});

test('perMetric: returns one record per metric, with its definition', () => {
	const records = shapeReport(REPORT, { ...SHAPE, outputMode: 'perMetric' });
	expect(records).toHaveLength(6);
	expect(records[1]).toEqual({
		...LOCATION,
		periodStartDate: '2022-02-13',
		periodEndDate: '2022-02-19',
		year: 2022,
		metric: 'txn_amt_yoy',
		label: 'Sales, Year-over-Year Change',
		unit: 'change',
		question: 'How volatile is the business?',
		value: null,
		gap: 'noDataPreviousYear',
	});
	expect(records[0]).toMatchObject({ value: 16198.06, gap: null, unit: 'amount' });
});

test('perMetric: finds no gap for a metric with the name of an inherited property', () => {
	const report = { ...REPORT, periods: [week('2022-02-13', '2022-02-19', { toString: 1 })] };
	expect(shapeReport(report, { ...SHAPE, outputMode: 'perMetric' })).toMatchObject([
		{ metric: 'toString', value: 1, gap: null },
	]);
});

test('perMetric in percent: changes the unit with the value', () => {
	const records = shapeReport(REPORT, {
		...SHAPE,
		outputMode: 'perMetric',
		percentages: 'percent',
	});
	expect(records.map(({ metric, unit, value }) => [metric, unit, value]).slice(0, 3)).toEqual([
		['txn_amt', 'amount', 16198.06],
		['txn_amt_yoy', 'change', null],
		['chp_amt_perc', 'percent', 7],
	]);
});

test('metrics: keeps the named metrics, with gaps determined from the whole period', () => {
	const report: LocationReport = {
		...REPORT,
		periods: [week('2022-02-13', '2022-02-19', { txn_amt: null, txn_amt_yoy: null })],
	};
	expect(shapeReport(report, { ...SHAPE, metrics: ['txn_amt_yoy', 'not_there'] })).toMatchObject([
		{ metrics: { txn_amt_yoy: null }, gaps: { txn_amt_yoy: 'belowMinimumTransactions' } },
	]);
});

test.each([
	[1, ['2022-02-20']],
	[2, ['2022-02-13', '2022-02-20']],
	[9, ['2022-02-13', '2022-02-20']],
	[0, ['2022-02-13', '2022-02-20']],
])('latestPeriods %d keeps %j', (latestPeriods, starts) => {
	const getStarts = (report: LocationReport) =>
		shapeReport(report, { ...SHAPE, latestPeriods }).map(({ periodStartDate }) => periodStartDate);
	expect(getStarts(REPORT)).toEqual(starts);
	// Newest first stays newest first.
	expect(getStarts({ ...REPORT, periods: [...REPORT.periods].reverse() })).toEqual(
		[...starts].reverse(),
	);
});

test('groupByQuestion nests the metrics but not the gaps', () => {
	const [record] = shapeReport(REPORT, { ...SHAPE, groupByQuestion: true });
	expect(record?.metrics).toEqual({
		'Can the business afford to pay back a loan?': { txn_amt: 16198.06 },
		'How volatile is the business?': { txn_amt_yoy: null },
		'How does the business perform across different channels?': { chp_amt_perc: 0.07 },
	});
	expect(record?.gaps).toEqual({ txn_amt_yoy: 'noDataPreviousYear' });
});

test('does not modify the report itself', () => {
	const before = structuredClone(REPORT);
	for (const outputMode of ['perPeriod', 'perLocation', 'perMetric'] as const)
		shapeReport(REPORT, {
			simplify: false,
			outputMode,
			metrics: ['txn_amt'],
			latestPeriods: 1,
			groupByQuestion: true,
			percentages: 'percent',
		});
	expect(REPORT).toEqual(before);
});

describe('details of the shape', () => {
	const shape: ReportShape = {
		simplify: false,
		outputMode: 'perPeriod',
		metrics: [],
		latestPeriods: 0,
		groupByQuestion: false,
		percentages: 'fraction',
	};
	const report: LocationReport = {
		...LOCATION,
		periods: [
			week('2022-01-02', '2022-01-08', { txn_amt: null, txn_cnt: null, chp_amt_perc: 0.07 }),
		],
	};

	test('gaps are told of the chosen metrics only', () => {
		const [all] = shapeReport(report, shape);
		const [chosen] = shapeReport(report, { ...shape, metrics: ['txn_cnt', 'chp_amt_perc'] });
		expect(Object.keys(all?.gaps as object)).toEqual(['txn_amt', 'txn_cnt']);
		expect(Object.keys(chosen?.gaps as object)).toEqual(['txn_cnt']);
	});

	test('fractions are called fractions, and percentages percent', () => {
		const getUnits = (percentages: ReportShape['percentages']) =>
			shapeReport(report, { ...shape, outputMode: 'perMetric', percentages }).map(
				({ unit }) => unit,
			);
		expect(getUnits('fraction')).toEqual(['amount', 'count', 'fraction']);
		expect(getUnits('percent')).toEqual(['amount', 'count', 'percent']);
	});

	test('a period without an end is placed by its start, one without dates comes last', () => {
		const period = (year: number, periodStartDate: string | null) => ({
			periodStartDate,
			periodEndDate: null,
			year,
			metrics: {},
		});
		const periods = [period(1, '2022-01-02'), period(2, null), period(3, '2022-03-06')];
		const years = (latestPeriods: number) =>
			shapeReport({ ...LOCATION, periods }, { ...shape, latestPeriods }).map(({ year }) => year);
		expect(years(1)).toEqual([3]);
		expect(years(2)).toEqual([1, 3]);
	});
});
