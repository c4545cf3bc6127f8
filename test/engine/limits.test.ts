// What a run may send, and when: the limits of the options and of Mastercard's own `Retry-After`.
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

const CARD = '5425233430109903';
const score = (cards: string[], more: Partial<EngineRun> = {}) =>
	runInEngine({
		node: 'ccaScores',
		rows: cards.map((card) => ({ card })),
		credentials: { mastercardApi: simulator.credential },
		...more,
		parameters: { customerPan: '={{ $json.card }}', hasConsent: true, ...more.parameters },
	});

describe('a Retry-After that Mastercard sends', () => {
	const throttle = (seconds: string) => {
		simulator.injectFault({ kind: 'status', status: 429, headers: { 'Retry-After': seconds } });
	};

	it('is kept, also when it is longer than our own wait', async () => {
		throttle('2');
		const { error } = await score([CARD]);
		expect(error).toBeUndefined();
		const [first, second] = simulator.calls;
		expect(first?.status).toBe(429);
		expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeGreaterThanOrEqual(2000);
	});

	it('ends the row at once when it is longer than the row may take', async () => {
		throttle('3600');
		const { outputs } = await score([CARD], { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			httpCode: 429,
			description: expect.stringContaining('the server requires a wait of 3600 s'),
			retryable: true,
			attempts: 1,
		});
		expect(simulator.calls).toHaveLength(1);
	});
});

describe('an option beyond its limits stops the node before any call', () => {
	it.each([
		['batchSize', 21, "'Batch Size' must be a whole number from 1 to 20"],
		['batchSize', 0, "'Batch Size' must be a whole number from 1 to 20"],
		['batchSize', 1.5, "'Batch Size' must be a whole number from 1 to 20"],
		['batchSize', '', "'Batch Size' must be a whole number from 1 to 20"],
		['concurrency', 0.9, "'Concurrency' must be a number from 1 to 50"],
		['concurrency', 50.1, "'Concurrency' must be a number from 1 to 50"],
		['requestsPerSecond', -1, "'Requests per Second' must be a number from 0 to 1000"],
		['requestsPerSecond', 1001, "'Requests per Second' must be a number from 0 to 1000"],
		['parallelRuns', 0, "'Parallel Runs' must be a number from 1 to 1000"],
		['parallelRuns', 1001, "'Parallel Runs' must be a number from 1 to 1000"],
		['maxAttempts', 0, "'Max Attempts' must be a number from 1 to 10"],
		['maxAttempts', 11, "'Max Attempts' must be a number from 1 to 10"],
		['timeout', 0, "'Timeout' must be a number from 1 to 600000"],
		['timeout', 600_001, "'Timeout' must be a number from 1 to 600000"],
		['totalTimeout', 0, "'Total Timeout' must be a number from 1 to 3600000"],
		['totalTimeout', 3_600_001, "'Total Timeout' must be a number from 1 to 3600000"],
	])('%s: %p', async (option, value, message) => {
		const { error } = await score([CARD], { parameters: { options: { [option]: value } } });
		expect(error?.message).toContain(message);
		expect(error?.description).toContain('Nothing was sent.');
		expect(simulator.calls).toEqual([]);
	});

	it.each([
		['batchSize', [1, 20]],
		['concurrency', [1, 50, ' 4 ']],
		['requestsPerSecond', [0, 1000]],
		['parallelRuns', [1, 1000]],
		['maxAttempts', [1, 10]],
		['timeout', [600_000]],
		['totalTimeout', [3_600_000]],
	])('%s takes %p', async (option, values) => {
		for (const value of values) {
			const options = { [option]: value, dryRun: true };
			const { outputs } = await score([CARD], { parameters: { options } });
			expect(outputs[0]?.[0]?.json.dryRun).toMatchObject({ ready: 1 });
		}
	});
});

it('takes its part of a rate that parallel runs share', async () => {
	const options = { batchSize: 1, requestsPerSecond: 4, parallelRuns: 4 };
	await score([CARD, '5408577159639842'], { parameters: { options } });
	const [first, second] = simulator.calls;
	// One call a second; without the other runs it would be four.
	expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeGreaterThan(500);
});

it.each([
	['every row is rejected', ['1'], {}],
	['the credential cannot be used', [CARD], { signingKeyPassword: 'wrong' }],
])('the run summary counts no call when %s', async (_, cards, credential) => {
	const { outputs } = await score(cards, {
		onError: 'continueRegularOutput',
		credentials: { mastercardApi: { ...simulator.credential, ...credential } },
		parameters: { options: { includeRunSummary: true } },
	});
	expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ rows: 1, calls: 0, retries: 0 });
	expect(simulator.calls).toEqual([]);
});
