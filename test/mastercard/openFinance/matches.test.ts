import {
	buildMatchesRequest,
	parseMatchesResponse,
	parseUsMatchParams,
} from '../../../mastercard/openFinance/matches';
import { parseMatchesResponse as readStandalone } from '../../../mastercard/sbca/standalone/matches';
import { toHttpResponse, documented } from '../../support/documented';
import { documentedErrors } from '../../support/openFinanceErrors';
import { getRejection } from '../../support/getRejection';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const mastercards = documented('of-sbca-mastercard-own-api-test');

test("builds Mastercard's documented queries, without empty fields", () => {
	const byId = parseUsMatchParams({ matchBy: 'merchantId', idValue: '106241230D01' });
	expect(buildMatchesRequest(byId)).toEqual({
		path: '/decisioning/sbca/location-matches',
		query: mastercards.matches_by_id,
	});
	const { idType, idValue, ...query } = mastercards.matches_by_info as Record<string, string>;
	expect([idType, idValue]).toEqual(['', '']);
	const byName = parseUsMatchParams({
		matchBy: 'nameAndAddress',
		companyName: query.merchantName,
		streetAddress: query.streetAddress,
		city: query.city,
		stateProvinceRegion: query.stateProvinceRegion,
		postalCode: 10577,
		countryCode: 'BRA',
	});
	expect(buildMatchesRequest(byName).query).toEqual(query);
});

test('parses the documented response like that of the standalone API, including the numeric ZIP code', () => {
	const result = parseMatchesResponse(toHttpResponse(documented('of-sbca-matches-01-single')), NOW);
	const standalone = toHttpResponse(documented('sbca-match-01-single-by-merchant-id'));
	expect(result).toEqual(readStandalone(standalone, NOW));
	expect(result).toMatchObject({
		kind: 'succeeded',
		value: { locations: [{ postalCode: '10577' }] },
	});
});

test.each([10100, '10100'])('reports no match (code %p) as for the standalone API', (code) => {
	const body = { code, message: 'No potential location matches found.' };
	expect(parseMatchesResponse({ status: 404, headers: {}, body }, NOW)).toEqual({
		kind: 'noData',
		reasonCode: 'MATCHES_NOT_FOUND',
		value: { locations: [], reason: 'No potential location matches found.' },
	});
});

test.each(
	documentedErrors('GET /decisioning/sbca/location-matches').filter(({ status }) => status !== 404),
)('keeps the code of $name and says what to do', ({ status, body }) => {
	expect(parseMatchesResponse({ status, headers: {}, body }, NOW)).toEqual({
		kind: 'failed',
		failure: {
			message: expect.stringContaining(body.message.replace(/\.$/, '')),
			description: expect.stringMatching(/\w\./),
			httpCode: status,
			reasonCode: String(body.code),
			source: 'OpenFinance',
			retryable: false,
			scope: status === 401 ? 'run' : 'row',
			correlationId: null,
		},
	});
});

test.each([null, [], {}, { locationMatches: {} }, 'page'])(
	'fails for %p, which is not a list of locations',
	(body) => {
		expect(parseMatchesResponse({ status: 200, headers: {}, body }, NOW)).toMatchObject({
			failure: { reasonCode: 'UNEXPECTED_RESPONSE' },
		});
	},
);

test('reports an empty list as no match', () => {
	const response = { status: 200, headers: {}, body: { locationMatches: [] } };
	expect(parseMatchesResponse(response, NOW)).toMatchObject({ reasonCode: 'MATCHES_NOT_FOUND' });
});

test('accepts an ID of 100 characters, and rejects a longer one', () => {
	const read = (length: number) => () =>
		parseUsMatchParams({ matchBy: 'merchantId', idValue: '1'.repeat(length) });
	expect(read(100)()).toMatchObject({ idValue: '1'.repeat(100) });
	expect(getRejection(read(101)).code).toBe('ID_VALUE_TOO_LONG');
});

describe('a merchant is looked up by the number that its user chose', () => {
	test.each([
		['taxId', 'TAX_ID'],
		['merchantId', 'MERCHANT_ID'],
	])('%s goes out as %s', (matchBy, idType) => {
		const params = parseUsMatchParams({ matchBy, idValue: '123456789' });
		expect(buildMatchesRequest(params).query).toEqual({ idType, idValue: '123456789' });
	});
});

test('a field that was not given is not in the query at all', () => {
	const params = parseUsMatchParams({
		matchBy: 'nameAndAddress',
		companyName: 'Artisan Emporium',
		streetAddress: '2000 Purchase St',
	});
	expect(Object.keys(buildMatchesRequest(params).query)).toEqual(['merchantName', 'streetAddress']);
});

test.each([
	['a list beside an error status', 500, { locationMatches: [{}] }, { httpCode: 500 }],
	['a code of no match beside another status', 400, { code: '10100' }, { httpCode: 400 }],
	['another code beside a 404', 404, { code: '12345' }, { reasonCode: '12345' }],
	['an empty page that was not found', 404, '', { httpCode: 404 }],
	['an object', 200, {}, { message: expect.stringMatching(/expected .*locations/) }],
])('%s is a failure', (_, status, body, failure) => {
	expect(parseMatchesResponse({ status, headers: {}, body }, NOW)).toMatchObject({
		kind: 'failed',
		failure,
	});
});
