import { wasCreatedSince } from '../../../mastercard/openFinance/createdSince';
import {
	getReportKey,
	getRequestKey,
	parseCandidates,
} from '../../../mastercard/openFinance/findReport';
import type { ReportCustomer } from '../../../mastercard/openFinance/report';
import { parseReportParams } from '../../../mastercard/sbca/reportParams';
import { documented } from '../../support/documented';

const STARTED_AT = Date.parse('2026-01-01T00:00:00Z');
const NOW = STARTED_AT + 30_000;
const SECONDS = STARTED_AT / 1000;
const example = documented('of-sbca-report-01-retail-sales-analytics-weekly');
const { analyticsReportData } = example.request.body as {
	analyticsReportData: { sbcaParams: object; businessDetails: ReportCustomer['businessDetails'] };
};
const params = parseReportParams({ ...analyticsReportData.sbcaParams });
const customer = { customerId: '7', businessDetails: analyticsReportData.businessDetails };

const list = (reports: unknown, headers = {}) =>
	parseCandidates({ status: 200, headers, body: { reports } }, params, STARTED_AT, NOW);
const entry = (id: string, createdDate: unknown, more: object = {}) => ({
	id,
	createdDate,
	type: 'sbcaanalyticsnoncra',
	status: 'success',
	...more,
});

test('finds the reports of the same kind since the start of the run, latest first', () => {
	const reports = [
		entry('old', SECONDS - 3600),
		entry('first', SECONDS),
		entry('unfinished', SECONDS + 20, { status: 'inProgress' }),
		entry('benchmarks', SECONDS + 10, { type: 'sbcabenchmarksnoncra' }),
		entry('failed', SECONDS + 10, { status: 'failure' }),
		entry('consumer', SECONDS + 10, { type: 'voi' }),
		entry('no/id', SECONDS + 10),
		entry('text', String(SECONDS + 10)),
		'no report',
	];
	expect(list(reports)).toEqual({ kind: 'candidates', ids: ['unfinished', 'text', 'first'] });
	const forBenchmarks = { ...params, metricType: 'retail_sales_benchmarks' } as const;
	const response = { status: 200, headers: {}, body: { reports } };
	expect(parseCandidates(response, forBenchmarks, STARTED_AT, NOW)).toMatchObject({
		ids: ['benchmarks'],
	});
});

test.each([
	[403, {}, { httpCode: 403 }],
	[200, {}, { reasonCode: 'UNEXPECTED_RESPONSE' }],
	[200, { reports: {} }, { reasonCode: 'UNEXPECTED_RESPONSE' }],
])('fails for %i %j, which shows no list', (status, body, failure) => {
	const response = { status, headers: {}, body };
	expect(parseCandidates(response, params, STARTED_AT, NOW)).toMatchObject({
		kind: 'failed',
		failure,
	});
});

describe('the time of creation', () => {
	const since = (createdDate: unknown, headers = {}) =>
		wasCreatedSince(createdDate, STARTED_AT, { status: 200, headers, body: null }, NOW);

	test('counts from the start of the run, with a minute for rounding', () => {
		expect(since(SECONDS - 60)).toBe(true);
		expect(since(SECONDS - 61)).toBe(false);
	});

	test.each([-3600, 3600])(
		'is read by the clock of Mastercard, %i seconds ahead of ours',
		(lead) => {
			const headers = { date: new Date(NOW + lead * 1000).toUTCString() };
			expect(since(SECONDS + lead, headers)).toBe(true);
			expect(since(SECONDS + lead - 61, headers)).toBe(false);
		},
	);

	test.each([undefined, null, '', 'today', {}])('%j rules nothing out', (createdDate) => {
		expect(since(createdDate)).toBe(true);
	});
});

describe('a report', () => {
	const body = example.response as { constraints: object };

	const key = getRequestKey(params, customer);

	test('is recognized by the request that it repeats', () => {
		expect(getReportKey(body)).toBe(key);
		const capitals = { ...params, locationId: params.locationId.toUpperCase() };
		expect(getRequestKey(capitals, customer)).toBe(key);
	});

	test.each([
		['another location', { ...params, locationId: params.locationId.replace(/1$/, '2') }, customer],
		['another frequency', { ...params, metricFrequency: 'Monthly' as const }, customer],
		['another kind', { ...params, metricType: 'retail_sales_benchmarks' as const }, customer],
		[
			'another business',
			params,
			{ ...customer, businessDetails: { ...customer.businessDetails, name: 'Another' } },
		],
	])('on %s is another one', (_, otherParams, otherCustomer) => {
		expect(getRequestKey(otherParams, otherCustomer)).not.toBe(key);
	});

	test.each([null, {}, { constraints: {} }, { constraints: { analyticsReportData: [] } }])(
		'of the form %j repeats no request',
		(other) => {
			expect(getReportKey(other)).toBeNull();
		},
	);

	test('that does not name its business is another one', () => {
		const { sbcaParams } = analyticsReportData;
		const constraints = { analyticsReportData: { sbcaParams } };
		expect(getReportKey({ constraints })).not.toBe(key);
	});
});
