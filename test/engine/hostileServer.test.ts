// A server that quotes secrets, never ends its responses, or redirects: the built nodes in n8n's engine against it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { MAX_RESPONSE_BYTES } from '../../mastercard/limits';
import { startSimulator, type Fault, type Simulator } from '../../simulator/server';
import { startRecordingServer } from '../support/recordingServer';
import { runInEngine, type EngineRun } from '../support/runInEngine';

const identityFolder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
let simulator: Simulator;
// New for each test, on a new port: a session lasts as long as the process, and belongs to the values of the credential.
beforeEach(async () => {
	simulator = await startSimulator({ identityFolder });
});
afterEach(async () => {
	await simulator.close();
});
afterAll(() => {
	rmSync(identityFolder, { recursive: true });
});

const CARD = '5425233430109903';
const tokenRequests = () => simulator.calls.filter(({ path: p }) => p.endsWith('/authentication'));

type Options = Partial<EngineRun> & { options?: IDataObject };
const run = (node: string, rows: IDataObject[], { options, ...more }: Options) =>
	runInEngine({
		node,
		rows,
		credentials: {
			mastercardApi: simulator.credential,
			mastercardOpenFinanceApi: simulator.openFinanceCredential,
		},
		onError: 'continueRegularOutput',
		...more,
		parameters: { ...more.parameters, options: options ?? {} } as EngineRun['parameters'],
	});

const merchants = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ merchant: `SHOP-${index}` }));
const match =
	(authentication: string) =>
	(rows: IDataObject[], more: Options = {}) =>
		run('sbcaMatchLocation', rows, {
			...more,
			parameters: { authentication, matchBy: 'merchantId', idValue: '={{ $json.merchant }}' },
		});
const viaOpenFinance = match('mastercardOpenFinanceApi');
const viaStandalone = match('mastercardApi');
const score = (more: Options = {}) =>
	run('ccaScores', [{ card: CARD }], {
		...more,
		parameters: { customerPan: '={{ $json.card }}', hasConsent: true },
	});

const withoutSecret = (text: string, secrets: string[]) =>
	expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);

const until = async (isTrue: () => boolean, ms = 3000) => {
	for (const end = Date.now() + ms; !isTrue() && Date.now() < end;)
		await new Promise((done) => setTimeout(done, 10));
	return isTrue();
};

describe('a response that quotes secrets', () => {
	const openFinanceSecrets = () => {
		const { appKey, partnerSecret } = simulator.openFinanceCredential;
		return [appKey, partnerSecret];
	};

	it.each([400, 401, 403, 404, 500, 503, 200])(
		'to a token request, with %i, brings none into what n8n stores',
		async (status) => {
			const secrets = openFinanceSecrets();
			const quoted = secrets.join(' and ');
			simulator.injectFault({
				kind: 'status',
				status,
				headers: { 'X-MC-Correlation-ID': quoted, 'Retry-After': '0' },
				body: {
					Errors: {
						Error: [
							{ Source: quoted, ReasonCode: quoted, Description: quoted, Details: quoted },
							{ Source: quoted, ReasonCode: quoted, Description: quoted, Details: quoted },
						],
					},
				},
				path: 'authentication',
				times: Infinity,
			});
			const options = { maxAttempts: 1 };
			for (const onError of ['continueRegularOutput', 'stopWorkflow'] as const) {
				const { stored, outputs, error } = await viaOpenFinance(merchants(2), { onError, options });
				expect(outputs[0]?.[0]?.json.error ?? error).toBeDefined();
				expect(stored).toContain('***');
				withoutSecret(stored + JSON.stringify(error ?? ''), secrets);
			}
		},
	);

	it.each([404, 400])('as a message of a row (%i) is cleared for every API', async (status) => {
		await viaOpenFinance(merchants(1));
		const token = String(simulator.calls.at(-1)?.headers['finicity-app-token']);
		const { consumerKey, signingKeyPassword } = simulator.credential;
		const secrets = [...openFinanceSecrets(), token, consumerKey, signingKeyPassword, CARD];
		const text = `OAuth oauth_consumer_key="${consumerKey}", ${secrets.join(', ')}`;
		const error = {
			Source: text,
			ReasonCode: 'MATCHES_NOT_FOUND',
			Description: text,
			Details: text,
		};
		const quote = (body: unknown): Fault => ({
			kind: 'status',
			status,
			headers: { 'X-MC-Correlation-ID': text },
			body,
		});
		simulator.injectFault([
			quote({ Errors: { Error: [error] } }),
			quote({ code: 10100, message: text }),
			quote({ Errors: { Error: [{ ...error, ReasonCode: 'INVALID_ARGUMENT' }] } }),
		]);
		const { consumerKey: key, signingKeyPassword: password } = simulator.credential;
		withoutSecret((await viaStandalone(merchants(1))).stored, [key, password, CARD]);
		const [appKey, partnerSecret] = openFinanceSecrets() as [string, string];
		withoutSecret((await viaOpenFinance(merchants(1))).stored, [
			appKey,
			partnerSecret,
			token,
			CARD,
		]);
		withoutSecret((await score()).stored, [key, password, CARD]);
		expect(simulator.calls.filter(({ fault }) => fault === 'status')).toHaveLength(3);
	});

	it('is cleared of the secrets alone when it is a result: an ID may look like a card number', async () => {
		const { consumerKey } = simulator.credential;
		const location = {
			locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
			matchRank: 1,
			merchantName: `Shop ${consumerKey}`,
			streetAddress: `Shop ${CARD}`,
		};
		simulator.injectFault({ kind: 'status', status: 200, body: [location] });
		const { outputs, stored } = await viaStandalone(merchants(1));
		expect(stored).toContain(`Shop ${CARD}`);
		withoutSecret(stored, [consumerKey]);
		expect(outputs[0]?.[0]?.json).not.toHaveProperty('error');
	});
});

describe('a response without an end', () => {
	const bodies: Array<[string, Fault, string, timeout: number]> = [
		// The time is for a busy machine; the size ends these, in a tenth of a second.
		['endless', { kind: 'endlessBody' }, 'RESPONSE_TOO_LARGE', 20_000],
		[
			'endless when decompressed',
			{ kind: 'endlessBody', gzip: true },
			'RESPONSE_TOO_LARGE',
			20_000,
		],
		['stalled', { kind: 'stalledBody' }, 'TIMEOUT', 1500],
		['trickling', { kind: 'trickle', chunkBytes: 1, intervalMs: 100 }, 'TIMEOUT', 1500],
	];
	const nodes = [
		['CCA', () => score],
		['SBCA', () => (more: Options) => viaStandalone(merchants(1), more)],
		['Open Finance', () => (more: Options) => viaOpenFinance(merchants(1), more)],
	] as const;

	describe.each(nodes)('of %s', (_, node) => {
		it.each(bodies)(
			'(%s) ends within its bounds, and so does the connection',
			async (_, fault, code, timeout) => {
				simulator.injectFault({ ...fault, path: 'analytics' } as Fault);
				simulator.injectFault({ ...fault, path: 'location-matches' } as Fault);
				const before = process.memoryUsage().rss;
				const startedAt = Date.now();
				const { outputs } = await node()({ options: { timeout, maxAttempts: 1 } });
				expect(Date.now() - startedAt).toBeLessThan(timeout + 2500);
				expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: code });
				expect(await until(() => simulator.calls.at(-1)?.finishedAt !== undefined)).toBe(true);
				expect(process.memoryUsage().rss - before).toBeLessThan(20 * MAX_RESPONSE_BYTES);
			},
		);

		it('ends with the execution', async () => {
			simulator.injectFault({ kind: 'stalledBody', path: 'analytics' });
			simulator.injectFault({ kind: 'stalledBody', path: 'location-matches' });
			const startedAt = Date.now();
			await node()({ cancelAfterMs: 800 });
			expect(Date.now() - startedAt).toBeLessThan(4000);
			expect(await until(() => simulator.calls.at(-1)?.finishedAt !== undefined)).toBe(true);
		});
	});

	it.each(bodies)(
		'(%s) to a token request ends likewise, and the next run sends a new one',
		async (_, fault, code, timeout) => {
			simulator.injectFault({ ...fault, path: 'authentication' });
			const startedAt = Date.now();
			const { outputs } = await viaOpenFinance(merchants(3), {
				options: { timeout, maxAttempts: 1 },
			});
			expect(Date.now() - startedAt).toBeLessThan(timeout + 2500);
			expect(outputs[0]).toHaveLength(3);
			expect(outputs[0]?.[2]?.json.error).toMatchObject({ reasonCode: code });
			expect(await until(() => simulator.calls.at(-1)?.finishedAt !== undefined)).toBe(true);
			const { outputs: next } = await viaOpenFinance(merchants(3));
			expect(next[0]?.every(({ json }) => json.matched)).toBe(true);
			expect(tokenRequests()).toHaveLength(2);
		},
	);

	it('to a token request does not outlast a cancelled execution', async () => {
		simulator.injectFault({ kind: 'stalledBody', path: 'authentication' });
		const startedAt = Date.now();
		await viaOpenFinance(merchants(3), { cancelAfterMs: 500, options: { timeout: 20_000 } });
		expect(Date.now() - startedAt).toBeLessThan(3000);
	});
});

it('a proxy of the environment gets nothing of what is for this machine', async () => {
	const proxy = await startRecordingServer();
	process.env.HTTP_PROXY = proxy.url;
	try {
		const runs = [
			await viaOpenFinance(merchants(1)),
			await viaStandalone(merchants(1)),
			await score(),
		];
		expect(proxy.requests).toEqual([]);
		expect(runs.map(({ outputs }) => outputs[0]?.[0]?.json.error)).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	} finally {
		delete process.env.HTTP_PROXY;
		await proxy.close();
	}
});
