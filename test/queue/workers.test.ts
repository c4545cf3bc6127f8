// 20,000 cards on two workers, while everything goes wrong that can: a failed authentication, a worker without the package, a
// worker that dies, a worker that is stopped; the work table's database, n8n's own and Redis go away for a while.
import { readFileSync } from 'node:fs';
import { countPaid, findTablesWithCards, getPeakRate } from './support/facts';
import { createPortfolio, getExpectedScore, type Portfolio } from './support/portfolio';
import { startQueueMode, type QueueMode } from './support/queueMode';
import { GRACE_SECONDS } from './support/queueSettings';
import { watchReview, type ReviewWatch, type ReviewedRow } from './support/reviewWatch';
import { waitUntil } from './support/waitUntil';

const CARDS = 20_000;
const CONTRACTED_RATE = 50;
const PARALLEL_RUNS = 4;
const LEASE_ROWS = CARDS / 100;

/** Has the form of a sealed card, and was sealed for nobody. */
const SEALED = 'eyJhbGciOiJFQ0RILUVTIn0..AAAA.AAAA.AAAA';
const BAD_ROWS = [
	`B-1,${SEALED},true,,USA`,
	`B-2,NOT SEALED,true,,USA`,
	`B-3,${SEALED},yes,,USA`,
	`,${SEALED},true,,USA`,
	`B-3,${SEALED},yes,,USA`,
];

let n8n: QueueMode;
let portfolio: Portfolio;
/** Of the worker that lacks the package. */
let failedWithoutPackage = '';
/** The leases that were open when a worker died. */
let openAtCrash: string[] = [];
let rows: ReviewedRow[] = [];
let review: ReviewWatch;

const readLines = (file: string) => readFileSync(file, 'utf8').split('\n');
/** Executions that a worker has started and not finished. */
const countUnfinished = (logFile: string) =>
	readLines(logFile).filter((line) => line.startsWith('Worker started execution')).length -
	readLines(logFile).filter((line) => line.startsWith('Worker finished execution')).length;

/** Prints what was measured, for docs/scaling.md. */
async function describeReview(): Promise<void> {
	const [row] = await review.query<{ seconds: number }>(
		'SELECT extract(epoch FROM last_result_at - started_at)::int AS seconds FROM credit_review.report()',
	);
	const paidTwice = [...countPaid(n8n.simulator.calls).values()].filter((count) => count > 1);
	process.stdout.write(
		`${CARDS} cards in ${row?.seconds} s with ${n8n.simulator.calls.length} calls, at most ${getPeakRate(n8n.simulator.calls)} in a second; ${paidTwice.length} cards paid twice, in ${openAtCrash.length} leases that were open when a worker died.\n`,
	);
}

/** The living end theirs, and take others. What is open still belongs to the dead, whose time is made to pass here. */
async function expireLeasesOfTheDead(): Promise<void> {
	const before = await review.countFinal();
	const patience = Date.now() + 30_000;
	await waitUntil('the living have gone on', async () => {
		const done = (await review.countFinal()) - before;
		return done >= 2 * PARALLEL_RUNS * LEASE_ROWS || Date.now() > patience;
	});
	await review.query(
		`UPDATE credit_review.leases SET leased_until = now() WHERE lease_id::text IN ('${openAtCrash.join("','")}')`,
	);
}

beforeAll(async () => {
	portfolio = createPortfolio(CARDS, BAD_ROWS);
	n8n = await startQueueMode(portfolio.sealingKey);
	review = watchReview(n8n.work);
	const [dying, stopping, lacking] = await Promise.all([
		n8n.startWorker(),
		n8n.startWorker(),
		n8n.startWorker(false),
	]);
	await review.query(
		`UPDATE credit_review.settings SET contracted_rate = ${CONTRACTED_RATE}, parallel_runs = ${PARALLEL_RUNS},
		lease_rows = ${LEASE_ROWS}, lease_seconds = 3600, pause_seconds = 3`,
	);
	await n8n.publish('atScaleLoadPortfolio');
	await n8n.uploadPortfolio(await portfolio.csv);
	await waitUntil(
		'the portfolio is loaded',
		async () => (await review.getEvents('rows loaded')).length === 5,
	);

	await n8n.runNow('atScaleStartReview', 'Start now');
	await waitUntil(
		'the review is started',
		async () => (await review.getEvents('review started')).length === 1,
	);

	n8n.simulator.injectFault(Array.from({ length: 8 }, () => ({ kind: 'status', status: 401 })));
	for (const workflow of ['atScaleScoreCards', 'atScaleReturnExpired']) await n8n.publish(workflow);

	const getFailed = () =>
		readLines(lacking.logFile).find((line) => line.includes('Unrecognized node type'));
	await waitUntil('a worker without the package fails', () => getFailed() !== undefined);
	failedWithoutPackage = getFailed() ?? '';
	await lacking.stop();

	await review.untilFinal(0.15 * CARDS);
	// In the middle of a run: its executions are started, and not finished.
	await waitUntil('the worker is at work', () => countUnfinished(dying.logFile) >= 2);
	dying.crash();
	openAtCrash = await review.getOpenLeases();
	const replacement = n8n.startWorker();
	await expireLeasesOfTheDead();
	await review.untilFinal(0.4 * CARDS);
	await n8n.work.goAway(8);
	await review.untilFinal(0.5 * CARDS);
	await replacement;
	await n8n.own.goAway(8);
	await review.untilFinal(0.6 * CARDS);
	await n8n.redis.goAway(8);
	await review.untilFinal(0.7 * CARDS);
	await stopping.stop(GRACE_SECONDS);
	await review.untilFinal(CARDS + 3);
	rows = await review.getRows();
	await describeReview();
});

afterAll(() => n8n?.close());

test('every card has exactly one final result, and none is wrong', () => {
	const wrong = rows.filter(({ card_id, status, scored, score }) => {
		const pan = portfolio.cards.get(card_id);
		if (pan === undefined) return false;
		const expected = getExpectedScore(pan);
		return (
			status !== 'done' ||
			scored !== (expected !== null) ||
			(score === null ? null : Number(score)) !== expected
		);
	});
	expect(wrong).toEqual([]);
	expect(new Set(rows.map(({ card_id }) => card_id)).size).toBe(CARDS + 3);
	expect(rows).toHaveLength(CARDS + 3);
});

test('malformed rows are rejected with a reason, and cost nothing', () => {
	const rejected = rows.filter(({ card_id }) => card_id.startsWith('B-'));
	expect(rejected.map(({ status, reason_code }) => [status, reason_code])).toEqual([
		['rejected', 'SEALED_CARD_NOT_OPENED'],
		['rejected', 'PAN_NOT_DIGITS'],
		['rejected', 'CONSENT_NOT_GIVEN'],
	]);
});

test('the cards paid for twice are at most those of the runs that died', async () => {
	const expired = (await review.getEvents('lease expired')).length;
	expect(expired).toBeGreaterThan(0);
	const paid = countPaid(n8n.simulator.calls);
	expect(openAtCrash.length).toBeLessThanOrEqual(PARALLEL_RUNS);
	// Neither the database that went away nor the worker that was stopped brought further ones.
	expect(expired).toBeLessThanOrEqual(openAtCrash.length);
	const twice = [...paid.values()].filter((count) => count > 1);
	expect(twice.length).toBeLessThanOrEqual(expired * LEASE_ROWS);
	expect(Math.max(...paid.values())).toBeLessThanOrEqual(2);
	expect(paid.size).toBe(CARDS);
});

test('a failed authentication pauses the review and harms no card', async () => {
	const pauses = await review.getEvents('paused');
	expect(pauses.length).toBeGreaterThan(0);
	expect(pauses[0]?.detail).toBe('Mastercard responded with HTTP status 401.');
});

test('the contracted rate is not passed', () => {
	expect(getPeakRate(n8n.simulator.calls)).toBeLessThanOrEqual(CONTRACTED_RATE);
});

test('a worker without the package fails the executions that it takes, and leases no card', () => {
	expect(failedWithoutPackage).toContain('ccaScores');
});

test('no card number is in either database', async () => {
	const cards = new Set(portfolio.cards.values());
	for (const { client } of [n8n.work, n8n.own])
		expect(await findTablesWithCards(client, (digits) => cards.has(digits))).toEqual([]);
});

test('the report says what happened', async () => {
	const output = await n8n.runCommand('atScaleReport');
	for (const text of ['"review": 1', '"waiting": "0"', 'lease expired', 'PAN_NOT_DIGITS'])
		expect(output).toContain(text);
});

test('the report with charts reads the whole review, and keeps its figures', async () => {
	const getReports = () =>
		review.query<{ figures: object; bands: object }>(
			'SELECT figures, bands FROM credit_review.reports',
		);
	await n8n.runNow('atScaleReviewReport', 'Report now');
	await waitUntil('a worker has made the report', async () => (await getReports()).length > 0);
	expect(await getReports()).toEqual([
		{
			figures: expect.objectContaining({
				isFirstReview: true,
				coverage: expect.objectContaining({ rejected: 3, failed: 0 }) as object,
			}) as object,
			bands: expect.objectContaining({ edges: expect.any(Array) as unknown[] }) as object,
		},
	]);
});
