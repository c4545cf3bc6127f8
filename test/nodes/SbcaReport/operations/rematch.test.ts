import type { Failure, RowResult } from '../../../../mastercard/errors/Failure';
import type { MerchantMatch } from '../../../../mastercard/sbca/location';
import type { LocationReport } from '../../../../mastercard/sbca/report';
import { withRematch, type ReportRow } from '../../../../nodes/SbcaReport/operations/rematch';
import type { ParsedResult } from '../../../../nodes/shared/operation';

const LOST: Failure = {
	message: 'Mastercard declined the request: gone.',
	description: 'Look it up.',
	httpCode: 404,
	reasonCode: 'LOCATION_NOT_FOUND',
	source: 'CreditAnalytics',
	retryable: false,
	scope: 'row',
	correlationId: 'first',
};

type Result = ParsedResult<ReportRow, LocationReport>;

const REPORT = { method: 'GET', path: '/report' } as const;
const LOOKUP = { method: 'GET', path: '/matches' } as const;

/** What comes of a row, when reports and matches have these results. */
function parse(
	row: ReportRow,
	report: Result,
	match?: RowResult<MerchantMatch>,
): Result | undefined {
	const requests = withRematch(
		{ buildRequest: () => REPORT, parseResponse: () => [report] },
		{
			buildMatchRequest: () => LOOKUP,
			parseMatchResponse: () => match as RowResult<MerchantMatch>,
			isLocationLost: ({ reasonCode }) => reasonCode === 'LOCATION_NOT_FOUND',
		},
	);
	expect(requests.buildRequest([row])).toBe(row.lost === undefined ? REPORT : LOOKUP);
	return requests.parseResponse({ status: 200, headers: {}, body: null }, [row], 0)[0];
}
const failed = (failure: Failure): Result => ({ kind: 'failed', failure });

const OLD = 'a1b2c3d4-0000-1234-abcd-000000000001';
const NEW = 'a1b2c3d4-0000-1234-abcd-000000000002';

const ROW: ReportRow = {
	customer: { customerId: '7' },
	params: {
		locationId: OLD,
		metricType: 'retail_sales_analytics',
		metricFrequency: 'Weekly',
	},
	rematch: { matchBy: 'merchantId', countryCode: 'USA', idValue: '1' },
};

const found = (...ids: (string | undefined)[]): RowResult<MerchantMatch> => ({
	kind: 'succeeded',
	value: { locations: ids.map((locationId) => ({ locationId })), reason: null },
});

test('looks up a lost location, then requests the report for the best match', () => {
	const lookUp = parse(ROW, failed(LOST));
	expect(lookUp).toEqual({ ...failed(LOST), next: { row: { ...ROW, lost: LOST } } });
	const again = parse(lookUp?.next?.row as ReportRow, failed(LOST), found(NEW, 'other'));
	const row = {
		params: { ...ROW.params, locationId: NEW },
		customer: ROW.customer,
		rematch: null,
	};
	// Should the next request not be sent, the location is still lost.
	expect(again).toEqual({ ...failed(LOST), next: { row } });
	// There is no second rematch, even when the new location is lost as well.
	expect(parse(row, failed(LOST))).toEqual(failed(LOST));
});

test('does not look up a location without merchant details, or after any other failure', () => {
	expect(parse({ ...ROW, rematch: null }, failed(LOST))).toEqual(failed(LOST));
	const other = failed({ ...LOST, reasonCode: 'METRICS_NOT_FOUND' });
	expect(parse(ROW, other)).toEqual(other);
	const continued = { ...failed(LOST), next: { row: ROW, waitMs: 1 } };
	expect(parse(ROW, continued)).toEqual(continued);
});

const NO_MATCH = 'Mastercard found no match for the name and address.';
const SAME = 'Mastercard returned the same location ID.';
const NO_ID = 'Mastercard returned no location ID for the best match.';

test.each([
	[
		'no merchant',
		{ kind: 'noData', reasonCode: 'X', value: { locations: [], reason: null } },
		NO_MATCH,
	],
	['a merchant without a location ID', found(undefined, NEW), NO_ID],
	['the same location', found(OLD, NEW), SAME],
	['the same location in capitals', found(OLD.toUpperCase()), SAME],
	['an ID that leads elsewhere', found('../matches'), NO_ID],
	['an ID that is not well-formed text', found('\ud800'), NO_ID],
	['an ID that is no text', found({ a: 1 } as unknown as string), NO_ID],
] as const)('%s: keeps the original failure and says what was tried', (_, match, outcome) => {
	const result = parse({ ...ROW, lost: LOST }, failed(LOST), match as RowResult<MerchantMatch>);
	expect(result).toEqual(
		failed({
			...LOST,
			description: `The merchant was looked up again, but ${outcome} Look it up.`,
		}),
	);
});

test('a report without a response is what its requests make of it; a lookup without one is a failure', () => {
	const known: Result = { ...failed(LOST), next: { row: ROW, waitMs: 5 } };
	const { parseFailure } = withRematch(
		{ buildRequest: () => REPORT, parseResponse: () => [], parseFailure: () => known },
		{} as Parameters<typeof withRematch>[1],
	);
	expect(parseFailure?.(LOST, ROW)).toBe(known);
	expect(parseFailure?.(LOST, { ...ROW, lost: LOST })).toEqual(failed(LOST));
});

test('a row that is looked up without merchant details is requested as a report', () => {
	const { buildRequest } = withRematch(
		{ buildRequest: () => REPORT, parseResponse: () => [] },
		{} as Parameters<typeof withRematch>[1],
	);
	expect(buildRequest([{ ...ROW, lost: LOST, rematch: null }])).toBe(REPORT);
	expect(buildRequest([])).toBe(REPORT);
});

test('reports the failure of the lookup itself', () => {
	const failure = { ...LOST, reasonCode: 'AGG_MERCHANT_NOT_PERMITTED' };
	const row = { ...ROW, lost: LOST };
	expect(parse(row, failed(LOST), { kind: 'failed', failure })).toEqual(failed(failure));
	// Nor is it another one than that of a lookup without a response.
	const { parseFailure } = withRematch(
		{ buildRequest: () => REPORT, parseResponse: () => [] },
		{} as Parameters<typeof withRematch>[1],
	);
	expect(parseFailure?.(failure, row)).toEqual(failed(failure));
});
