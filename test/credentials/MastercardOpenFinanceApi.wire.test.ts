// The credential inside n8n's own request code: who logs in, when, and what is kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { MastercardOpenFinanceApi } from '../../credentials/MastercardOpenFinanceApi.credentials';
import { RENEW_AFTER_MS } from '../../mastercard/openFinance/sessions';
import { serializeSession } from '../../mastercard/openFinance/storedState';
import { toOpenFinanceCredential } from '../../mastercard/openFinance/credential';
import { startSimulator, type Simulator } from '../../simulator/server';
import { storeCredential } from '../support/credentialInN8n';
import { startRecordingServer, type RecordingServer } from '../support/recordingServer';

let simulator: Simulator;
const identityFolder = mkdtempSync(path.join(tmpdir(), 'open-finance-wire-'));
beforeEach(async () => {
	simulator = await startSimulator({ identityFolder });
});
afterAll(() => {
	rmSync(identityFolder, { recursive: true });
});
afterEach(async () => {
	jest.restoreAllMocks();
	await simulator.close();
});

const CUSTOMER = '/aggregation/v1/customers/1001483250';
const store = (more: object = {}) =>
	storeCredential(new MastercardOpenFinanceApi(), { ...simulator.openFinanceCredential, ...more });
const authentications = () =>
	simulator.calls.filter(({ path }) => path.endsWith('/authentication'));
const dataCalls = () => simulator.calls.filter(({ path }) => !path.endsWith('/authentication'));

/** Lets so much time pass for the nodes; the Mastercard simulator notices nothing of it. */
function later(ms: number): void {
	const now = Date.now() + ms;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
}

describe('HTTP Request node', () => {
	it('authenticates before the first request, and keeps token and age', async () => {
		const n8n = store();
		const body = await n8n.legacyRequest({ uri: simulator.url + CUSTOMER, json: true });
		expect(body).toMatchObject({ id: '1001483250' });
		expect(simulator.calls.map(({ status }) => status)).toEqual([200, 200]);
		expect(n8n.stored()).toMatchObject({
			token: expect.stringMatching(/^\w{10,}$/),
			session: expect.stringContaining('"issuedAt":'),
		});
	});

	it('authenticates once for many requests at the same time, in both helpers of n8n', async () => {
		const n8n = store();
		await Promise.all(
			Array.from({ length: 30 }, (_, index) =>
				index % 2 === 0
					? n8n.legacyRequest({ uri: simulator.url + CUSTOMER })
					: n8n.httpRequest({ url: simulator.url + CUSTOMER }),
			),
		);
		expect(authentications()).toHaveLength(1);
		expect(dataCalls()).toHaveLength(30);
	});

	it('sends the query of the request', async () => {
		await store().legacyRequest({
			uri: `${simulator.url}/decisioning/sbca/location-matches`,
			qs: { merchantName: 'Artisan & Emporium', streetAddress: '1 A St' },
		});
		const [call] = dataCalls();
		expect(call?.status).toBe(200);
	});

	it('replaces a token of 90 minutes before it is declined', async () => {
		const n8n = store();
		await n8n.legacyRequest({ uri: simulator.url + CUSTOMER });
		const first = n8n.stored()?.token;
		later(RENEW_AFTER_MS + 1);
		await n8n.legacyRequest({ uri: simulator.url + CUSTOMER });
		await n8n.httpRequest({ url: simulator.url + CUSTOMER });
		expect(dataCalls().map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(authentications()).toHaveLength(2);
		expect(n8n.stored()?.token).not.toBe(first);
	});

	it('replaces a token that is declined, once', async () => {
		const n8n = store();
		await n8n.httpRequest({ url: simulator.url + CUSTOMER });
		simulator.reset();
		later(10 * 60_000);
		await Promise.all(
			Array.from({ length: 5 }, () => n8n.httpRequest({ url: simulator.url + CUSTOMER })),
		);
		expect(authentications()).toHaveLength(1);
		expect(dataCalls().filter(({ status }) => status === 200)).toHaveLength(5);
	});

	it('goes on with the stored token after a restart of n8n', async () => {
		const values = toOpenFinanceCredential({ ...simulator.openFinanceCredential });
		// Fetched past the credential, so that this process remembers nothing of it.
		const { token } = (await (
			await fetch(`${simulator.url}/aggregation/v2/partners/authentication`, {
				method: 'POST',
				headers: { 'Finicity-App-Key': values.appKey },
				body: JSON.stringify({ partnerId: values.partnerId, partnerSecret: values.partnerSecret }),
			})
		).json()) as { token: string };
		const session = serializeSession({ token, issuedAt: Date.now() - 60 * 60_000 }, values);
		await store({ token, session }).legacyRequest({ uri: simulator.url + CUSTOMER });
		expect(authentications()).toHaveLength(1);
	});

	it('gives the token to no other host', async () => {
		const n8n = store();
		const foreign = simulator.url.replace('127.0.0.1', 'localhost');
		await expect(n8n.legacyRequest({ uri: foreign + CUSTOMER })).rejects.toThrow(
			/This credential is for .* only/,
		);
		expect(dataCalls()).toEqual([]);
	});

	it('never sends a declined authentication again, for however many items', async () => {
		const n8n = store({ partnerSecret: 'wrong' });
		for (let item = 0; item < 200; item++)
			await expect(n8n.legacyRequest({ uri: simulator.url + CUSTOMER })).rejects.toThrow(
				/^'Partner Secret' is not the one/,
			);
		expect(authentications()).toHaveLength(1);
	});
});

/** Lets every request fail with a token that has ended. */
function declineEveryToken() {
	simulator.injectFault({
		kind: 'status',
		status: 401,
		body: { code: '10023', message: 'Expired (Finicity-App-Token)' },
		path: '/aggregation/v1',
		times: Infinity,
	});
}

describe('a token that Mastercard has ended early', () => {
	it.each(['legacyRequest', 'httpRequest'] as const)(
		'is replaced for all who use the credential, whatever its age (%s)',
		async (helper) => {
			const n8n = store();
			const send = async () => await n8n[helper]({ url: simulator.url + CUSTOMER });
			await send();
			for (let times = 2; times <= 4; times++) {
				simulator.endOpenFinanceTokens();
				const old = n8n.stored()?.token;
				later(times * 61_000);
				await send();
				expect(n8n.stored()?.token).not.toBe(old);
				expect(authentications()).toHaveLength(times);
			}
		},
	);

	it('is replaced at once, in the credential test too', async () => {
		const n8n = store();
		await n8n.legacyRequest({ uri: simulator.url + CUSTOMER });
		simulator.endOpenFinanceTokens();
		await n8n.legacyRequest({ uri: simulator.url + CUSTOMER });
		simulator.endOpenFinanceTokens();
		expect((await n8n.test()).status).toBe('OK');
		await n8n.httpRequest({ url: simulator.url + CUSTOMER });
		expect(authentications()).toHaveLength(3);
	});

	it('is replaced once for many requests at the same time', async () => {
		const n8n = store();
		await n8n.httpRequest({ url: simulator.url + CUSTOMER });
		simulator.endOpenFinanceTokens();
		await Promise.all(
			Array.from({ length: 10 }, () => n8n.legacyRequest({ uri: simulator.url + CUSTOMER })),
		);
		expect(authentications()).toHaveLength(2);
	});

	it('is replaced a bounded number of times when every token is declined', async () => {
		declineEveryToken();
		const n8n = store();
		for (let item = 0; item < 50; item++)
			await expect(n8n.legacyRequest({ uri: simulator.url + CUSTOMER })).rejects.toThrow();
		expect(authentications()).toHaveLength(6);
	});

	it('is not why a request of the HTTP Request node fails, which is then not sent again', async () => {
		const n8n = store();
		const sbca = '/decisioning/customers/1001483250/sbca';
		simulator.injectFault({ kind: 'status', status: 500, path: sbca });
		const options = { method: 'POST', uri: simulator.url + sbca, body: {}, json: true } as const;
		await expect(n8n.legacyRequest(options)).rejects.toThrow();
		later(10 * 60_000);
		simulator.injectFault({ kind: 'status', status: 500, path: sbca });
		await expect(n8n.legacyRequest(options)).rejects.toThrow();
		expect(dataCalls().filter(({ method }) => method === 'POST')).toHaveLength(2);
		expect(authentications()).toHaveLength(1);
	});
});

describe('a failed authentication', () => {
	/** The credential type as another process has it: without the memory of this one. */
	function loadAnew(): MastercardOpenFinanceApi {
		let type: MastercardOpenFinanceApi | undefined;
		jest.isolateModules(() => {
			const { MastercardOpenFinanceApi: Type } = jest.requireActual<
				typeof import('../../credentials/MastercardOpenFinanceApi.credentials')
			>('../../credentials/MastercardOpenFinanceApi.credentials');
			type = new Type();
		});
		if (type === undefined) throw new Error('not loaded');
		return type;
	}

	it('is not repeated by other processes, nor after a restart', async () => {
		const first = store({ partnerSecret: 'wrong' });
		await expect(first.legacyRequest({ uri: simulator.url + CUSTOMER })).rejects.toThrow();
		for (let restart = 0; restart < 5; restart++) {
			const next = storeCredential(loadAnew(), first.stored() ?? {});
			for (const send of [next.legacyRequest, next.httpRequest])
				await expect(send({ url: simulator.url + CUSTOMER })).rejects.toThrow(
					/^'Partner Secret' is not the one/,
				);
			expect((await next.test()).message).toMatch(/^'Partner Secret' is not the one/);
		}
		expect(authentications()).toHaveLength(1);
	});

	it('leaves the account open, however many secrets are tried in however many processes', async () => {
		let stored: object = simulator.openFinanceCredential;
		for (let secret = 0; secret < 6; secret++) {
			const n8n = storeCredential(loadAnew(), { ...stored, partnerSecret: `wrong-${secret}` });
			expect((await n8n.test()).status).toBe('Error');
			stored = n8n.stored() ?? {};
		}
		expect(authentications()).toHaveLength(3);
		later(15 * 60_000);
		const { partnerSecret } = simulator.openFinanceCredential;
		const corrected = storeCredential(loadAnew(), { ...stored, partnerSecret });
		expect(await corrected.test()).toMatchObject({ status: 'OK' });
	});

	it.each([401, 403, 500, 200])('(%i) quotes no secret', async (status) => {
		const { appKey, partnerSecret } = simulator.openFinanceCredential;
		const quoted = `${appKey} ${partnerSecret}`;
		simulator.injectFault({
			kind: 'status',
			status,
			headers: { 'X-MC-Correlation-ID': quoted },
			body: { code: quoted, message: quoted },
			path: 'authentication',
			times: Infinity,
		});
		const n8n = store();
		const thrown: unknown[] = [];
		for (const send of [n8n.legacyRequest, n8n.httpRequest])
			await send({ url: simulator.url + CUSTOMER }).catch((error: unknown) => thrown.push(error));
		expect(thrown).toHaveLength(2);
		const { message } = await n8n.test();
		const { session } = n8n.stored() ?? {};
		const told = inspect([thrown, message, session], { depth: Infinity, showHidden: true });
		expect([appKey, partnerSecret].filter((secret) => told.includes(secret))).toEqual([]);
	});
});

describe.each([301, 302, 303, 307, 308])('a redirect with %i', (status) => {
	let other: RecordingServer;
	beforeEach(async () => {
		other = await startRecordingServer();
		simulator.injectFault({
			kind: 'status',
			status,
			headers: { Location: `${other.url}/elsewhere` },
			times: Infinity,
		});
	});
	afterEach(async () => {
		expect(other.requests).toEqual([]);
		await other.close();
	});

	it('of a request is not followed', async () => {
		const n8n = store({ token: 'abcdef' });
		for (const method of ['GET', 'POST'] as const) {
			const options = { method, url: simulator.url + CUSTOMER };
			await expect(n8n.legacyRequest({ ...options, followAllRedirects: true })).rejects.toThrow();
			await expect(n8n.httpRequest(options)).rejects.toThrow();
		}
	});

	it('of a token request is not followed, and the credential test says so', async () => {
		expect(await store().test()).toEqual({
			status: 'Error',
			message: expect.stringContaining("'Base URL'"),
		});
	});
});

it('a redirected credential test is not successful', async () => {
	const other = await startRecordingServer();
	simulator.injectFault({
		kind: 'status',
		status: 302,
		headers: { Location: other.url },
		path: 'customers',
	});
	expect(await store().test()).toEqual({
		status: 'Error',
		message: expect.stringMatching(/another address \(302\).*'Base URL'/),
	});
	expect(other.requests).toEqual([]);
	await other.close();
});

it('a proxy of the environment gets nothing of what is for this machine', async () => {
	const proxy = await startRecordingServer();
	process.env.HTTP_PROXY = proxy.url;
	try {
		const n8n = store();
		await n8n.legacyRequest({ uri: simulator.url + CUSTOMER });
		await n8n.httpRequest({ url: simulator.url + CUSTOMER });
		expect((await n8n.test()).status).toBe('OK');
		expect(proxy.requests).toEqual([]);
	} finally {
		delete process.env.HTTP_PROXY;
		await proxy.close();
	}
});

describe('credential test', () => {
	it('accepts the right values', async () => {
		expect(await store().test()).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(authentications()).toHaveLength(1);
	});

	it('authenticates anew each time', async () => {
		const n8n = store();
		for (let times = 1; times <= 3; times++) {
			expect((await n8n.test()).status).toBe('OK');
			expect(authentications()).toHaveLength(times);
		}
	});

	it('says what is the case when every token is declined', async () => {
		declineEveryToken();
		expect(await store().test()).toEqual({
			status: 'Error',
			message: expect.stringMatching(
				/^Authentication succeeded, but Mastercard declined a request/,
			),
		});
		expect(authentications()).toHaveLength(2);
	});

	it.each([
		['appKey', 'wrong', /^'App Key' is not one that Mastercard knows\./],
		['partnerId', '1', /^'Partner ID' is not one that Mastercard knows\./],
		['partnerSecret', 'wrong', /^'Partner Secret' is not the one of this 'Partner ID'\./],
		['appKey', '', /^'App Key' is empty\./],
		['partnerSecret', 'a b', /^'Partner Secret' contains invalid characters/],
		['baseUrl', 'finicity', /^'Base URL' is not a complete URL\./],
		[
			'baseUrl',
			'http://127.0.0.1:9',
			/^Mastercard Open Finance could not be reached to authenticate\./,
		],
	])('says that %s is wrong (%p)', async (field, value, message) => {
		expect(await store({ [field]: value }).test()).toEqual({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	it('says it again without sending it again', async () => {
		const n8n = store({ partnerSecret: 'wrong' });
		const [first, second] = [await n8n.test(), await n8n.test()];
		expect(second).toEqual(first);
		expect(first?.message).toContain('five failed authentications lock the account');
		expect(authentications()).toHaveLength(1);
	});
});
