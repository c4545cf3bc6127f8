// The package as a real n8n sees it: its nodes in the list, and each of them at work in its simplest case.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EDITOR_LOGIN } from '../../demo/n8nEnvironment';
import { realN8n, type RealN8n } from './support/realN8n';
import { RunRecord } from './support/RunRecord';

interface ListedNode {
	name: string;
	displayName: string;
	iconUrl?: { light: string; dark: string };
	codex?: { categories?: string[]; alias?: string[] };
	usableAsTool?: boolean;
}

const manifest = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
};

/** `dist/nodes/CcaScores/CcaScores.node.js` declares the node `ccaScores`. */
const namesOf = (builtFiles: string[], ending: RegExp) =>
	builtFiles.map((file) => {
		const name = path.basename(file).replace(ending, '');
		return name.charAt(0).toLowerCase() + name.slice(1);
	});

let n8n: RealN8n;
let run = RunRecord.stopped('It did not run');

beforeAll(async () => {
	n8n = await realN8n([path.join(__dirname, 'workflows')]);
	run = (await n8n.runAll()).get('everyNode') ?? run;
});

afterAll(() => n8n?.close());

describe('each node in its simplest case', () => {
	test('runs without an error', () => {
		expect(run.error).toBeUndefined();
		expect(run.failedNodes()).toEqual([]);
	});

	test("CCA Scores gives a card's documented score", () => {
		expect(run.rows('CCA Scores')).toEqual([
			expect.objectContaining({
				customerPAN: '542523******9903',
				scored: true,
				score: 8,
				decile: 1,
				modelName: 'CCA_CCS_Del_M2_v1.0',
			}),
		]);
	});

	test("CCA Metrics gives a card's documented metrics", () => {
		expect(run.rows('CCA Metrics')).toEqual([
			expect.objectContaining({
				customerPAN: '525592******1240',
				metrics: { core: expect.objectContaining({ core_xb_txn_amt_1m: -4158 }) as object },
			}),
		]);
	});

	test("SBCA Match Location gives a merchant's documented location", () => {
		expect(run.rows('SBCA Match Location')).toEqual([
			expect.objectContaining({
				matched: true,
				locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
				postalCode: '10577',
			}),
		]);
	});

	test('SBCA Report gives a year of weeks, the documented first one among them', () => {
		const weeks = run.rows('SBCA Report');
		expect(weeks).toHaveLength(52);
		expect(weeks).toContainEqual(
			expect.objectContaining({
				periodStartDate: '2022-02-13',
				metrics: expect.objectContaining({ txn_amt: 16198.060138, txn_cnt: 238 }) as object,
			}),
		);
	});
});

describe("n8n's list of nodes", () => {
	let url = '';
	let cookie = '';
	const get = (what: string) => fetch(new URL(what, url), { headers: { cookie } });
	const list = async <Listed>(what: string) => (await (await get(what)).json()) as Listed[];
	const ours = async () =>
		(await list<ListedNode>('/types/nodes.json')).filter(({ name }) =>
			name.startsWith(`${manifest.name}.`),
		);

	beforeAll(async () => {
		({ url } = await n8n.startServer());
		const answer = await fetch(new URL('/rest/login', url), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				emailOrLdapLoginId: EDITOR_LOGIN.email,
				password: EDITOR_LOGIN.password,
			}),
		});
		cookie = answer.headers
			.getSetCookie()
			.map((text) => text.split(';')[0])
			.join('; ');
	});

	test('has every node of the package, also as a tool for agents', async () => {
		const names = (await ours()).map(({ name }) => name.slice(manifest.name.length + 1));
		for (const node of namesOf(manifest.n8n.nodes, /\.node\.js$/)) {
			expect(names).toEqual(expect.arrayContaining([node, `${node}Tool`]));
		}
	});

	test('has their icons, for light and dark', async () => {
		for (const { name, iconUrl } of await ours()) {
			for (const theme of ['light', 'dark'] as const) {
				const icon = await get(`/${iconUrl?.[theme] ?? `no icon of ${name}`}`);
				expect([name, theme, icon.headers.get('content-type')]).toEqual([
					name,
					theme,
					expect.stringContaining('image/svg+xml'),
				]);
			}
		}
	});

	test('finds them by the words people search for', async () => {
		for (const { name, codex } of await ours()) {
			if (name.endsWith('Tool')) continue;
			expect([name, codex?.alias]).toEqual([name, expect.arrayContaining(['mastercard'])]);
			expect(codex?.categories).not.toEqual([]);
		}
	});

	test('has their credentials', async () => {
		const credentials = await list<{ name: string }>('/types/credentials.json');
		expect(credentials.map(({ name }) => name)).toEqual(
			expect.arrayContaining(namesOf(manifest.n8n.credentials, /\.credentials\.js$/)),
		);
	});
});
