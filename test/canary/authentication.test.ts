// A token request whose response quotes the request, and test buttons before a hostile server: nothing of it is shown or stored.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MastercardApi } from '../../credentials/MastercardApi.credentials';
import { MastercardOpenFinanceApi } from '../../credentials/MastercardOpenFinanceApi.credentials';
import { startSimulator, type Fault, type Simulator } from '../../simulator/server';
import { encodings } from '../redaction/encodings';
import { storeCredential } from '../support/credentialInN8n';
import { runInEngine } from '../support/runInEngine';
import { createCanaryCredentials, type CanaryCredentials } from './canaries';
import { createCanarySearch, toText, type FindCanaries } from './findCanaries';
import { hostileFaults, hostileTokenFaults } from './hostileFaults';

const identityFolder = mkdtempSync(path.join(tmpdir(), 'canary-'));
const logged: unknown[] = [];
let simulator: Simulator;
let canaries: CanaryCredentials;
let find: FindCanaries;
/** What the session of a partner, or its failures, is remembered by: another one for each test. */
let partner = 0;

beforeAll(async () => {
	// Where n8n's engine logs.
	jest.spyOn(console, 'log').mockImplementation((...line: unknown[]) => logged.push(line));
	simulator = await startSimulator({ identityFolder });
});
beforeEach(() => {
	simulator.reset();
	logged.length = 0;
	canaries = createCanaryCredentials(simulator, identityFolder);
	const { mastercardOpenFinanceApi } = canaries.credentials;
	mastercardOpenFinanceApi.partnerId = `${mastercardOpenFinanceApi.partnerId}${partner++}`;
	const { partnerId } = mastercardOpenFinanceApi;
	find = createCanarySearch({
		secrets: {
			...canaries.mastercardSecrets,
			...canaries.openFinanceSecrets,
			partnerId,
			token: canaries.token,
		},
		cards: [],
	});
});
afterAll(async () => {
	jest.restoreAllMocks();
	await simulator.close();
	rmSync(identityFolder, { recursive: true });
});

const FORMS = Object.values(encodings);

/** The secrets of Open Finance, in another form for each number. */
function quote(number: number): string {
	const { appKey, partnerSecret } = canaries.openFinanceSecrets;
	const { partnerId } = canaries.credentials.mastercardOpenFinanceApi;
	const encode = FORMS[number % FORMS.length] ?? String;
	return [appKey, partnerSecret, partnerId].map(encode).join(' ');
}

const inject = (fault: Fault, more: Partial<Fault>) =>
	simulator.injectFault({ ...fault, times: Infinity, ...more } as Fault);

const tokenPlaces = Object.entries(hostileTokenFaults).map(
	([name, place], index) => [name, place, index] as const,
);
const places = Object.entries(hostileFaults)
	.filter(([, place]) => place('x').kind === 'status')
	.map(([name, place], index) => [name, place, index] as const);

describe.each(tokenPlaces)('secrets in %s to a token request', (_, place, index) => {
	it.each(['continueRegularOutput', 'continueErrorOutput', 'stopWorkflow'] as const)(
		'stay out of what a node hands to n8n with On Error = %s',
		async (onError) => {
			inject(place(quote(index)), { path: '/authentication' });
			const { stored, outputs, error, hints, credentials } = await runInEngine({
				node: 'sbcaMatchLocation',
				rows: [{ merchant: 'SHOP-1' }, { merchant: 'SHOP-2' }],
				credentials: canaries.credentials,
				parameters: {
					authentication: 'mastercardOpenFinanceApi',
					matchBy: 'merchantId',
					idValue: '={{ $json.merchant }}',
					options: { maxAttempts: 1 },
				},
				onError,
			});
			expect(outputs.flat().length > 0 || error !== undefined).toBe(true);
			const { session } = credentials.mastercardOpenFinanceApi ?? {};
			expect(find(stored + toText([outputs, error, hints, logged, session]))).toEqual([]);
		},
	);

	it('stay out of what the HTTP Request node and the test button get, and of what n8n stores', async () => {
		inject(place(quote(index + 5)), { path: '/authentication' });
		const { mastercardOpenFinanceApi } = canaries.credentials;
		const credential = storeCredential(new MastercardOpenFinanceApi(), mastercardOpenFinanceApi);
		const url = `${simulator.url}/aggregation/v1/customers`;
		const results = [
			await credential.test(),
			await credential.httpRequest({ url }).catch((error: unknown) => error),
			await credential.legacyRequest({ uri: url }).catch((error: unknown) => error),
		];
		const { session } = credential.stored() ?? {};
		expect(find(toText([results, session, logged]))).toEqual([]);
	});
});

describe.each(places)('secrets in %s to the request of a test button', (_, place, index) => {
	it('are not shown', async () => {
		const { mastercardApi, mastercardOpenFinanceApi } = canaries.credentials;
		const { token } = canaries;
		simulator.injectFault({
			kind: 'status',
			status: 200,
			body: { token },
			path: '/authentication',
		});
		for (const [type, data] of [
			[new MastercardApi(), mastercardApi],
			[new MastercardOpenFinanceApi(), mastercardOpenFinanceApi],
		] as const) {
			const { consumerKey } = canaries.mastercardSecrets;
			inject(place(`${quote(index)} ${consumerKey} ${token}`), { path: '/', times: 1 });
			const shown = await storeCredential(type, data).test();
			expect(shown.message).not.toBe('');
			expect(find(toText([shown, logged]))).toEqual([]);
		}
	});
});
