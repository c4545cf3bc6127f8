import { getEventListeners } from 'node:events';

import fc from 'fast-check';

import { runAll } from './runAll';
import { makeFakeClock, makeServer, ok, settings, status, networkError } from './fakeClock';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe('outcomes', () => {
	it('are in the order of the calls, however long each takes, with one attempt each', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 40 }),
				fc.integer({ min: 1, max: 10 }),
				async (durations, concurrency) => {
					const clock = makeFakeClock();
					const server = makeServer<number>(
						clock,
						(call) => ok(`call ${call}`),
						(call) => durations[call] ?? 0,
					);
					const outcomes = await clock.drive(
						runAll([...durations.keys()], server.send, { ...settings, concurrency }, clock),
					);
					expect(outcomes).toStrictEqual(
						durations.map((_, n) => ({ ...ok(`call ${n}`), attempts: 1 })),
					);
				},
			),
			{ numRuns: 50 },
		);
	});

	it('are empty for no calls', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, () => ok());
		expect(await runAll([], server.send, settings, clock)).toEqual([]);
		expect(server.started).toEqual([]);
	});

	it('are complete for 10,001 calls, each sent once', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, () => ok());
		const outcomes = await clock.drive(
			runAll(numbers(10_001), server.send, { ...settings, concurrency: 20 }, clock),
		);
		expect(outcomes).toHaveLength(10_001);
		expect(server.started).toHaveLength(10_001);
	});

	it('show a failed call without affecting the others', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, (call) => (call === 1 ? status(400) : ok()));
		const outcomes = await clock.drive(runAll(numbers(3), server.send, settings, clock));
		expect(outcomes).toStrictEqual([
			{ ...ok(), attempts: 1 },
			{ ...status(400), attempts: 1 },
			{ ...ok(), attempts: 1 },
		]);
	});
});

describe('concurrency', () => {
	it('never exceeds N calls in flight, and reaches N when there are enough calls', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 8 }),
				fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.boolean()), {
					minLength: 8,
					maxLength: 40,
				}),
				async (concurrency, plan) => {
					const clock = makeFakeClock();
					const server = makeServer<number>(
						clock,
						(call, number) => (plan[call]?.[1] === true && number === 1 ? status(503) : ok()),
						(call) => plan[call]?.[0] ?? 0,
					);
					await clock.drive(
						runAll([...plan.keys()], server.send, { ...settings, concurrency }, clock),
					);
					expect(Math.max(...server.started.map(({ inFlight }) => inFlight))).toBe(concurrency);
				},
			),
			{ numRuns: 50 },
		);
	});

	it.each([0, -3, 0.5])('of %d sends one call at a time', async (concurrency) => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, () => ok(), 10);
		await clock.drive(runAll(numbers(3), server.send, { ...settings, concurrency }, clock));
		expect(server.started.map(({ inFlight }) => inFlight)).toEqual([1, 1, 1]);
	});
});

describe('requestsPerSecond', () => {
	it('never starts more than r attempts in any second, retries included', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 9 }),
				fc.integer({ min: 1, max: 20 }),
				fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.boolean()), { maxLength: 40 }),
				async (requestsPerSecond, concurrency, plan) => {
					const clock = makeFakeClock();
					const server = makeServer<number>(
						clock,
						(call, number) => (plan[call]?.[1] === true && number < 3 ? status(503) : ok()),
						(call) => plan[call]?.[0] ?? 0,
					);
					const how = { ...settings, concurrency, requestsPerSecond };
					await clock.drive(runAll([...plan.keys()], server.send, how, clock));
					const starts = server.started.map(({ at }) => at);
					for (const [n, at] of starts.entries()) {
						const withTimeout = starts.slice(n).filter((other) => other < at + 1000);
						expect(withTimeout.length).toBeLessThanOrEqual(requestsPerSecond);
					}
				},
			),
			{ numRuns: 50 },
		);
	});

	it('spaces attempts evenly: four per second start a quarter of a second apart', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, () => ok(), 10);
		const how = { ...settings, concurrency: 10, requestsPerSecond: 4 };
		await clock.drive(runAll(numbers(5), server.send, how, clock));
		expect(server.started.map(({ at }) => at)).toEqual([0, 250, 500, 750, 1000]);
	});

	it('may be less than one per second', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, () => ok());
		const how = { ...settings, requestsPerSecond: 0.5 };
		await clock.drive(runAll(numbers(3), server.send, how, clock));
		expect(server.started.map(({ at }) => at)).toEqual([0, 2000, 4000]);
	});

	it('does not accumulate a burst while calls are slow', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(
			clock,
			() => ok(),
			(call) => (call === 0 ? 5000 : 0),
		);
		const how = { ...settings, concurrency: 1, requestsPerSecond: 2 };
		await clock.drive(runAll(numbers(4), server.send, how, clock));
		expect(server.started.map(({ at }) => at)).toEqual([0, 5000, 5500, 6000]);
	});

	it('of 0 means no limit: as many calls as allowed in flight start at once', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, () => ok(), 10);
		await clock.drive(runAll(numbers(4), server.send, settings, clock));
		expect(server.started.map(({ at }) => at)).toEqual([0, 0, 0, 0]);
	});

	it('does not reduce the time of calls that wait for their first attempt', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, () => ok());
		const how = { ...settings, concurrency: 20, requestsPerSecond: 1, totalTimeoutMs: 1500 };
		const outcomes = await clock.drive(runAll(numbers(10), server.send, how, clock));
		expect(outcomes.map(({ kind }) => kind)).toEqual(numbers(10).map(() => 'response'));
		expect(server.started.map(({ timeoutMs }) => timeoutMs)).toEqual(numbers(10).map(() => 1500));
	});
});

describe('cancelling a run', () => {
	it.each([false, true])(
		'during a wait ends the wait and the run (sleep rejects: %s)',
		async (abortRejects) => {
			const cancel = new AbortController();
			const clock = makeFakeClock({ signal: cancel.signal, abortRejects });
			const server = makeServer<number>(clock, () => status(429, '60'));
			void clock.sleep(10_000).then(() => {
				cancel.abort();
			});
			const how = { ...settings, concurrency: 1 };
			const outcomes = await clock.drive(runAll(numbers(3), server.send, how, clock));
			expect(outcomes).toStrictEqual([
				{ ...status(429, '60'), attempts: 1, gaveUpReason: expect.stringMatching(/cancelled/) },
				{ kind: 'notSent', reason: 'cancelled', attempts: 0 },
				{ kind: 'notSent', reason: 'cancelled', attempts: 0 },
			]);
			expect(server.started).toHaveLength(1);
			expect(clock.elapsed()).toBe(10_000);
			expect(clock.sleeping()).toBe(0);
		},
	);

	it('before it starts sends nothing', async () => {
		const clock = makeFakeClock({ signal: AbortSignal.abort() });
		const server = makeServer<number>(clock, () => ok());
		const outcomes = await clock.drive(runAll(numbers(2), server.send, settings, clock));
		expect(outcomes.map((outcome) => outcome.kind)).toEqual(['notSent', 'notSent']);
		expect(server.started).toEqual([]);
	});

	it('while calls are in flight keeps their responses and starts no other attempt, not even a retry', async () => {
		const cancel = new AbortController();
		const clock = makeFakeClock({ signal: cancel.signal });
		const server = makeServer<number>(
			clock,
			(call) => {
				cancel.abort();
				return call === 0 ? ok() : status(503);
			},
			100,
		);
		const how = { ...settings, concurrency: 2 };
		const outcomes = await clock.drive(runAll(numbers(4), server.send, how, clock));
		expect(outcomes).toStrictEqual([
			{ ...ok(), attempts: 1 },
			{ ...status(503), attempts: 1, gaveUpReason: expect.stringMatching(/cancelled/) },
			{ kind: 'notSent', reason: 'cancelled', attempts: 0 },
			{ kind: 'notSent', reason: 'cancelled', attempts: 0 },
		]);
	});
});

describe('many calls waiting at the same time', () => {
	it('never add ten listeners to one signal, which Node.js would report as a leak', async () => {
		const clock = makeFakeClock({ signal: new AbortController().signal });
		let most = 0;
		const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
			const sleeping = clock.sleep(ms, signal);
			if (signal) most = Math.max(most, getEventListeners(signal, 'abort').length);
			return sleeping;
		};
		const server = makeServer<number>(clock, (_, number) => (number === 1 ? status(503) : ok()));
		const how = { ...settings, concurrency: 30, requestsPerSecond: 100 };
		await clock.drive(runAll(numbers(60), server.send, how, { ...clock, sleep }));
		expect(server.started).toHaveLength(120);
		expect(most).toBe(1);
	});
});

describe('stopOnFirstFailure', () => {
	const stopping = { ...settings, stopOnFirstFailure: true, concurrency: 2 };

	it('finishes the calls in flight, retries included, and sends no other call', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(
			clock,
			(call, number) => (call === 0 ? status(400) : number === 1 ? status(503) : ok()),
			(call) => (call === 0 ? 100 : 150),
		);
		const outcomes = await clock.drive(runAll(numbers(5), server.send, stopping, clock));
		expect(outcomes).toStrictEqual([
			{ ...status(400), attempts: 1 },
			{ ...ok(), attempts: 2 },
			...[2, 3, 4].map(() => ({ kind: 'notSent', reason: 'stopped', attempts: 0 })),
		]);
	});

	it('wakes calls that wait for their first attempt', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, () => networkError('never'));
		const how = { ...stopping, requestsPerSecond: 0.001 };
		const outcomes = await clock.drive(runAll(numbers(3), server.send, how, clock));
		expect(outcomes.map(({ kind }) => kind)).toEqual(['networkError', 'notSent', 'notSent']);
		expect(clock.elapsed()).toBe(0);
		expect(clock.sleeping()).toBe(0);
	});

	it('does not stop for a fault that a retry resolves', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, (_, number) => (number < 3 ? status(500) : ok()));
		const outcomes = await clock.drive(runAll(numbers(5), server.send, stopping, clock));
		expect(outcomes).toStrictEqual(numbers(5).map(() => ({ ...ok(), attempts: 3 })));
	});

	it('stops for a call that has reached the maximum number of attempts', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, () => status(500));
		const how = { ...stopping, concurrency: 1, maxAttempts: 2 };
		const outcomes = await clock.drive(runAll(numbers(2), server.send, how, clock));
		expect(outcomes).toMatchObject([
			{ status: 500, attempts: 2 },
			{ kind: 'notSent', reason: 'stopped' },
		]);
	});

	it('lets the caller define failures: "no match" can be a result', async () => {
		const clock = makeFakeClock();
		const server = makeServer<number>(clock, (call) => status(call === 2 ? 400 : 404));
		const isFailure = (last: { kind: string; status?: number }): boolean => last.status === 400;
		const how = { ...stopping, concurrency: 1, isFailure };
		const outcomes = await clock.drive(runAll(numbers(4), server.send, how, clock));
		expect(outcomes.map(({ kind }) => kind)).toEqual([
			'response',
			'response',
			'response',
			'notSent',
		]);
	});
});

describe('a sender that throws', () => {
	it('rejects the run with its error once the calls in flight have ended, and starts no other call', async () => {
		const clock = makeFakeClock();
		const fault = new TypeError('a fault in the program');
		const ended: number[] = [];
		const started: number[] = [];
		const send = async (call: number) => {
			started.push(call);
			if (call === 1) throw fault;
			await clock.sleep(1000);
			ended.push(call);
			return ok();
		};
		const how = { ...settings, concurrency: 3 };
		await expect(clock.drive(runAll(numbers(9), send, how, clock))).rejects.toBe(fault);
		expect(started).toEqual([0, 1, 2]);
		expect(ended).toEqual([0, 2]);
	});

	it('is not masked by a sleep that fails for another reason', async () => {
		const clock = makeFakeClock();
		const fault = new Error('the clock broke');
		const server = makeServer<number>(clock, () => status(503));
		const runtime = { ...clock, sleep: () => Promise.reject(fault) };
		await expect(runAll([1], server.send, settings, runtime)).rejects.toBe(fault);
	});
});
