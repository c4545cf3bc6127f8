// The example about merchants in a real n8n, through either door: only the parameter 'Authentication' is another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXPECTED } from './expectedDecisions';
import { read } from './support/exampleFiles';
import { realN8n, type RealN8n } from './support/realN8n';
import { RunRecord } from './support/RunRecord';

const NAME = 'underwrite-a-small-business';
const example = read(`${NAME}.json`);
const ID = `${example.id}OnOpenFinance`;

const folder = mkdtempSync(path.join(tmpdir(), 'either-door-'));
let n8n: RealN8n;
let run = RunRecord.stopped('It did not run');
let runThroughFirst = run;

beforeAll(async () => {
	const throughTheOther = example.nodes.map((node) =>
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
	const copy = { ...example, id: ID, nodes: throughTheOther };
	writeFileSync(path.join(folder, 'copy.json'), JSON.stringify(copy));
	writeFileSync(path.join(folder, 'example.json'), JSON.stringify(example));
	n8n = await realN8n([folder]);
	const runs = await n8n.runAll();
	run = runs.get(ID) ?? run;
	runThroughFirst = runs.get(example.id) ?? RunRecord.stopped('It did not run');
});

afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await n8n?.close();
});

test('runs to its end, without an error in any node', () => {
	expect(run.error).toBeUndefined();
	expect(run.failedNodes()).toEqual([]);
});

test('logs in once', () => {
	const logIns = n8n.mastercard.calls.filter((call) => call.path.endsWith('/authentication'));
	expect(logIns).toHaveLength(1);
});

test('decides as through the other door, but for what Open Finance answers otherwise', () => {
	const found = Object.fromEntries(
		(EXPECTED[NAME]?.results ?? []).flatMap((node) =>
			run.rows(node).map((row) => [row.Application, row.Decision]),
		),
	);
	const expected = Object.fromEntries(
		Object.entries(EXPECTED[NAME]?.decisions ?? {}).flatMap(([decision, ids]) =>
			ids.map((id) => [id, decision]),
		),
	);
	expect(found).toEqual({
		...expected,
		// The specification prints two weeks only of the report on Artisan Emporium.
		'M-4001': 'Underwriter decides',
		// Open Finance says no more than that it has no match for a merchant kept as an aggregate.
		'M-4004': 'Not found',
	});
});

test('every week of the other merchants is the same', () => {
	const weeks = (through: RunRecord) =>
		through.rows('Week with merchant').filter(({ Application }) => Application !== 'M-4001');
	expect(weeks(run).length).toBeGreaterThan(52);
	expect(weeks(run)).toEqual(weeks(runThroughFirst));
});
