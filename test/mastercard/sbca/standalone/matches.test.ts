import { parseMatchParams, type MatchFields } from '../../../../mastercard/sbca/matchParams';
import {
	buildMatchesRequest,
	parseMatchesResponse,
} from '../../../../mastercard/sbca/standalone/matches';
import { toHttpResponse, documented, type DocumentedCase } from '../../../support/documented';
import { getRejection } from '../../../support/getRejection';

const NOW = Date.parse('2026-01-01T00:00:00Z');

/** The row that leads to a documented request. */
function getFields({ request }: DocumentedCase): MatchFields {
	const query = request.query ?? {};
	return {
		matchBy: query.id_type === undefined ? 'nameAndAddress' : 'merchantId',
		companyName: query.company_name,
		streetAddress: query.street_address,
		city: query.city,
		stateProvinceRegion: query.state_province_region,
		postalCode: query.postal_code,
		countryCode: query.country_code,
		idValue: query.id_value,
	};
}

test.each([
	'sbca-match-01-single-by-merchant-id',
	'sbca-match-02-single-by-name-address',
	'sbca-match-03-multiple-by-merchant-id',
	'sbca-match-04-multiple-by-name-address',
	'sbca-match-neg-01-no-match-by-merchant-id',
	'sbca-match-neg-02-no-match-by-name-address',
	'sbca-match-neg-03-aggregated-by-merchant-id',
	'sbca-match-neg-04-aggregated-by-name-address',
	'sbca-match-neg-09-unsupported-country',
])('%s: builds the documented query', (name) => {
	const example = documented(name);
	expect(buildMatchesRequest(parseMatchParams(getFields(example)))).toEqual({
		path: `/small-business/credit-analytics/locations${example.request.path}`,
		query: example.request.query,
	});
});

test('sends a tax ID as such, and nothing else with it', () => {
	const params = { matchBy: 'taxId', countryCode: 'USA', idValue: '12-3456789' } as const;
	expect(buildMatchesRequest(params).query).toEqual({
		country_code: 'USA',
		id_type: 'TAX_ID',
		id_value: '12-3456789',
	});
});

test.each(['sbca-match-01-single-by-merchant-id', 'sbca-match-02-single-by-name-address'])(
	'%s: returns the location as Mastercard sent it',
	(name) => {
		const example = documented(name);
		expect(parseMatchesResponse(toHttpResponse(example), NOW)).toEqual({
			kind: 'succeeded',
			value: { locations: example.response, reason: null },
		});
	},
);

test('sbca-match-spec-example-multiple: keeps the order of the ranks, and converts postal codes to text', () => {
	const result = parseMatchesResponse(
		toHttpResponse(documented('sbca-match-spec-example-multiple')),
		NOW,
	);
	expect(result.kind === 'succeeded' && result.value.locations).toMatchObject([
		{ matchRank: 1, merchantName: 'Fancy Restaurant', postalCode: '12345' },
		{ matchRank: 2, merchantName: 'Similar Restaurant', postalCode: '12346' },
	]);
});

test.each([
	'sbca-match-neg-01-no-match-by-merchant-id',
	'sbca-match-neg-02-no-match-by-name-address',
])('%s: reports no data, not a failure', (name) => {
	expect(parseMatchesResponse(toHttpResponse(documented(name)), NOW)).toEqual({
		kind: 'noData',
		reasonCode: 'MATCHES_NOT_FOUND',
		value: {
			locations: [],
			reason:
				"No potential matches for the provided merchant information were found in Mastercard's merchant location database.",
		},
	});
});

test.each([
	[
		'sbca-match-neg-03-aggregated-by-merchant-id',
		403,
		'AGG_MERCHANT_NOT_PERMITTED',
		'individual business',
	],
	[
		'sbca-match-neg-04-aggregated-by-name-address',
		403,
		'AGG_MERCHANT_NOT_PERMITTED',
		'individual business',
	],
	['sbca-match-neg-05-invalid-id-type', 400, 'INVALID_DATA: id_type', "'Match By'"],
	['sbca-match-neg-09-unsupported-country', 400, 'INVALID_DATA: country_code', 'countries'],
])('%s: fails with %d %s and advice', (name, httpCode, reasonCode, advice) => {
	const result = parseMatchesResponse(toHttpResponse(documented(name)), NOW);
	expect(result).toMatchObject({
		kind: 'failed',
		failure: { httpCode, reasonCode, source: 'CreditAnalytics', retryable: false },
	});
	expect(result.kind === 'failed' && result.failure.description).toContain(advice);
});

test.each([
	['sbca-match-neg-07-invalid-postal-code', 'POSTAL_CODE'],
	['sbca-match-neg-08-invalid-state', 'STATE'],
])('%s: is rejected before any call', (name, code) => {
	expect(getRejection(() => parseMatchParams(getFields(documented(name)))).code).toBe(code);
});

test('sbca-match-neg-06-invalid-id-type-and-value: no row can have an ID type that Mastercard does not know', () => {
	const { id_type, id_value } = documented('sbca-match-neg-06-invalid-id-type-and-value').request
		.query ?? { id_type: '', id_value: '' };
	const fields = { matchBy: id_type, countryCode: 'USA', idValue: id_value };
	expect(getRejection(() => parseMatchParams(fields)).code).toBe('MATCH_BY');
});

test.each([null, '', {}, 'text', { locationMatches: [] }])(
	'fails for a 200 with the body %j',
	(body) => {
		expect(parseMatchesResponse({ status: 200, headers: {}, body }, NOW)).toMatchObject({
			kind: 'failed',
			failure: { reasonCode: 'UNEXPECTED_RESPONSE', httpCode: 200 },
		});
	},
);

test("does not mistake the gateway's 404 for a merchant without a match", () => {
	const body = { Errors: { Error: [{ Source: 'Gateway', ReasonCode: 'NOT_FOUND' }] } };
	expect(parseMatchesResponse({ status: 404, headers: {}, body }, NOW).kind).toBe('failed');
});

test('a field that was not given is not in the query at all', () => {
	const params = parseMatchParams({
		matchBy: 'nameAndAddress',
		companyName: 'Artisan Emporium',
		streetAddress: '2000 Purchase St',
		countryCode: 'USA',
	});
	expect(Object.keys(buildMatchesRequest(params).query)).toEqual([
		'company_name',
		'street_address',
		'country_code',
	]);
});

describe('a response of another form than documented', () => {
	const notFound = { Errors: { Error: [{ ReasonCode: 'MATCHES_NOT_FOUND', Description: 'D' }] } };

	test.each([
		['a list beside an error status', 500, [{ locationId: 'a' }], { httpCode: 500 }],
		['a code of no match beside another status', 400, notFound, { httpCode: 400 }],
		['an empty page that was not found', 404, '', { httpCode: 404 }],
		['an object', 200, {}, { message: expect.stringMatching(/expected .*locations/) }],
	])('%s is a failure', (_, status, body, failure) => {
		expect(parseMatchesResponse({ status, headers: {}, body }, NOW)).toMatchObject({
			kind: 'failed',
			failure,
		});
	});
});
