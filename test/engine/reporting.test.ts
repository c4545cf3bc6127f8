// What a user sees of failed rows besides their items: hints, the error that stops a node, the dry run's links.
import { startSimulator, type Simulator } from '../../simulator/server';
import { runInEngine, type EngineRun } from '../support/runInEngine';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
});
afterAll(async () => {
	await simulator.close();
});

const CARDS = ['5425233430109903', '5408577159639842', '5537502036796908'];
const score = (cards: string[], more: Partial<EngineRun> = {}) =>
	runInEngine({
		node: 'ccaScores',
		rows: cards.map((card) => ({ card })),
		credentials: { mastercardApi: simulator.credential },
		...more,
		parameters: {
			customerPan: '={{ $json.card }}',
			hasConsent: true,
			options: { batchSize: 1, concurrency: 1, maxAttempts: 1 },
			...more.parameters,
		},
	});

describe('hints', () => {
	const onError = 'continueRegularOutput';

	it('stay away when every row has a result', async () => {
		expect((await score(CARDS.slice(0, 1), { onError })).hints).toEqual([]);
	});

	it('count the rows without a result', async () => {
		const { hints } = await score(['1', ...CARDS, '2'], { onError });
		expect(hints).toEqual([expect.stringMatching(/^2 of 5 rows [^0-9]*$/)]);
	});

	it('count those that may succeed later', async () => {
		simulator.injectFault({ kind: 'status', status: 503, body: 'down' });
		const { hints } = await score(['1', ...CARDS], { onError });
		expect(hints).toEqual([expect.stringMatching(/^2 of 4 rows .* 1 .*again later/)]);
	});
});

describe('the error that stops a node', () => {
	it('names its row, what Mastercard calls the call, and the results that are lost', async () => {
		simulator.injectFault({
			kind: 'status',
			status: 400,
			body: { Errors: { Error: [] } },
			skip: 2,
		});
		const { error } = await score(CARDS);
		expect(error?.message).toContain('[item 2]');
		expect(error?.description).toMatch(/2 rows had already .*Correlation ID: \S+\.$/);
		expect(error).toMatchObject({ httpCode: '400' });
	});

	it('counts cards without a score among the results', async () => {
		simulator.injectFault({
			kind: 'status',
			status: 400,
			body: { Errors: { Error: [] } },
			skip: 1,
		});
		const { error } = await score(['5407502036052150', ...CARDS]);
		expect(error?.description).toMatch(/1 row had already/);
	});

	it('says nothing of lost results when there are none', async () => {
		const { error } = await score(['1', ...CARDS]);
		expect(error?.description).not.toMatch(/already|Correlation/);
	});

	it('is the cause, not a row that was never sent because of it', async () => {
		simulator.injectFault({
			kind: 'status',
			status: 400,
			body: { Errors: { Error: [] } },
			skip: 1,
		});
		simulator.injectFault({ kind: 'delay', delayMs: 300 });
		const { error } = await score(CARDS, {
			parameters: { options: { batchSize: 1, concurrency: 1 } },
		});
		expect(error?.message).toContain('[item 1]');
		expect(error?.message).not.toContain('Not sent');
	});
});

it('a dry run is linked to every row', async () => {
	const { outputs } = await score(CARDS, { parameters: { options: { dryRun: true } } });
	expect(outputs[0]?.[0]?.pairedItem).toEqual(CARDS.map((_, item) => ({ item })));
});

it('a run takes no longer than its summary says', async () => {
	const startedAt = Date.now();
	const options = { includeRunSummary: true };
	const { outputs } = await score(CARDS.slice(0, 1), { parameters: { options } });
	const { durationMs } = outputs[0]?.at(-1)?.json.runSummary as { durationMs: number };
	expect(durationMs).toBeGreaterThanOrEqual(0);
	expect(durationMs).toBeLessThanOrEqual(Date.now() - startedAt);
});
