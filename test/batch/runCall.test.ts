import { runAll } from './runAll';
import { makeFakeClock, makeServer, ok, settings, START, status, networkError } from './fakeClock';

describe('a call with a temporary fault', () => {
	it('retries a 429 with Retry-After 3 after 3 seconds', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, (_, n) => (n === 1 ? status(429, '3') : ok()));
		const outcomes = await clock.drive(runAll(['card'], server.send, settings, clock));
		expect(server.started.map(({ at, number }) => [at, number])).toEqual([
			[0, 1],
			[3000, 2],
		]);
		expect(outcomes).toStrictEqual([{ ...ok(), attempts: 2 }]);
	});

	it('retries a 503 at the date in Retry-After', async () => {
		const clock = makeFakeClock();
		const date = new Date(START + 45_000).toUTCString();
		const server = makeServer<string>(clock, (_, n) => (n === 1 ? status(503, date) : ok()));
		await clock.drive(runAll(['card'], server.send, settings, clock));
		expect(server.started.map(({ at }) => at)).toEqual([0, 45_000]);
	});

	it('gives up on a permanent fault after the maximum number of attempts, waiting longer each time', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, () => status(502));
		const outcomes = await clock.drive(runAll(['card'], server.send, settings, clock));
		expect(server.started.map(({ at }) => at)).toEqual([0, 500, 1500, 3500]);
		expect(outcomes).toStrictEqual([
			{ ...status(502), attempts: 4, gaveUpReason: expect.stringMatching(/attempts \(4\)/) },
		]);
	});

	it('connects on the third attempt after two refused connections', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, (_, n) =>
			n < 3 ? networkError('maxAttempts') : ok(),
		);
		const outcomes = await clock.drive(runAll(['card'], server.send, settings, clock));
		expect(outcomes).toStrictEqual([{ ...ok(), attempts: 3 }]);
	});

	it('retries once after a lost response', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, () => networkError('once'));
		const how = { ...settings, maxAttempts: 10 };
		const outcomes = await clock.drive(runAll(['card'], server.send, how, clock));
		expect(server.started).toHaveLength(2);
		expect(outcomes).toStrictEqual([
			{
				...networkError('once'),
				attempts: 2,
				unconfirmedAttempts: 1,
				gaveUpReason: expect.stringMatching(/billed/),
			},
		]);
	});

	it('counts responses lost before and after a clear fault as two lost responses', async () => {
		const clock = makeFakeClock();
		const play = [networkError('once'), status(503), networkError('once'), ok()];
		const server = makeServer<string>(clock, (_, n) => play[n - 1] ?? ok());
		const outcomes = await clock.drive(runAll(['card'], server.send, settings, clock));
		expect(outcomes).toMatchObject([{ retry: 'once', attempts: 3 }]);
	});

	it.each([
		['a TLS failure', networkError('never')],
		['an unknown fault', networkError('never')],
		['a rejection', status(401, '1')],
		['a redirect', status(302)],
		['an empty response', status(204)],
	])('never retries %s', async (_name, last) => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, () => last);
		const outcomes = await clock.drive(runAll(['card'], server.send, settings, clock));
		expect(outcomes).toStrictEqual([{ ...last, attempts: 1 }]);
		expect(clock.elapsed()).toBe(0);
	});
});

describe('the time for one call', () => {
	it('ends the call at once after a day-long Retry-After, without delaying other calls', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, (call) =>
			call === 'a' ? status(429, '86400') : ok(),
		);
		const how = { ...settings, concurrency: 1 };
		const outcomes = await clock.drive(runAll(['a', 'b', 'c'], server.send, how, clock));
		expect(outcomes).toStrictEqual([
			{
				...status(429, '86400'),
				attempts: 1,
				gaveUpReason: expect.stringMatching(/wait of 86400 s, but only 300 s remain/),
			},
			{ ...ok(), attempts: 1 },
			{ ...ok(), attempts: 1 },
		]);
		expect(clock.elapsed()).toBe(0);
	});

	it('is shared by all attempts: the last one gets only the remaining time', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(
			clock,
			(_, n) => (n === 1 ? status(503, '25') : ok()),
			20_000,
		);
		const how = { ...settings, totalTimeoutMs: 50_000 };
		await clock.drive(runAll(['card'], server.send, how, clock));
		expect(server.started.map(({ at, timeoutMs }) => [at, timeoutMs])).toEqual([
			[0, 30_000],
			[45_000, 5_000],
		]);
	});

	it('limits even the first attempt', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, () => ok());
		await clock.drive(runAll(['card'], server.send, { ...settings, totalTimeoutMs: 1000 }, clock));
		expect(server.started[0]?.timeoutMs).toBe(1000);
	});

	it('ends the call without waiting when the next wait would exceed it', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, () => status(503), 900);
		const how = { ...settings, totalTimeoutMs: 1300 };
		const outcomes = await clock.drive(runAll(['card'], server.send, how, clock));
		expect(outcomes).toMatchObject([{ attempts: 1, gaveUpReason: expect.stringMatching(/0.4 s/) }]);
		expect(clock.elapsed()).toBe(900);
	});

	it('includes the wait for the rate limiter before a retry', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, () => status(503));
		const how = { ...settings, requestsPerSecond: 1, totalTimeoutMs: 2500 };
		const outcomes = await clock.drive(runAll(['a', 'b', 'c', 'd'], server.send, how, clock));
		expect(outcomes.map(({ gaveUpReason }) => gaveUpReason)).toContain(
			'the total time for the request ran out while waiting',
		);
		for (const { timeoutMs } of server.started) expect(timeoutMs).toBeGreaterThan(0);
	});
});

describe('a pause that a 429 requires', () => {
	it('delays first attempts and retries of all other calls', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(
			clock,
			(call, n) => {
				if (n > 1) return ok();
				return call === 'throttled' ? status(429, '10') : call === 'faulty' ? status(503) : ok();
			},
			(call) => (call === 'slow' ? 2000 : 100),
		);
		const calls = ['throttled', 'faulty', 'slow', 'later', 'last'];
		const how = { ...settings, concurrency: 3 };
		const outcomes = await clock.drive(runAll(calls, server.send, how, clock));
		expect(server.started.map(({ call, at }) => [call, at])).toEqual([
			['throttled', 0],
			['faulty', 0],
			['slow', 0],
			...['throttled', 'faulty', 'later'].map((call) => [call, 10_100]),
			['last', expect.any(Number)],
		]);
		expect(outcomes.map(({ kind }) => kind)).toEqual(calls.map(() => 'response'));
	});

	it('is not caused by any other status', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(
			clock,
			(call, n) => (call === 'a' && n === 1 ? status(503, '10') : ok()),
			100,
		);
		const how = { ...settings, concurrency: 2 };
		await clock.drive(runAll(['a', 'b', 'c'], server.send, how, clock));
		expect(server.started.map(({ call, at }) => [call, at])).toEqual([
			['a', 0],
			['b', 0],
			['c', 100],
			['a', 10_100],
		]);
	});

	it('applies to all other calls even when the throttled call may not be retried', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(clock, (call) => (call === 'a' ? status(429, '10') : ok()));
		const how = { ...settings, concurrency: 1, maxAttempts: 1 };
		await clock.drive(runAll(['a', 'b'], server.send, how, clock));
		expect(server.started.map(({ call, at }) => [call, at])).toEqual([
			['a', 0],
			['b', 10_000],
		]);
	});

	it('ends at once a call whose remaining time is shorter', async () => {
		const clock = makeFakeClock();
		const server = makeServer<string>(
			clock,
			(call) => (call === 'late' ? status(503) : status(429, '9')),
			(call) => (call === 'late' ? 5000 : 4900),
		);
		const how = { ...settings, totalTimeoutMs: 10_000 };
		const outcomes = await clock.drive(runAll(['late', 'throttled'], server.send, how, clock));
		expect(outcomes).toMatchObject([
			{
				attempts: 1,
				gaveUpReason: expect.stringMatching(/server requires a wait of 8.9 s, but only 5 s/),
			},
			{
				attempts: 1,
				gaveUpReason: expect.stringMatching(/server requires a wait of 9 s, but only 5.1 s/),
			},
		]);
		expect(clock.elapsed()).toBe(5000);
	});
});
