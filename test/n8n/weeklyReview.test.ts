// The weekly review, run in two weeks: what the first leaves in n8n's data table is what the second compares with.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Execution } from './support/Execution';
import { folder, read } from './support/exampleFiles';
import { realN8n, type RealN8n } from './support/realN8n';

const FILE = 'weekly-portfolio-review.json';

interface Scored {
	cardReference: string;
	scored: boolean;
	score?: number;
	decile?: number;
}

let n8n: RealN8n;
let workflows: string;
let lastWeek: Execution;
let thisWeek: Execution;

beforeAll(async () => {
	workflows = mkdtempSync(path.join(tmpdir(), 'weekly-review-'));
	copyFileSync(path.join(folder, FILE), path.join(workflows, FILE));
	n8n = await realN8n([workflows]);
	const review = async (week: number) => {
		n8n.simulator.week = week;
		const run = (await n8n.runAll()).get(read(FILE).id);
		if (run === undefined) throw new Error('The review was not executed.');
		return run;
	};
	lastWeek = await review(-1);
	thisWeek = await review(0);
});

afterAll(async () => {
	rmSync(workflows, { recursive: true, force: true });
	await n8n?.close();
});

const getScores = (run: Execution) =>
	new Map(
		(run.items('CCA Scores') as unknown as Scored[])
			.filter((item) => item.cardReference !== undefined)
			.map((item) => [item.cardReference, item]),
	);

test('the second review has each card with its last score and its movement', () => {
	expect([lastWeek.error, thisWeek.error]).toEqual([undefined, undefined]);
	const [before, now] = [getScores(lastWeek), getScores(thisWeek)];
	expect(now.size).toBe(59);
	const rows = new Map(
		thisWeek.items('Review report').map((row) => [row.cardReference as string, row]),
	);
	for (const [reference, card] of now) {
		const last = before.get(reference);
		expect(rows.get(reference)).toMatchObject({
			previousScore: last?.score ?? null,
			previousDecile: last?.decile ?? null,
			scoreChange:
				card.score === undefined || last?.score === undefined ? null : card.score - last.score,
		});
	}
	const change = (card: Scored) =>
		Math.sign((card.decile ?? 0) - (before.get(card.cardReference)?.decile ?? 0));
	const both = [...now.values()].filter(
		(card) => card.scored && before.get(card.cardReference)?.scored === true,
	);
	const count = (sign: number) => both.filter((card) => change(card) === sign).length;
	expect(count(1) + count(-1)).toBeGreaterThan(0);
	expect(thisWeek.items('Review report', 1)).toEqual([
		expect.objectContaining({
			report: expect.objectContaining({
				figures: expect.objectContaining({
					isFirstReview: false,
					migration: expect.objectContaining({ up: count(1), down: count(-1) }) as object,
				}) as object,
			}) as object,
		}),
	]);
});

test("the figures of both reviews are kept, and the first one's bands are the baseline", () => {
	const [first, second] = [lastWeek, thisWeek].map((run) => run.items('Save the figures'));
	expect(first).toHaveLength(1);
	const figures = JSON.parse(String(second?.[0]?.figures)) as { stability: { baseline: object } };
	expect(figures.stability.baseline).toMatchObject({ index: expect.any(Number) as number });
	const [former] = thisWeek.items('Former reviews');
	expect(former?.bands).toBe(first?.[0]?.bands);
	expect(former?.bands).toContain('edges');
});

test('the memory then holds the scores of this week, each card once', () => {
	const saved = thisWeek.items('Save for next week');
	const now = getScores(thisWeek);
	expect(new Set(saved.map(({ cardReference }) => cardReference)).size).toBe(59);
	expect(new Set(saved.map(({ id }) => id))).toEqual(
		new Set(lastWeek.items('Save for next week').map(({ id }) => id)),
	);
	for (const row of saved)
		expect(row).toMatchObject({
			score: now.get(row.cardReference as string)?.score ?? null,
			movement: expect.not.stringMatching(/^new$/) as string,
		});
});
