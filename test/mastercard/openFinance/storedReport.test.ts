import { parseReportResponse } from '../../../mastercard/openFinance/report';
import {
	parseReportListResponse,
	parseStoredReportResponse,
	buildReportListRequest,
	buildStoredReportRequest,
} from '../../../mastercard/openFinance/storedReport';
import { parseReportParams } from '../../../mastercard/sbca/reportParams';
import { toHttpResponse, documented } from '../../support/documented';

const NOW = Date.parse('2026-01-01T00:00:00Z');

test('requests reports at the documented paths', () => {
	expect(buildStoredReportRequest({ customerId: '1005061234', reportId: 'u4hstnnak45g' })).toEqual({
		path: '/decisioning/v3/customers/1005061234/reports/u4hstnnak45g',
	});
	expect(buildReportListRequest('1005061234')).toEqual({
		path: '/decisioning/v1/customers/1005061234/reports',
	});
});

test.each([
	'of-sbca-report-01-retail-sales-analytics-weekly',
	'of-sbca-report-02-retail-sales-benchmarks-monthly',
])('parses %s, retrieved again, like the new report', (name) => {
	const example = documented(name);
	const params = (example.request.body as { analyticsReportData: { sbcaParams: object } })
		.analyticsReportData.sbcaParams;
	expect(parseStoredReportResponse(toHttpResponse(example), NOW)).toEqual(
		parseReportResponse(toHttpResponse(example), parseReportParams(params), NOW),
	);
});

test('fails for a report of another product', () => {
	const body = { id: 'x-voa', type: 'voa', status: 'success' };
	expect(parseStoredReportResponse({ status: 200, headers: {}, body }, NOW)).toMatchObject({
		failure: { message: expect.stringContaining('a Small Business Credit Analytics report') },
	});
});

test('fails as retryable for a report still in progress', () => {
	const response = { status: 200, headers: {}, body: { status: 'inProgress' } };
	expect(parseStoredReportResponse(response, NOW)).toMatchObject({
		failure: { reasonCode: 'REPORT_IN_PROGRESS', retryable: true },
	});
});

test('lists IDs that the next node can use, and readable dates', () => {
	const body = {
		reports: [
			{
				id: 'a-sbcaanalyticsnoncra',
				requestId: 'a',
				requesterName: 'ABC',
				createdDate: 1739824892,
				type: 'sbcaanalyticsnoncra',
				status: 'success',
			},
			{
				id: 'b',
				requestId: 'b',
				requestorName: 'ABC',
				createdDate: 'soon',
				type: 'voa',
				status: 'inProgress',
				later: 1,
			},
		],
	};
	expect(parseReportListResponse({ status: 200, headers: {}, body }, '7', NOW)).toEqual({
		kind: 'succeeded',
		value: [
			{
				reportId: 'a-sbcaanalyticsnoncra',
				customerId: '7',
				requestId: 'a',
				requesterName: 'ABC',
				createdDate: '2025-02-17T20:41:32.000Z',
				type: 'sbcaanalyticsnoncra',
				status: 'success',
			},
			{
				reportId: 'b',
				customerId: '7',
				requestId: 'b',
				requesterName: 'ABC',
				createdDate: null,
				type: 'voa',
				status: 'inProgress',
				later: 1,
			},
		],
	});
});

test("fails with Mastercard's code for an unknown customer", () => {
	const body = { code: 14001, message: 'Customer not found.' };
	expect(parseReportListResponse({ status: 404, headers: {}, body }, '7', NOW)).toMatchObject({
		kind: 'failed',
		failure: { reasonCode: '14001', description: expect.stringContaining("'Customer ID'") },
	});
});

describe('the kind of a stored report', () => {
	const metrics = [
		{ locationId: 'L', metricsLists: [{ periodEndDate: '2025-01-31', metrics: [] }] },
	];
	const stored = (metricType: string, type?: string) => ({
		...(type !== undefined && { type }),
		status: 'success',
		constraints: { analyticsReportData: { sbcaParams: { metricType, locationId: 'L' } } },
		retailSalesAnalyticsMetrics: metrics,
	});

	test.each([
		[stored('retail_sales_benchmarks'), 'retail_sales_benchmarks'],
		[stored('retail_sales_analytics'), 'retail_sales_analytics'],
		[stored('retail_sales_analytics', 'sbcabenchmarknoncra'), 'retail_sales_benchmarks'],
		[stored('retail_sales_benchmarks', 'sbcaanalyticsnoncra'), 'retail_sales_analytics'],
	])('is what its type says or, without one, what was requested (%#)', (body, metricType) => {
		expect(parseStoredReportResponse({ status: 200, headers: {}, body }, NOW)).toMatchObject({
			kind: 'succeeded',
			value: { metricType, locationId: 'L' },
		});
	});
});

describe('a stored report that says little', () => {
	const metrics = [{ metricsLists: [{ year: 2025, metrics: [] }] }];
	const parse = (sbcaParams: object, status = 200) =>
		parseStoredReportResponse(
			{
				status,
				headers: {},
				body: {
					constraints: { analyticsReportData: { sbcaParams } },
					retailSalesAnalyticsMetrics: metrics,
				},
			},
			NOW,
		);

	test('takes location and frequency from its request', () => {
		expect(parse({ locationId: 'L', metricFrequency: 'Weekly' })).toMatchObject({
			value: { locationId: 'L', metricFrequency: 'Weekly' },
		});
	});

	test('is monthly, of an unnamed location, where the request does not say either', () => {
		expect(parse({})).toMatchObject({ value: { locationId: '', metricFrequency: 'Monthly' } });
	});

	test('is no report beside an error status', () => {
		expect(parse({}, 500)).toMatchObject({ kind: 'failed', failure: { httpCode: 500 } });
	});

	test('one in progress says when to read it again', () => {
		const response = { status: 200, headers: {}, body: { status: 'inProgress' } };
		expect(parseStoredReportResponse(response, NOW)).toMatchObject({
			failure: { description: expect.stringMatching(/^\w.*\.$/) },
		});
	});
});

describe('a list of reports of another form than documented', () => {
	const parse = (body: unknown) =>
		parseReportListResponse({ status: 200, headers: {}, body }, '7', NOW);

	test.each([null, 'page', {}, { reports: {} }])('%j says what was expected', (body) => {
		expect(parse(body)).toMatchObject({
			failure: { message: expect.stringMatching(/expected .*reports/) },
		});
	});

	test('what is no report in it is passed over, and what is missing is empty', () => {
		const result = parse({ reports: [null, 'x', {}] });
		const value = result.kind === 'succeeded' ? result.value : [];
		expect(value).toStrictEqual([
			{ reportId: '', customerId: '7', type: null, status: null, createdDate: null },
		]);
	});
});
