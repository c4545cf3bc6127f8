// Every example, as imported, in a real n8n against the Mastercard simulator.
import { rmSync } from 'node:fs';
import { EXPECTED, UNDECIDED } from './expectedDecisions';
import {
	ancestorsOfCardNodes,
	copiesWithoutCredential,
	files,
	folder,
	getName,
	read,
} from './support/exampleFiles';
import { realN8n, type RealN8n } from './support/realN8n';
import { Execution } from './support/Execution';

const WITHOUT = 'WithoutCredential';

let n8n: RealN8n;
let unfinished = '';
let runs = new Map<string, Execution>();
const getRunData = (name: string) =>
	runs.get(read(`${name}.json`).id) ?? Execution.failed('It was not executed');

beforeAll(async () => {
	unfinished = copiesWithoutCredential(WITHOUT);
	n8n = await realN8n([folder, unfinished]);
	runs = await n8n.runAll();
});

afterAll(async () => {
	rmSync(unfinished, { recursive: true, force: true });
	await n8n?.close();
});

describe.each(files)('%s', (file) => {
	const workflow = read(file);
	const run = () => getRunData(getName(file));

	test('finishes without an error in any node', () => {
		expect(run().error).toBeUndefined();
		expect(run().failedNodes()).toEqual([]);
	});

	test('executes every node', () => {
		const working = workflow.nodes.filter(({ type }) => !/stickyNote|[tT]rigger/.test(type));
		expect(run().executedNodes()).toEqual(expect.arrayContaining(working.map(({ name }) => name)));
	});

	test('full card numbers appear only in the nodes before the call to Mastercard and at its error output', () => {
		const source = workflow.nodes.map(({ parameters }) => parameters.jsonOutput ?? '').join();
		const numbers = [...source.matchAll(/"Card number": "([\d ]+)"/g)].map(([, text]) =>
			String(text).replaceAll(' ', ''),
		);
		const holders = run()
			.allItems()
			.filter(({ json }) => {
				const text = JSON.stringify(json).replaceAll(' ', '');
				return numbers.some((number) => text.includes(number));
			});
		const before = ancestorsOfCardNodes(workflow);
		const others = holders.filter(
			({ node, output }) => !before.has(node) && !(/^CCA /.test(node) && output === 1),
		);
		expect(others).toEqual([]);
	});
});

describe.each(Object.entries(EXPECTED))('%s', (name, { id, rows, results, decisions, figures }) => {
	const decided = () => results.flatMap((node) => getRunData(name).items(node));

	test('makes the decisions its notes describe', () => {
		const found: Record<string, unknown[]> = {};
		for (const row of decided()) (found[String(row.Decision)] ??= []).push(row[id]);
		for (const ids of Object.values(found)) ids.sort();
		expect(found).toEqual(decisions);
	});

	test('makes one decision for each row of its source', () => {
		const source = getRunData(name)
			.items(rows)
			.map((row) => row[id]);
		expect(
			decided()
				.map((row) => row[id])
				.sort(),
		).toEqual(source.sort());
	});

	test('makes no decision without a credential', () => {
		const run = runs.get(`${read(`${name}.json`).id}${WITHOUT}`);
		const rows = results.flatMap((node) => run?.items(node) ?? []);
		expect(rows).not.toEqual([]);
		for (const { Decision } of rows) expect(UNDECIDED).toContain(Decision);
	});

	test('shows the figures behind each decision', () => {
		for (const [key, expected] of Object.entries(figures ?? {})) {
			expect(decided().find((row) => row[id] === key)).toMatchObject(expected);
		}
	});
});

test('every example except the review has expected decisions', () => {
	expect(
		files
			.map(getName)
			.filter((name) => name !== 'weekly-portfolio-review')
			.sort(),
	).toEqual(Object.keys(EXPECTED).sort());
});

test('the weekly review says that there is nothing to compare with, and saves every card for next week', () => {
	const run = getRunData('weekly-portfolio-review');
	expect(run.items('Review report', 1)).toEqual([
		expect.objectContaining({
			report: expect.objectContaining({
				figures: expect.objectContaining({ isFirstReview: true, movements: null }) as object,
			}) as object,
		}),
	]);
	expect(run.items('Review report')).toHaveLength(59);
	expect(run.items('Save for next week')).toHaveLength(59);
});

test.each([
	['underwrite-a-small-business', 'salesTrend'],
	['benchmark-check-against-peers', 'indexes'],
])('%s reports on each merchant that has a report, by name', (name, figure) => {
	const run = getRunData(name);
	const rows = run.items('Merchant report');
	expect(rows.length).toBeGreaterThan(3);
	for (const row of rows)
		expect(row).toMatchObject({ Merchant: expect.stringMatching(/\w/) as string });
	expect(rows.some((row) => row[figure] !== null)).toBe(true);
	expect(run.items('Merchant report', 1)).toHaveLength(1);
});

test('each week of a report is joined with the row of its own merchant', () => {
	const run = getRunData('underwrite-a-small-business');
	const loans = new Map(
		run.items('One row per merchant').map((row) => [row.Application, row['Loan amount']]),
	);
	const weeks = run.items('Week with merchant');
	expect(weeks).toHaveLength(6 * 52);
	for (const week of weeks) expect(week['Loan amount']).toBe(loans.get(week.Application));
	expect(new Set(weeks.map((week) => `${week.Application} ${week['Week from']}`)).size).toBe(
		6 * 52,
	);
	// Mastercard's documented first week of location 1, which is Artisan Emporium.
	expect(weeks).toContainEqual(
		expect.objectContaining({
			Merchant: 'Artisan Emporium',
			'Week from': '2022-02-13',
			Sales: 16198.060138,
		}),
	);
});

test("a documented index is joined with its merchant's ID", () => {
	const indexes = getRunData('benchmark-check-against-peers').items('Index with merchant');
	expect(indexes).toContainEqual(
		expect.objectContaining({
			'Merchant ID': '106241230D01',
			Metric: 'Average Spend per Card Index',
			Index: 100,
		}),
	);
});

test('the work list starts with the largest expected loss, and the totals of each segment add up', () => {
	const run = getRunData('collections-strategy');
	const losses = run.items('Work list').map((row) => Number(row['Expected loss']));
	expect(losses).toEqual([...losses].sort((a, b) => b - a));
	for (const total of run.items('Totals per segment')) {
		const segment = run.items('Work list').filter((row) => row.Decision === total.Decision);
		expect(total.count_Account).toBe(segment.length);
	}
});

test('the campaign list starts with the lowest risks', () => {
	const run = getRunData('cross-sell-and-upsell');
	const scores = run.items('Campaign list').map((row) => Number(row.Score));
	expect(scores).toHaveLength(4);
	expect(scores).toEqual([...scores].sort((a, b) => b - a));
});
