import type { BusinessDetails } from '../../../mastercard/openFinance/businessDetails';
import { parseReportResponse, buildReportRequest } from '../../../mastercard/openFinance/report';
import { parseReportParams, type ReportParams } from '../../../mastercard/sbca/reportParams';
import { toHttpResponse, documented } from '../../support/documented';
import { documentedErrors } from '../../support/openFinanceErrors';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const REPORTS = [
	'of-sbca-report-01-retail-sales-analytics-weekly',
	'of-sbca-report-02-retail-sales-benchmarks-monthly',
];

interface Body {
	analyticsReportData: { sbcaParams: Record<string, unknown>; businessDetails: BusinessDetails };
}

function getParams(name: string): {
	params: ReportParams;
	business: BusinessDetails;
	sent: Body;
} {
	const sent = documented(name).request.body as unknown as Body;
	const { sbcaParams, businessDetails } = sent.analyticsReportData;
	return { params: parseReportParams(sbcaParams), business: businessDetails, sent };
}

test.each(REPORTS)('%s: builds the documented body', (name) => {
	const { params, business, sent } = getParams(name);
	const { path, body } = buildReportRequest(params, {
		customerId: '1001483250',
		businessDetails: business,
	});
	expect(path).toBe(documented(name).request.path);
	const { sbcaParams, businessDetails } = sent.analyticsReportData;
	const { metricFrequency } = params;
	expect(body).toEqual({
		analyticsReportData: { sbcaParams: { ...sbcaParams, metricFrequency }, businessDetails },
	});
});

test.each([
	[
		REPORTS[0] as string,
		'retail_sales_analytics',
		'Weekly',
		2,
		{ txn_amt: 16198.060138, txn_cnt: 238 },
	],
	[
		REPORTS[1] as string,
		'retail_sales_benchmarks',
		'Monthly',
		1,
		{ txn_cnt_index: 118, num_cards_index: 121 },
	],
] as const)(
	'parses %s, without status and requester',
	(name, metricType, frequency, count, metrics) => {
		const result = parseReportResponse(
			toHttpResponse(documented(name)),
			getParams(name).params,
			NOW,
		);
		expect(result).toMatchObject({
			kind: 'succeeded',
			value: {
				locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
				merchantCategoryCode: 478,
				naicsCode: '454113',
				metricType,
				metricFrequency: frequency,
			},
		});
		const { periods } = (result as unknown as { value: { periods: { metrics: unknown }[] } }).value;
		expect(periods).toHaveLength(count);
		expect(periods[0]?.metrics).toEqual(metrics);
	},
);

const { params } = getParams(REPORTS[0] as string);

test('also finds benchmarks under the name in the description', () => {
	const { response } = documented(REPORTS[1] as string);
	const { retailSalesBenchmarksMetrics, ...rest } = response as Record<string, unknown>;
	const body = { ...rest, retailSalesBenchmarkMetrics: retailSalesBenchmarksMetrics };
	expect(
		parseReportResponse(
			{ status: 200, headers: {}, body },
			getParams(REPORTS[1] as string).params,
			NOW,
		),
	).toMatchObject({ kind: 'succeeded', value: { periods: [{ year: 2023 }] } });
});

test('parses the requested location among several', () => {
	const metricsLists = [{ periodStartDate: '2022-01-02', metrics: [] }];
	const body = {
		retailSalesAnalyticsMetrics: [
			{ locationId: 'other', metricsLists },
			{ locationId: params.locationId, industryName: 'Mine', metricsLists },
		],
	};
	expect(parseReportResponse({ status: 200, headers: {}, body }, params, NOW)).toMatchObject({
		value: { industryName: 'Mine' },
	});
});

test.each([
	['failure', 'REPORT_FAILED', /^Create the report again/],
	[
		'inProgress',
		'REPORT_IN_PROGRESS',
		/^Do not create it again.*y3pic4xhda-sbcaanalyticsnoncra\.$/,
	],
])('fails for a new report with status %s', (status, reasonCode, advice) => {
	const body = { ...(documented(REPORTS[0] as string).response as object), status };
	expect(parseReportResponse({ status: 200, headers: {}, body }, params, NOW)).toMatchObject({
		kind: 'failed',
		failure: {
			reasonCode,
			retryable: false,
			source: 'OpenFinance',
			description: expect.stringMatching(advice),
		},
	});
});

test.each([undefined, null, '', '../x', 'x'.repeat(201), { a: 1 }])(
	'says how to retrieve a new report in progress without a usable ID (no. %#)',
	(id) => {
		const response = { status: 200, headers: {}, body: { id, status: 'inProgress' } };
		expect(parseReportResponse(response, params, NOW)).toMatchObject({
			failure: { description: expect.stringMatching(/with the Get operation\.$/) },
		});
	},
);

test.each(documentedErrors('POST /decisioning/customers/{customerId}/sbca'))(
	'keeps the code of $name and says what to do',
	({ status, body }) => {
		expect(parseReportResponse({ status, headers: {}, body }, params, NOW)).toMatchObject({
			kind: 'failed',
			failure: {
				message: expect.stringContaining(body.message.replace(/\.$/, '')),
				description: expect.stringMatching(/\w\./),
				httpCode: status,
				reasonCode: String(body.code),
				retryable: false,
			},
		});
	},
);

test.each([null, [], {}, { retailSalesAnalyticsMetrics: ['x'] }, 'page'])(
	'fails for %p, which is not a report',
	(body) => {
		expect(parseReportResponse({ status: 200, headers: {}, body }, params, NOW)).toMatchObject({
			failure: { reasonCode: 'UNEXPECTED_RESPONSE' },
		});
	},
);

test.each([
	['analytics', { retailSalesAnalyticsMetrics: [] }],
	['benchmarks', { retailSalesBenchmarksMetrics: [] }],
	['a location without periods', { retailSalesAnalyticsMetrics: [{ metricsLists: [] }] }],
])('takes an empty list for a finished report (%s)', (_, body) => {
	expect(parseReportResponse({ status: 200, headers: {}, body }, params, NOW)).toMatchObject({
		kind: 'noData',
		reasonCode: 'REPORT_EMPTY',
		value: { locationId: params.locationId, periods: [] },
	});
});

test('recognizes the requested location in capitals', () => {
	const metricsLists = [{ metrics: [] }];
	const body = {
		retailSalesAnalyticsMetrics: [
			{ locationId: 'other', metricsLists },
			{ locationId: params.locationId.toUpperCase(), metricsLists },
		],
	};
	const result = parseReportResponse({ status: 200, headers: {}, body }, params, NOW);
	expect(result).toMatchObject({ value: { locationId: params.locationId.toUpperCase() } });
	expect(result).not.toHaveProperty('value.requestedLocationId');
});

describe('a report that is not there', () => {
	const params: ReportParams = {
		locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
		metricType: 'retail_sales_analytics',
		metricFrequency: 'Weekly',
	};
	const parse = (body: unknown) =>
		parseReportResponse({ status: 200, headers: {}, body }, params, NOW);

	test.each([
		['inProgress', 'REPORT_IN_PROGRESS', /still/],
		['failure', 'REPORT_FAILED', /could not/],
	])('%s is said in a sentence', (status, reasonCode, message) => {
		expect(parse({ status })).toMatchObject({
			failure: { reasonCode, message: expect.stringMatching(message), source: 'OpenFinance' },
		});
	});

	test.each([
		['its ID', { id: 'abc-1' }, "Get operation, 'Report ID' abc-1."],
		['no ID', {}, 'Get operation.'],
		['what is no ID', { id: 'a b' }, 'Get operation.'],
	])('one in progress that names %s is to be read later', (_, more, end) => {
		expect(parse({ status: 'inProgress', ...more })).toMatchObject({
			failure: { retryable: false, description: expect.stringContaining(end) },
		});
	});

	test.each([null, 'page', {}, { retailSalesAnalyticsMetrics: [null, 'x'] }])(
		'a 200 that holds %j says what was expected',
		(body) => {
			expect(parse(body)).toMatchObject({
				failure: { message: expect.stringMatching(/expected .*report/) },
			});
		},
	);

	test('what is no location in its list is passed over', () => {
		const metricsLists = [{ year: 2025, metrics: [] }];
		expect(parse({ retailSalesAnalyticsMetrics: [null, { metricsLists }] })).toMatchObject({
			kind: 'succeeded',
		});
	});
});
