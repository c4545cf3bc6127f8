// The example about merchants in a real n8n with each of the two APIs: only the parameter 'Authentication' differs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXPECTED } from './expectedDecisions';
import { read } from './support/exampleFiles';
import { realN8n, type RealN8n } from './support/realN8n';
import { Execution } from './support/Execution';

const NAME = 'underwrite-a-small-business';
const example = read(`${NAME}.json`);
const ID = `${example.id}OnOpenFinance`;

const folder = mkdtempSync(path.join(tmpdir(), 'open-finance-'));
let n8n: RealN8n;
let run = Execution.failed('It was not executed');
let runOnMastercardApi = run;

beforeAll(async () => {
	const onOpenFinance = example.nodes.map((node) =>
		/\.sbca/.test(node.type)
			? {
					...node,
					parameters: { ...node.parameters, authentication: 'mastercardOpenFinanceApi' },
					credentials: {
						mastercardOpenFinanceApi: {
							id: 'mastercardOpenFinanceApiDemo',
							name: 'Mastercard Open Finance API',
						},
					},
				}
			: node,
	);
	const copy = { ...example, id: ID, nodes: onOpenFinance };
	writeFileSync(path.join(folder, 'copy.json'), JSON.stringify(copy));
	writeFileSync(path.join(folder, 'example.json'), JSON.stringify(example));
	n8n = await realN8n([folder]);
	const runs = await n8n.runAll();
	run = runs.get(ID) ?? run;
	runOnMastercardApi = runs.get(example.id) ?? Execution.failed('It was not executed');
});

afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await n8n?.close();
});

test('finishes without an error in any node', () => {
	expect(run.error).toBeUndefined();
	expect(run.failedNodes()).toEqual([]);
});

test('logs in only once', () => {
	const authentications = n8n.simulator.calls.filter((call) =>
		call.path.endsWith('/authentication'),
	);
	expect(authentications).toHaveLength(1);
});

test('makes the same decisions, except where Open Finance returns different data', () => {
	const found = Object.fromEntries(
		(EXPECTED[NAME]?.results ?? []).flatMap((node) =>
			run.items(node).map((row) => [row.Application, row.Decision]),
		),
	);
	const expected = Object.fromEntries(
		Object.entries(EXPECTED[NAME]?.decisions ?? {}).flatMap(([decision, ids]) =>
			ids.map((id) => [id, decision]),
		),
	);
	expect(found).toEqual({
		...expected,
		// The specification of Open Finance shows only two weeks of the report on Artisan Emporium.
		'M-4001': 'Underwriter decides',
		// For an aggregate merchant, Open Finance reports only that there is no match.
		'M-4004': 'Not found',
	});
});

test('the weeks of the other merchants are the same', () => {
	const weeks = (execution: Execution) =>
		execution.items('Week with merchant').filter(({ Application }) => Application !== 'M-4001');
	expect(weeks(run).length).toBeGreaterThan(52);
	expect(weeks(run)).toEqual(weeks(runOnMastercardApi));
});
