import { createHash, generateKeyPairSync } from 'node:crypto';
import OAuth from 'mastercard-oauth1-signer';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { RawMastercardClient, type Departures } from '../../support/rawMastercardClient';

const MATCHES = '/small-business/credit-analytics/locations/matches';
const FOUND = {
	country_code: 'USA',
	company_name: 'Artisan Emporium',
	street_address: '2000 Purchase St',
};

describe('the gateway', () => {
	let simulator: Simulator;
	let client: RawMastercardClient;

	beforeAll(async () => {
		simulator = await startSimulator();
		client = new RawMastercardClient(simulator.credential);
	});
	afterAll(async () => {
		await simulator.close();
	});

	async function getReason(departures: Departures) {
		const response = await client.get(MATCHES, FOUND, departures);
		const { Errors } = response.json as {
			Errors: { Error: Array<Record<'Source' | 'ReasonCode' | 'Description', string>> };
		};
		return { status: response.status, ...Errors.Error[0] };
	}

	test.each<[string, Departures]>([
		['raw header values, as Mastercard’s clients send them', {}],
		['percent-encoded header values, as RFC 5849 says', { encodeHeaderValues: true }],
		['RSA-PSS', { pss: true }],
		['no oauth_version', { oauth: { oauth_version: undefined } }],
	])('accepts %s', async (_what, departures) => {
		expect((await client.get(MATCHES, FOUND, departures)).status).toBe(200);
	});

	test('accepts what Mastercard’s own signing library creates', async () => {
		const target = `${MATCHES}?country_code=USA&id_type=MERCHANT_ID&id_value=106241230D01`;
		const pem = client.signingKey.export({ type: 'pkcs8', format: 'pem' }).toString();
		const authorization = OAuth.getAuthorizationHeader(
			simulator.url + target,
			'GET',
			'',
			simulator.credential.consumerKey,
			pem,
		);
		expect((await client.send('GET', target, '', { authorization })).status).toBe(200);
	});

	test('accepts a query that was signed as sent, even if it is not strictly encoded', async () => {
		const target = `${MATCHES}?country_code=USA&company_name=Bob's+(Bar)&street_address=1+Main,+St`;
		expect((await client.send('GET', target, '')).status).toBe(200);
	});

	test('every response has a correlation ID and a date', async () => {
		const { headers } = await client.get(MATCHES, FOUND, { authorization: null });
		expect(headers['x-mc-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
		expect(Math.abs(Date.parse(String(headers.date)) - Date.now())).toBeLessThan(60_000);
	});

	test.each<[string, Departures]>([
		['no header', { authorization: null }],
		['another scheme', { authorization: 'Bearer abc' }],
		['a header that is not a list', { authorization: 'OAuth oauth_nonce' }],
		['a repeated parameter', { authorization: 'OAuth oauth_nonce="a",oauth_nonce="b"' }],
		['no nonce', { oauth: { oauth_nonce: undefined } }],
		['no body hash', { oauth: { oauth_body_hash: undefined } }],
		['another OAuth version', { oauth: { oauth_version: '2.0' } }],
		['a timestamp that is not a number', { oauth: { oauth_timestamp: 'now' } }],
	])('%s is an invalid header', async (_what, departures) => {
		expect(await getReason(departures)).toMatchObject({
			status: 400,
			Source: 'Gateway',
			ReasonCode: 'INVALID_AUTH_HEADER',
		});
	});

	test('a signature by another key is rejected with the expected base string', async () => {
		const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		const reason = await getReason({ signingKey: privateKey });
		expect(reason).toMatchObject({ status: 401, ReasonCode: 'AUTHENTICATION_FAILED' });
		expect(reason.Description).toContain('Acceptable signature base string: GET&http%3A%2F%2F');
		expect(reason.Description).toContain('company_name%3DArtisan%2520Emporium');
	});

	test('a query changed after signing is rejected', async () => {
		const authorization = client.authorization('GET', `${MATCHES}?country_code=USA`, '');
		const response = await client.send('GET', `${MATCHES}?country_code=CAN`, '', { authorization });
		expect(response.status).toBe(401);
	});

	test('an unknown consumer key is rejected', async () => {
		expect(await getReason({ oauth: { oauth_consumer_key: 'someone!else' } })).toMatchObject({
			status: 401,
			Description: 'The oauth_consumer_key is not known.',
		});
	});

	test('another signature method is rejected', async () => {
		const reason = await getReason({ oauth: { oauth_signature_method: 'HMAC-SHA1' } });
		expect(reason).toMatchObject({ status: 401, ReasonCode: 'AUTHENTICATION_FAILED' });
	});

	test('a body that differs from the signed one is rejected with both hashes', async () => {
		const response = await client.send('POST', '/consumer/credit-analytics/scores', '{"a":1}', {
			sentBytes: '{"a": 1}',
		});
		const hash = (text: string) => createHash('sha256').update(text).digest('base64');
		expect(response.status).toBe(400);
		expect(response.json).toMatchObject({
			Errors: {
				Error: [
					{
						Source: 'Gateway',
						ReasonCode: 'INVALID_BODY_HASH',
						Details: `Calculated: ${hash('{"a": 1}')}, Received: ${hash('{"a":1}')}`,
					},
				],
			},
		});
	});

	test.each([-301, 301])('a timestamp %p seconds off is rejected', async (seconds) => {
		// One more second of distance, since the clock moves on while the request travels.
		const off = Math.floor(Date.now() / 1000) + seconds + Math.sign(seconds) * 5;
		expect(await getReason({ oauth: { oauth_timestamp: String(off) } })).toMatchObject({
			status: 401,
			Description: 'The oauth_timestamp is invalid or expired.',
		});
	});

	test('a nonce is valid once, and again after a reset', async () => {
		const once = { oauth: { oauth_nonce: 'the-very-same-nonce' } };
		expect((await client.get(MATCHES, FOUND, once)).status).toBe(200);
		expect(await getReason(once)).toMatchObject({
			status: 401,
			Description: 'The oauth_nonce was already used.',
		});
		simulator.reset();
		expect((await client.get(MATCHES, FOUND, once)).status).toBe(200);
	});

	test('a rejected request does not use up its nonce', async () => {
		const oauth = { oauth_nonce: 'nonce-of-a-rejected-request' };
		const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		expect(await getReason({ oauth, signingKey: privateKey })).toMatchObject({ status: 401 });
		expect((await client.get(MATCHES, FOUND, { oauth })).status).toBe(200);
	});

	test('an unknown path with a valid signature is not found', async () => {
		const response = await client.get('/consumer/credit-analytics/nothing');
		expect(response.status).toBe(404);
		expect(response.json).toMatchObject({
			Errors: { Error: [{ Source: 'Gateway', ReasonCode: 'NOT_FOUND' }] },
		});
	});

	test('a simulator with a skewed clock shows it in its Date header and rejects our timestamp', async () => {
		const late = await startSimulator({ clockSkewSeconds: 600 });
		const response = await new RawMastercardClient(late.credential).get(MATCHES, FOUND);
		await late.close();
		expect(response.status).toBe(401);
		expect(Date.parse(String(response.headers.date)) - Date.now()).toBeGreaterThan(500_000);
	});
});
