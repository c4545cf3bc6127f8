// How reports on Open Finance are found again: by the customer's list, and by the request that each of them repeats.
import type { HttpResponse } from '../../../../mastercard/errors/Failure';
import type { ReportCustomer } from '../../../../mastercard/openFinance/report';
import { parseReportParams } from '../../../../mastercard/sbca/reportParams';
import { createReports } from '../../../../nodes/shared/sbca/openFinanceReports';
import type { ReportRequest } from '../../../../nodes/shared/sbca/sbcaApi';
import { documented } from '../../../support/documented';

const STARTED_AT = Date.parse('2026-01-01T00:00:00Z');
const example = documented('of-sbca-report-01-retail-sales-analytics-weekly');
const { analyticsReportData } = example.request.body as {
	analyticsReportData: {
		sbcaParams: { locationId: string };
		businessDetails: ReportCustomer['businessDetails'];
	};
};
const ROW: ReportRequest<ReportCustomer> = {
	params: parseReportParams({ ...analyticsReportData.sbcaParams }),
	customer: { customerId: '7', businessDetails: analyticsReportData.businessDetails },
};
const OTHER_ROW = {
	...ROW,
	params: { ...ROW.params, locationId: 'a1b2c3d4-0000-1234-abcd-00000000000f' },
};
const REPORT = { ...(example.response as Record<string, unknown>), status: 'success' };
const respond = (body: unknown, status = 200): HttpResponse => ({ status, headers: {}, body });
const withoutRequest = { ...REPORT, constraints: undefined };
const inProgress = (id: unknown, more = {}) => ({ id, status: 'inProgress', ...more });

function open() {
	const reports = createReports(STARTED_AT);
	const { byId } = reports;
	if (byId === undefined) throw new Error('Reports can be got by their IDs.');
	const get = (body: unknown, { id = '1', isKnown = false, status = 200, row = ROW } = {}) =>
		byId.parseResponse(respond(body, status), row, { id, isKnown }, STARTED_AT);
	return { ...reports, byId, get };
}

test('a report is created, listed and got with the requests that Open Finance documents', () => {
	const { buildLookup, buildRequest, byId, howToFind, subject } = open();
	expect(buildRequest(ROW)).toMatchObject({
		...{ method: 'POST', path: '/decisioning/customers/7/sbca' },
		body: { analyticsReportData: { businessDetails: { name: expect.any(String) as unknown } } },
	});
	expect(buildLookup(ROW)).toEqual({ method: 'GET', path: '/decisioning/v1/customers/7/reports' });
	expect(byId.buildRequest(ROW, 'abc')).toEqual({
		...{ method: 'GET', path: '/decisioning/v3/customers/7/reports/abc' },
	});
	expect(subject).toBe('report');
	expect(howToFind(ROW)).toBe(
		"Look for it with the Get Many operation of SBCA Report and 'Customer ID' 7, then retrieve it with the Get operation.",
	);
});

test('a created report is a result, one in progress is unfinished, and a failure is one', () => {
	const { parseResponse } = open();
	expect(parseResponse(respond(REPORT), ROW, STARTED_AT)).toMatchObject({ kind: 'succeeded' });
	expect(parseResponse(respond(inProgress('abc')), ROW, STARTED_AT)).toMatchObject({
		...{ kind: 'unfinished', id: 'abc', failure: { reasonCode: 'REPORT_IN_PROGRESS' } },
	});
	expect(parseResponse(respond(inProgress('no/id')), ROW, STARTED_AT)).toMatchObject({
		...{ kind: 'unfinished', id: null },
	});
	for (const response of [
		respond({ id: 'abc', status: 'failure' }),
		respond(inProgress('abc'), 500),
	])
		expect(parseResponse(response, ROW, STARTED_AT).kind).toBe('failed');
});

test('of candidates, the one that this row is known to have created is the only one', () => {
	const { byId, parseResponse } = open();
	expect(byId.narrow(ROW, ['1', '2', '3'])).toEqual(['1', '2', '3']);
	parseResponse(respond(inProgress('2')), ROW, STARTED_AT);
	expect(byId.narrow(ROW, ['1', '2', '3'])).toEqual(['2']);
	expect(byId.narrow(OTHER_ROW, ['1', '2', '3'])).toEqual(['1', '3']);
});

test('who created a report is not learnt from a declined request', () => {
	const { byId, parseResponse } = open();
	parseResponse(respond(inProgress('2'), 500), ROW, STARTED_AT);
	expect(byId.narrow(OTHER_ROW, ['2'])).toEqual(['2']);
});

test('each row begins with another candidate', () => {
	const { parseLookup } = open();
	const entry = (id: string, seconds: number) => ({
		...{ id, type: 'sbcaanalyticsnoncra', status: 'success' },
		createdDate: STARTED_AT / 1000 + seconds,
	});
	const list = (reports: unknown[]) => parseLookup(respond({ reports }), ROW, STARTED_AT);
	const three = [entry('a', 3), entry('b', 2), entry('c', 1)];
	const ids = ['bca', 'cab', 'abc', 'bca'].map((order) => [...order]);
	for (const expected of ids) expect(list(three)).toEqual({ kind: 'candidates', ids: expected });
	expect(list([])).toEqual({ kind: 'candidates', ids: [] });
	expect(list([entry('a', 1)])).toEqual({ kind: 'candidates', ids: ['a'] });
});

test('a list that cannot be had is a failure, and no row begins later for it', () => {
	const { parseLookup } = open();
	expect(parseLookup(respond({}, 500), ROW, STARTED_AT)).toMatchObject({
		...{ kind: 'failed', failure: { httpCode: 500 } },
	});
});

describe('a report that was got by its ID', () => {
	test('is the result where it repeats the request of the row, and another one otherwise', () => {
		const { byId, get } = open();
		expect(get(REPORT)).toMatchObject({ kind: 'succeeded' });
		expect(get(REPORT, { row: OTHER_ROW })).toEqual({ kind: 'other' });
		expect(byId.narrow(OTHER_ROW, ['1', '2'])).toEqual(['2']);
		expect(byId.narrow(ROW, ['1', '2'])).toEqual(['1']);
	});

	test('is unfinished where it is in progress, whatever it repeats', () => {
		const { get } = open();
		const { constraints } = REPORT as { constraints?: unknown };
		for (const body of [inProgress('9'), inProgress('9', { constraints })])
			expect(get(body)).toMatchObject({
				...{ kind: 'unfinished', id: '1', failure: { reasonCode: 'REPORT_IN_PROGRESS' } },
			});
		expect(get(inProgress('9', { constraints }), { row: OTHER_ROW })).toEqual({ kind: 'other' });
	});

	test('without its request is the result only where it is known to be that of the row', () => {
		const { get } = open();
		expect(get(withoutRequest, { isKnown: true })).toMatchObject({ kind: 'succeeded' });
		expect(get(withoutRequest)).toMatchObject({
			kind: 'unavailable',
			failure: {
				reasonCode: 'UNEXPECTED_RESPONSE',
				message: expect.stringContaining('a report with its request') as unknown,
			},
		});
	});

	test('that is declined cannot be had; one that failed is a failure', () => {
		const { get } = open();
		expect(get({}, { status: 500 })).toMatchObject({
			...{ kind: 'unavailable', failure: { httpCode: 500 } },
		});
		expect(get({ status: 'failure' }, { isKnown: true })).toMatchObject({
			...{ kind: 'failed', failure: { reasonCode: 'REPORT_FAILED' } },
		});
	});
});
