import type { Failure, RowResult } from '../../../../mastercard/errors/Failure';
import type { MerchantMatch } from '../../../../mastercard/sbca/location';
import {
	followUp as getNextRow,
	parseRematchResponse,
	type ReportRow,
	type ReportValue,
} from '../../../../nodes/SbcaReport/operations/rematch';

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

const followUp = (row: ReportRow, result: RowResult<ReportValue>) =>
	getNextRow(row, result, ({ reasonCode }) => reasonCode === 'LOCATION_NOT_FOUND');

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
	kind: 'found',
	value: { locations: ids.map((locationId) => ({ locationId })), reason: null },
});

test('looks up a lost location, then requests the report for the best match', () => {
	const lookUp = followUp(ROW, { kind: 'failed', failure: LOST });
	expect(lookUp).toEqual({ ...ROW, lost: LOST });
	const match = parseRematchResponse(found(NEW, 'other'), lookUp as ReportRow);
	const again = followUp(lookUp as ReportRow, match);
	expect(again).toEqual({
		params: { ...ROW.params, locationId: NEW },
		customer: ROW.customer,
		rematch: null,
	});
	// There is no second rematch, even when the new location is lost as well.
	expect(followUp(again as ReportRow, { kind: 'failed', failure: LOST })).toBeUndefined();
});

test('does not look up a location without merchant details, or after any other failure', () => {
	expect(followUp({ ...ROW, rematch: null }, { kind: 'failed', failure: LOST })).toBeUndefined();
	const other = { ...LOST, reasonCode: 'METRICS_NOT_FOUND' };
	expect(followUp(ROW, { kind: 'failed', failure: other })).toBeUndefined();
});

test.each([
	['no merchant', { kind: 'noData', reasonCode: 'X', value: { locations: [], reason: null } }],
	['a merchant without a location ID', found(undefined)],
	['the same location', found(OLD)],
	['the same location in capitals', found(OLD.toUpperCase())],
	['an ID that leads elsewhere', found('../matches')],
	['an ID that is not well-formed text', found('\ud800')],
	['an ID that is no text', found({ a: 1 } as unknown as string)],
] as const)('%s: keeps the original failure and says what was tried', (_, match) => {
	const result = parseRematchResponse(match as RowResult<MerchantMatch>, { ...ROW, lost: LOST });
	expect(result).toEqual({
		kind: 'failed',
		failure: {
			...LOST,
			description: expect.stringMatching(/^The merchant was looked up again,.*Look it up\.$/),
		},
	});
});

test('reports the failure of the lookup itself', () => {
	const failure = { ...LOST, reasonCode: 'AGG_MERCHANT_NOT_PERMITTED' };
	expect(parseRematchResponse({ kind: 'failed', failure }, { ...ROW, lost: LOST })).toEqual({
		kind: 'failed',
		failure,
	});
});
