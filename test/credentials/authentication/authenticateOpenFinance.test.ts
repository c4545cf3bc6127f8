import { Readable } from 'node:stream';
import {
	authenticateOpenFinance,
	preAuthenticate,
} from '../../../credentials/authentication/authenticateOpenFinance';
import type { HttpRequestHelper } from '../../../credentials/authentication/tokenClient';
import { RENEW_AFTER_MS } from '../../../mastercard/openFinance/sessions';

const START = Date.parse('2026-11-21T04:00:00Z');
const MINUTE = 60_000;

let partners = 0;
let partnerCount = 0;
/** As n8n stores a credential that was never used; no other test has its values. */
const fresh = () => ({
	baseUrl: 'https://api.finicity.com',
	appKey: 'app-key',
	partnerId: `partner-${(partners += 1)}`,
	partnerSecret: 'secret',
	token: '',
	session: '',
});

const getBody = (value: unknown) => Readable.from([Buffer.from(JSON.stringify(value))]);

/** Issues tokens of its own, and says of each whether it is still taken. */
function partner() {
	partnerCount += 1;
	const name = `partner${partnerCount}`;
	const declined = new Set<string>();
	let sent = 0;
	let checks = 0;
	const httpRequest: HttpRequestHelper = ({ method, headers }) => {
		if (method === 'GET') {
			checks += 1;
			const isDeclined = declined.has(headers['Finicity-App-Token'] ?? '');
			const body = getBody(isDeclined ? { code: '10023' } : { customers: [] });
			return Promise.resolve({ statusCode: isDeclined ? 401 : 200, headers: {}, body });
		}
		sent += 1;
		const body = getBody({ token: `${name}-${sent}` });
		return Promise.resolve({ statusCode: 200, headers: {}, body });
	};
	return {
		httpRequest,
		sent: () => sent,
		checks: () => checks,
		token: (count: number) => `${name}-${count}`,
		/** Ends a token early. */
		end: (count: number) => declined.add(`${name}-${count}`),
	};
}

const request = {
	url: 'https://api.finicity.com/aggregation/v1/customers',
	headers: { 'X-Own': '1' },
};

test('sends to the address that was checked', () => {
	const credential = { ...fresh(), token: 'abc' };
	const split = { baseURL: 'https://api.finicity.com', url: '/a b', qs: { c: '/' } };
	expect(authenticateOpenFinance(split, credential, START)).toMatchObject({
		url: 'https://api.finicity.com/a%20b?c=%2F',
		uri: 'https://api.finicity.com/a%20b?c=%2F',
		baseURL: undefined,
		qs: undefined,
	});
});

test('adds the app key and the token, and leaves the rest as it is', async () => {
	const credential = fresh();
	const { httpRequest, token } = partner();
	await preAuthenticate(credential, httpRequest, () => START);
	expect(authenticateOpenFinance(request, credential, START)).toEqual({
		...request,
		uri: request.url,
		headers: {
			Accept: 'application/json',
			'X-Own': '1',
			'Finicity-App-Key': 'app-key',
			'Finicity-App-Token': token(1),
		},
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	});
	expect(request.headers).toEqual({ 'X-Own': '1' });
});

test('repeated on its own result, it replaces the token', async () => {
	const credential = fresh();
	const { httpRequest, token } = partner();
	await preAuthenticate(credential, httpRequest, () => START);
	const once = authenticateOpenFinance(request, credential, START);
	const later = START + RENEW_AFTER_MS;
	expect(() => authenticateOpenFinance(once, credential, later)).toThrow();
	await preAuthenticate(credential, httpRequest, () => later);
	expect(authenticateOpenFinance(once, credential, later).headers).toEqual({
		...once.headers,
		'Finicity-App-Token': token(2),
	});
});

test.each([
	'https://evil.example/x',
	'http://api.finicity.com/x',
	'https://api.finicity.com:8443/x',
	'https://api.finicity.com@evil.example/x',
])('gives nothing to %s', (url) => {
	const credential = { ...fresh(), token: 'abc' };
	expect(() => authenticateOpenFinance({ url }, credential, START)).toThrow(
		/only, and this request goes elsewhere/,
	);
});

test('without a session it looks like a 401, so that n8n authenticates before Mastercard declines it', () => {
	expect(() => authenticateOpenFinance(request, fresh(), START)).toThrow(
		expect.objectContaining({ response: { status: 401 } }),
	);
});

test('so does a stored token that is 90 minutes old, which is then replaced', async () => {
	const credential = fresh();
	const { httpRequest, token } = partner();
	const stored = {
		...credential,
		...(await preAuthenticate(credential, httpRequest, () => START)),
	};
	const later = START + RENEW_AFTER_MS;
	expect(() => authenticateOpenFinance(request, stored, later)).toThrow(
		expect.objectContaining({ response: { status: 401 } }),
	);
	expect(await preAuthenticate(stored, httpRequest, () => later)).toMatchObject({
		token: token(2),
	});
});

test('a token without a known age is used until it is declined', () => {
	const credential = { ...fresh(), token: 'from-elsewhere' };
	expect(authenticateOpenFinance(request, credential, START).headers).toMatchObject({
		'Finicity-App-Token': 'from-elsewhere',
	});
});

test('n8n gets the token and its age to store, the same for all who need it', async () => {
	const credential = fresh();
	const { httpRequest, sent, token } = partner();
	const stored = await Promise.all(
		Array.from({ length: 20 }, () => preAuthenticate(credential, httpRequest, () => START)),
	);
	expect(new Set(stored.map(({ token }) => token))).toEqual(new Set([token(1)]));
	expect(stored[0]?.session).toContain('"issuedAt":"2026-11-21T04:00:00.000Z"');
	expect(sent()).toBe(1);
});

describe('after a failed request', () => {
	/** A request of n8n with its own copy of the credential, which fails; then n8n calls back. */
	const fail = async (
		stored: ReturnType<typeof fresh>,
		httpRequest: HttpRequestHelper,
		now: number,
	) => {
		const copy = { ...stored };
		authenticateOpenFinance(request, copy, now);
		return await preAuthenticate(copy, httpRequest, () => now);
	};
	const start = async () => {
		const own = partner();
		const credential = fresh();
		const first = await preAuthenticate(credential, own.httpRequest, () => START);
		return { ...own, stored: { ...credential, ...first } };
	};

	test('a token that was ended early is replaced once, for all that had it, however young it is', async () => {
		const { stored, httpRequest, end, sent, token } = await start();
		end(1);
		const copies = [{ ...stored }, { ...stored }, { ...stored }];
		for (const copy of copies) authenticateOpenFinance(request, copy, START + 1);
		const renewed = [];
		for (const copy of copies)
			renewed.push(await preAuthenticate(copy, httpRequest, () => START + 1));
		expect(renewed.map((data) => data.token)).toEqual([token(2), token(2), token(2)]);
		expect(sent()).toBe(2);
	});

	test('a token that is still taken stays, and n8n does not send the request again', async () => {
		const { stored, httpRequest, sent, checks } = await start();
		for (let item = 0; item < 200; item++)
			expect(await fail(stored, httpRequest, START + item * 1000)).toEqual({});
		expect([sent(), checks()]).toEqual([1, 200]);
	});

	test.each([
		['a declined app key', 401, { code: '10027' }],
		['an outage', 503, {}],
		['a customer that is unknown', 404, {}],
	])('%s is no reason for another token', async (_, statusCode, body) => {
		const { stored, sent } = await start();
		const httpRequest: HttpRequestHelper = () =>
			Promise.resolve({ statusCode, headers: {}, body: getBody(body) });
		expect(await fail(stored, httpRequest, START + 1)).toEqual({});
		expect(sent()).toBe(1);
	});

	test('nor is a server that cannot be reached', async () => {
		const { stored } = await start();
		const unreachable: HttpRequestHelper = () => Promise.reject(new Error('ECONNREFUSED'));
		expect(await fail(stored, unreachable, START + 1)).toEqual({});
	});

	test('tokens that are declined one after another are replaced five times in a minute', async () => {
		const { stored, httpRequest, end, sent } = await start();
		for (let count = 1; count < 20; count++) end(count);
		let last = stored;
		for (let item = 0; item < 50; item++)
			last = { ...last, ...(await fail(last, httpRequest, START + item * 1000)) };
		expect(sent()).toBe(6);
		last = { ...last, ...(await fail(last, httpRequest, START + 2 * MINUTE)) };
		expect(sent()).toBe(7);
	});

	test('n8n gets a token to store that this process has in place of a declined one', async () => {
		const { stored, httpRequest, end, sent, token } = await start();
		end(1);
		await fail(stored, httpRequest, START + 1);
		// Still with the old token, as another execution has read it.
		const copy = { ...stored };
		expect(() => authenticateOpenFinance(request, copy, START + 2)).toThrow(
			expect.objectContaining({ response: { status: 401 } }),
		);
		expect(await preAuthenticate(copy, httpRequest, () => START + 2)).toMatchObject({
			token: token(2),
		});
		// Should n8n not store it, the request is sent all the same.
		expect(authenticateOpenFinance(request, copy, START + 2).headers).toMatchObject({
			'Finicity-App-Token': token(2),
		});
		expect(sent()).toBe(2);
	});
});

test('a credential test authenticates anew each time, and leaves the session when that fails', async () => {
	const own = partner();
	const credential = fresh();
	const stored = {
		...credential,
		...(await preAuthenticate(credential, own.httpRequest, () => START)),
	};
	const tested = await preAuthenticate({ ...stored }, own.httpRequest, () => START + 1);
	expect(tested.token).toBe(own.token(2));
	const down: HttpRequestHelper = () =>
		Promise.resolve({ statusCode: 503, headers: {}, body: getBody({}) });
	await expect(preAuthenticate({ ...stored, ...tested }, down, () => START + 2)).rejects.toThrow();
	expect(authenticateOpenFinance(request, { ...stored }, START + 3).headers).toMatchObject({
		'Finicity-App-Token': own.token(2),
	});
});

test('a failed authentication is stored, and told in a sentence without the secret and without a code of ours', async () => {
	let sent = 0;
	const httpRequest: HttpRequestHelper = () => {
		sent += 1;
		return Promise.resolve({
			statusCode: 401,
			headers: {},
			body: getBody({ code: '10001', message: 'hunter2hunter2 is wrong' }),
		});
	};
	const credential = { ...fresh(), partnerSecret: 'hunter2hunter2' };
	const result = await preAuthenticate(credential, httpRequest, () => START);
	expect(result).toEqual({ token: '', session: expect.stringContaining('"partner":') });
	expect(JSON.stringify(result)).not.toContain('hunter2');
	const stored = { ...credential, ...result };
	const sentence = expect.objectContaining({
		message: expect.stringMatching(/^'Partner Secret' is not the one/),
	});
	expect(() => authenticateOpenFinance(request, stored, START)).toThrow(sentence);
	const thrown: unknown = await preAuthenticate(stored, httpRequest, () => START).catch(
		(error: unknown) => error,
	);
	expect(thrown).toEqual(sentence);
	expect(thrown).not.toHaveProperty('code');
	expect(String(thrown)).not.toContain('hunter2');
	expect(sent).toBe(1);
});

test('a server that cannot be reached is told in a sentence', async () => {
	const httpRequest: HttpRequestHelper = () => Promise.reject(new Error('connect ECONNREFUSED'));
	await expect(preAuthenticate(fresh(), httpRequest, () => START)).rejects.toThrow(
		/^Mastercard Open Finance could not be reached/,
	);
});

test.each([
	['appKey', '', "'App Key' is empty"],
	['partnerId', ' ', "'Partner ID' is empty"],
	['partnerSecret', undefined, "'Partner Secret' is empty"],
	['appKey', 'a\r\nX: y', "'App Key' contains invalid characters"],
	['baseUrl', 'http://api.finicity.com', "'Base URL' does not start with https://"],
])('a wrong %s (%p) is named, and nothing is sent', async (field, value, message) => {
	const { httpRequest, sent } = partner();
	const wrong = { ...fresh(), [field]: value };
	const thrown = await preAuthenticate(wrong, httpRequest, () => START).catch((error) => error);
	expect(thrown).toMatchObject({ message: expect.stringContaining(message) });
	expect(thrown).not.toHaveProperty('code');
	expect(sent()).toBe(0);
});

test('a token request has a time limit as a whole, follows no redirect, and bypasses proxies for this machine', async () => {
	let sent: Parameters<HttpRequestHelper>[0] | undefined;
	const { httpRequest } = partner();
	const recording: HttpRequestHelper = (options) => {
		sent = options;
		return httpRequest(options);
	};
	const local = { ...fresh(), baseUrl: 'http://[::1]:8080' };
	await preAuthenticate(local, recording, () => START);
	expect(sent).toMatchObject({
		timeout: 30_000,
		abortSignal: expect.any(AbortSignal),
		disableFollowRedirect: true,
		proxy: { protocol: 'http', host: '[::1]', port: 8080 },
	});
	await preAuthenticate(fresh(), recording, () => START);
	expect(sent).not.toHaveProperty('proxy');
});
