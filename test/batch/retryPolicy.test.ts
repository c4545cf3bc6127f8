import fc from 'fast-check';

import { decideRetry, MAX_WAIT_MS, STATUS_RULES } from '../../batch/retryPolicy';
import { START, status, networkError } from './fakeClock';

const first = { attempts: 1, maxAttempts: 4, unconfirmed: 0 };
const context = { now: START, remainingMs: 300_000, pausedMs: 0, random: 0 };

describe('after a response', () => {
	it.each([408, 429, 500, 502, 503, 504])('retries status %i', (code) => {
		expect(decideRetry(status(code), first, context)).toMatchObject({ retry: true });
	});

	it('never retries any other status, and names no limit as the reason', () => {
		const retried = new Set([408, 429, 500, 502, 503, 504]);
		for (let code = 100; code < 600; code++) {
			if (retried.has(code)) continue;
			expect(decideRetry(status(code, '1'), first, context)).toEqual({ retry: false });
		}
	});

	it('decides by status alone: the Recoverable flag in the body is ignored', () => {
		const response = { Errors: { Error: [{ ReasonCode: 'SYSTEM_ERROR', Recoverable: false }] } };
		const attempt = { kind: 'response', status: 429, response } as const;
		expect(decideRetry(attempt, first, context)).toMatchObject({ retry: true });
		const declined = { kind: 'response', status: 400, response: { Recoverable: true } } as const;
		expect(decideRetry(declined, first, context)).toEqual({ retry: false });
	});

	it("follows the sender's own limit, for statuses that are retried at all", () => {
		const never = { ...status(503), retry: 'never' } as const;
		expect(decideRetry(never, first, context)).toEqual({ retry: false });
		const always = { ...status(400), retry: 'maxAttempts' } as const;
		expect(decideRetry(always, first, context)).toEqual({ retry: false });
	});

	it('does not exceed the maximum number of attempts, and says so', () => {
		const last = { ...first, attempts: 4 };
		expect(decideRetry(status(503), last, context)).toEqual({
			retry: false,
			reason: expect.stringMatching(/attempts \(4\)/),
		});
	});
});

describe('without a response', () => {
	it('retries up to the maximum number of attempts when nothing was sent', () => {
		for (const attempts of [1, 2, 3]) {
			const decision = decideRetry(networkError('maxAttempts'), { ...first, attempts }, context);
			expect(decision).toMatchObject({ retry: true });
		}
		const used = decideRetry(networkError('maxAttempts'), { ...first, attempts: 4 }, context);
		expect(used).toMatchObject({ retry: false, reason: expect.any(String) });
	});

	it('retries once after sending', () => {
		const once = { ...first, unconfirmed: 1 };
		expect(decideRetry(networkError('once'), once, context)).toMatchObject({ retry: true });
		const twice = { attempts: 2, maxAttempts: 10, unconfirmed: 2 };
		expect(decideRetry(networkError('once'), twice, context)).toEqual({
			retry: false,
			reason: expect.stringMatching(/lost twice.*billed/),
		});
	});

	it('still retries a clear fault after a lost response', () => {
		const history = { attempts: 2, maxAttempts: 4, unconfirmed: 1 };
		expect(decideRetry(status(503), history, context)).toMatchObject({ retry: true });
	});

	it('never retries a fault that waiting does not resolve', () => {
		expect(decideRetry(networkError('never'), first, context)).toEqual({ retry: false });
	});
});

describe('the wait before the next attempt', () => {
	const waits = (code: number, random: number): number[] =>
		[1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => {
			const history = { attempts, maxAttempts: 99, unconfirmed: 0 };
			const decision = decideRetry(status(code), history, { ...context, random });
			return decision.retry ? decision.waitMs : -1;
		});

	it('doubles from half a second up to 20 seconds, reduced by up to half at random', () => {
		const full = [500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000];
		expect(waits(503, 0)).toEqual(full.map((ms) => ms / 2));
		waits(503, 0.999999).forEach((ms, at) => {
			expect(ms).toBeCloseTo(full[at] ?? -1, -1);
		});
	});

	it('starts at one second after too many requests', () => {
		expect(waits(429, 0).slice(0, 3)).toEqual([500, 1000, 2000]);
	});

	it('always is 50 to 100 % of the doubled base, and at most 20 seconds', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(408, 429, 500, 502, 503, 504),
				fc.integer({ min: 1, max: 2000 }),
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				(code, attempts, random) => {
					const history = { attempts, maxAttempts: 9999, unconfirmed: 0 };
					const decision = decideRetry(status(code), history, { ...context, random });
					const full = Math.min((code === 429 ? 1000 : 500) * 2 ** (attempts - 1), MAX_WAIT_MS);
					expect(decision).toMatchObject({ retry: true });
					const waitMs = decision.retry ? decision.waitMs : NaN;
					expect(waitMs).toBeGreaterThanOrEqual(full / 2);
					expect(waitMs).toBeLessThanOrEqual(full);
				},
			),
		);
	});

	it.each([
		['3', 3000],
		['0', 0],
		['Sat, 21 Nov 2026 04:00:45 GMT', 45_000],
	])(
		'is exactly the Retry-After of %s, whatever the jitter and our own maximum',
		(value, waitMs) => {
			for (const code of [429, 503]) {
				const decision = decideRetry(status(code, value), first, { ...context, random: 0.7 });
				expect(decision).toEqual({ retry: true, waitMs });
			}
		},
	);

	it.each(['-1', 'soon', ''])('is our own backoff when Retry-After is %j', (value) => {
		expect(decideRetry(status(503, value), first, context)).toEqual({ retry: true, waitMs: 250 });
	});

	it('is at least as long as the pause of all calls', () => {
		const paused = { ...context, pausedMs: 7000 };
		expect(decideRetry(status(503), first, paused)).toEqual({ retry: true, waitMs: 7000 });
	});

	it.each([
		[
			'Retry-After',
			status(429, '86400'),
			context,
			/server requires a wait of 86400 s, but only 300 s remain/,
		],
		['a pause', status(503), { ...context, pausedMs: 300_000 }, /server requires a wait of 300 s/],
		[
			'our own backoff',
			status(503),
			{ ...context, remainingMs: 250 },
			/next wait is 0.3 s, but only 0.3 s/,
		],
		[
			'no time left at all',
			status(503, '0'),
			{ ...context, remainingMs: -5 },
			/but only 0 s remain/,
		],
	])(
		'ends the call at once, with the reason, when it leaves no time for an attempt (%s)',
		(_c, last, at, says) => {
			expect(decideRetry(last, first, at)).toEqual({
				retry: false,
				reason: expect.stringMatching(says),
			});
		},
	);
});

describe('the policy table', () => {
	it('lists each status once, and gives a reason for every row', () => {
		const statuses = STATUS_RULES.flatMap((rule) => rule.statuses);
		expect(statuses.sort()).toEqual([408, 429, 500, 502, 503, 504]);
		for (const { reason, situation } of STATUS_RULES) {
			expect(reason).toMatch(/\.$/);
			expect(situation).not.toBe('');
		}
	});
});
