// The package in a real n8n: the list of nodes, and the simplest use of each node.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openEditorSession, type Send } from './support/editorSession';
import { realN8n, type RealN8n } from './support/realN8n';
import { Execution } from './support/Execution';

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
const getNames = (builtFiles: string[], ending: RegExp) =>
	builtFiles.map((file) => {
		const name = path.basename(file).replace(ending, '');
		return name.charAt(0).toLowerCase() + name.slice(1);
	});

let n8n: RealN8n;
let run = Execution.failed('It was not executed');
let reviewRun = run;

beforeAll(async () => {
	n8n = await realN8n([path.join(__dirname, 'workflows')]);
	const runs = await n8n.runAll();
	run = runs.get('everyNode') ?? run;
	reviewRun = runs.get('reviewReport') ?? reviewRun;
});

afterAll(() => n8n?.close());

describe('the simplest use of each node', () => {
	test('causes no error', () => {
		expect(run.error).toBeUndefined();
		expect(run.failedNodes()).toEqual([]);
	});

	test("CCA Scores returns a card's documented score", () => {
		expect(run.items('CCA Scores')).toEqual([
			expect.objectContaining({
				customerPAN: '542523******9903',
				scored: true,
				score: 8,
				decile: 1,
				modelName: 'CCA_CCS_Del_M2_v1.0',
			}),
		]);
	});

	test("CCA Metrics returns a card's documented metrics", () => {
		expect(run.items('CCA Metrics')).toEqual([
			expect.objectContaining({
				customerPAN: '525592******1240',
				core_xb_txn_amt_1m: -4158,
			}),
		]);
	});

	test("SBCA Match Location returns a merchant's documented location", () => {
		expect(run.items('SBCA Match Location')).toEqual([
			expect.objectContaining({
				matched: true,
				locationId: 'a1b2c3d4-0000-1234-abcd-000000000001',
				postalCode: '10577',
			}),
		]);
	});

	test('SBCA Report returns a year of weeks, including the documented first one', () => {
		const weeks = run.items('SBCA Report');
		expect(weeks).toHaveLength(52);
		expect(weeks).toContainEqual(
			expect.objectContaining({
				periodStartDate: '2022-02-13',
				txn_amt: 16198.060138,
				txn_cnt: 238,
			}),
		);
	});
});

describe('a first review', () => {
	test.each(['Second input missing', 'Second input empty'])('is not stopped: %s', (node) => {
		expect(reviewRun.error).toBeUndefined();
		expect(reviewRun.failedNodes()).toEqual([]);
		expect(reviewRun.items(node)).toEqual([
			expect.objectContaining({ cardReference: 'a', movement: null }),
		]);
		expect(reviewRun.items(node, 1)).toEqual([
			expect.objectContaining({
				report: expect.objectContaining({
					figures: expect.objectContaining({ isFirstReview: true }) as object,
				}) as object,
			}),
		]);
	});
});

describe("n8n's list of nodes", () => {
	let send: Send;
	const list = async <Listed>(path: string) => (await (await send(path)).json()) as Listed[];
	const ownNodes = async () =>
		(await list<ListedNode>('/types/nodes.json')).filter(({ name }) =>
			name.startsWith(`${manifest.name}.`),
		);

	beforeAll(async () => {
		send = await openEditorSession((await n8n.startServer()).url);
	});

	test('contains every node of the package, also as a tool for AI agents', async () => {
		const names = (await ownNodes()).map(({ name }) => name.slice(manifest.name.length + 1));
		for (const node of getNames(manifest.n8n.nodes, /\.node\.js$/)) {
			expect(names).toEqual(expect.arrayContaining([node, `${node}Tool`]));
		}
	});

	test('contains their icons for the light and dark themes', async () => {
		for (const { name, iconUrl } of await ownNodes()) {
			for (const theme of ['light', 'dark'] as const) {
				const icon = await send(`/${iconUrl?.[theme] ?? `no icon of ${name}`}`);
				expect([name, theme, icon.headers.get('content-type')]).toEqual([
					name,
					theme,
					expect.stringContaining('image/svg+xml'),
				]);
			}
		}
	});

	test('finds them by their search terms', async () => {
		for (const { name, codex } of await ownNodes()) {
			if (name.endsWith('Tool')) continue;
			expect([name, codex?.alias]).toEqual([name, expect.arrayContaining(['mastercard'])]);
			expect(codex?.categories).not.toEqual([]);
		}
	});

	test('contains their credentials', async () => {
		const credentials = await list<{ name: string }>('/types/credentials.json');
		expect(credentials.map(({ name }) => name)).toEqual(
			expect.arrayContaining(getNames(manifest.n8n.credentials, /\.credentials\.js$/)),
		);
	});
});
