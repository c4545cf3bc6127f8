import { toOpenFinanceCredential } from '../../../mastercard/openFinance/credential';
import { buildTokenRequest, parseTokenResponse } from '../../../mastercard/openFinance/accessToken';
import { toHttpResponse, documented } from '../../support/documented';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const example = documented('of-auth-01-create-token');

test('the documented authentication is sent', () => {
	const { partnerId, partnerSecret } = example.request.body as Record<string, string>;
	const credential = toOpenFinanceCredential({ appKey: 'app-key', partnerId, partnerSecret });
	const { url, body, headers, method } = buildTokenRequest(credential);
	expect({ method, url }).toEqual({
		method: 'POST',
		url: `https://api.finicity.com${example.request.path}`,
	});
	expect(JSON.parse(body ?? '')).toEqual(example.request.body);
	expect(headers).toEqual({
		'Finicity-App-Key': 'app-key',
		Accept: 'application/json',
		'Content-Type': 'application/json',
	});
});

test('the documented token is read', () => {
	expect(parseTokenResponse(toHttpResponse(example), NOW)).toEqual({
		token: 'YBh22Sb9Es6e66Q7lWdt',
	});
});

test.each([
	[
		'a wrong app key',
		401,
		{ code: '10027', message: 'Invalid parameter (Finicity-App-Key)' },
		"'App Key'",
	],
	[
		'a missing app key',
		401,
		{ code: 10026, message: 'Missing parameter (Finicity-App-Key)' },
		"'App Key'",
	],
	['a wrong partner', 404, { code: 12401, message: 'partner not found' }, "'Partner ID'"],
	[
		'a wrong partner, wrapped',
		404,
		{ Errors: { Error: [{ ReasonCode: '12401' }] } },
		"'Partner ID'",
	],
	['a wrong secret', 401, { code: '10001', message: 'Invalid credentials' }, "'Partner Secret'"],
	[
		'a wrong secret, as a number',
		401,
		{ code: 10001, message: 'Invalid credentials' },
		"'Partner Secret'",
	],
])('%s is named as such', (_, status, body, field) => {
	const result = parseTokenResponse({ status, headers: {}, body }, NOW);
	expect(result).toMatchObject({
		failure: {
			message: expect.stringMatching(new RegExp(`^${field}`)),
			retryable: false,
			httpCode: status,
		},
	});
});

test('a locked account is thought of when Mastercard does not say why', () => {
	const body = { code: '10021', message: 'You are not authorized.' };
	expect(parseTokenResponse({ status: 401, headers: {}, body }, NOW)).toMatchObject({
		failure: { description: expect.stringContaining('the account may be locked') },
	});
});

test('a code such as constructor finds nothing that every object inherits', () => {
	const body = { code: 'constructor', message: 'x' };
	expect(parseTokenResponse({ status: 401, headers: {}, body }, NOW)).toMatchObject({
		failure: { message: 'Mastercard declined the authentication', reasonCode: 'constructor' },
	});
});

test.each([null, '', 'a page', {}, { token: '' }, { token: null }])('%p is no token', (body) => {
	expect(parseTokenResponse({ status: 200, headers: {}, body }, NOW)).toMatchObject({
		failure: { reasonCode: 'UNEXPECTED_RESPONSE' },
	});
});

describe("Mastercard's own words about a failed authentication", () => {
	const getDescription = (status: number, body: unknown): string => {
		const result = parseTokenResponse({ status, headers: {}, body }, NOW);
		if (!('failure' in result)) throw new Error('Expected a failure.');
		return result.failure.description;
	};

	test.each([
		['with a known code', { code: '10027', message: 'Invalid parameter. ' }],
		['with an unknown code', { code: 'X', message: 'Invalid parameter. ' }],
	])('come first, as one sentence: %s', (_, body) => {
		expect(getDescription(401, body)).toMatch(/^Mastercard says: Invalid parameter\. [A-Z].*\.$/);
	});

	test.each([
		['an error without words', { code: '10027' }],
		['a page', '<html>'],
	])('are left out when there are none: %s', (_, body) => {
		expect(getDescription(401, body)).toMatch(/^[A-Z](?!astercard says).*\.$/);
	});

	test('an outage is not taken for a rejected credential', () => {
		const response = { status: 503, headers: {}, body: '<html>' };
		expect(parseTokenResponse(response, NOW)).toMatchObject({
			failure: { retryable: true, message: expect.stringContaining('503') },
		});
	});

	test('a 200 without a token says what was expected', () => {
		expect(parseTokenResponse({ status: 200, headers: {}, body: {} }, NOW)).toMatchObject({
			failure: { message: expect.stringMatching(/expected a token/) },
		});
	});
});
