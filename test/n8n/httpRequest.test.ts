// n8n's HTTP Request node with this package's credentials, in a real n8n: it can call any Mastercard API.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { realN8n, type RealN8n } from './support/realN8n';
import { Execution } from './support/Execution';

const folder = mkdtempSync(path.join(tmpdir(), 'http-request-'));
let n8n: RealN8n;
let run = Execution.failed('It was not executed');

const request = (name: string, credential: string, url: string, query: object) => ({
	id: name,
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	position: [0, 0],
	onError: 'continueRegularOutput',
	parameters: {
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: credential,
		sendQuery: true,
		queryParameters: {
			parameters: Object.entries(query).map(([key, value]) => ({ name: key, value })),
		},
		options: {},
	},
	credentials: {
		[credential]: {
			id: `${credential}Demo`,
			name: credential === 'mastercardApi' ? 'Mastercard API' : 'Mastercard Open Finance API',
		},
	},
});

const matches = '/small-business/credit-analytics/locations/matches';

beforeAll(async () => {
	n8n = await realN8n(({ url }) => {
		const nodes = [
			request('Signed', 'mastercardApi', url + matches, {
				country_code: 'USA',
				id_type: 'MERCHANT_ID',
				id_value: '106241230D01',
			}),
			// Characters that n8n and Mastercard's signer encode differently.
			request('Special characters', 'mastercardApi', url + matches, {
				country_code: 'USA',
				company_name: "Bob's (best) caf\u00e9 & bar, 50% off!*",
				street_address: '1 Main St + 2',
				city: 'Purchase',
				state_province_region: 'NY',
				postal_code: '10577',
			}),
			request('Logged in', 'mastercardOpenFinanceApi', `${url}/decisioning/sbca/location-matches`, {
				idType: 'MERCHANT_ID',
				idValue: '106241230D01',
			}),
			request('Another host', 'mastercardApi', 'https://api.example.com/', {}),
		];
		const trigger = {
			id: 'Start',
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		};
		const workflow = {
			id: 'httpRequests',
			name: 'HTTP requests',
			nodes: [trigger, ...nodes],
			connections: {
				Start: { main: [nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] },
			},
			settings: {},
		};
		writeFileSync(path.join(folder, 'workflow.json'), JSON.stringify(workflow));
		return [folder];
	});
	run = (await n8n.runAll()).get('httpRequests') ?? run;
});

afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await n8n?.close();
});

test('the Mastercard API credential signs requests of the HTTP Request node', () => {
	expect(run.items('Signed')).toEqual([
		expect.objectContaining({ merchantName: 'Artisan Emporium', matchRank: 1 }),
	]);
});

test('a query with special characters is sent as it was signed', () => {
	const call = n8n.simulator.calls.find(({ query }) => query.company_name?.startsWith('Bob'));
	expect(call?.query.company_name).toBe("Bob's (best) caf\u00e9 & bar, 50% off!*");
	expect(call?.query.street_address).toBe('1 Main St + 2');
	expect(call?.status).not.toBe(401);
});

test('the Open Finance credential logs in and sends the token', () => {
	expect(run.items('Logged in')).toEqual([
		{ locationMatches: [expect.objectContaining({ matchRank: 1 })] },
	]);
});

test('no request to another host is signed', () => {
	expect(JSON.stringify(run.items('Another host'))).toContain('signs requests to');
});
