import fc from 'fast-check';

import { decideRetry, MAX_WAIT_MS, RETRY_POLICY } from '../../batch/retryPolicy';
import { START, status, unanswered } from './fakeClock';

const first = { attempts: 1, maxAttempts: 4, uncertain: 0 };
const moment = { now: START, remainingMs: 300_000, pausedMs: 0, random: 0 };

describe('an answer', () => {
	it.each([408, 429, 500, 502, 503, 504])('of status %i is asked again', (code) => {
		expect(decideRetry(status(code), first, moment)).toMatchObject({ again: true });
	});

	it('of any other status is never asked again, and no limit is blamed', () => {
		const retried = new Set([408, 429, 500, 502, 503, 504]);
		for (let code = 100; code < 600; code++) {
			if (retried.has(code)) continue;
			expect(decideRetry(status(code, '1'), first, moment)).toEqual({ again: false });
		}
	});

	it('is judged by its status alone: a body that says it is not recoverable changes nothing', () => {
		const answer = { Errors: { Error: [{ ReasonCode: 'SYSTEM_ERROR', Recoverable: false }] } };
		const attempt = { kind: 'answered', status: 429, answer } as const;
		expect(decideRetry(attempt, first, moment)).toMatchObject({ again: true });
		const refused = { kind: 'answered', status: 400, answer: { Recoverable: true } } as const;
		expect(decideRetry(refused, first, moment)).toEqual({ again: false });
	});

	it('is not asked for more often than allowed, and says so', () => {
		const last = { ...first, attempts: 4 };
		expect(decideRetry(status(503), last, moment)).toEqual({
			again: false,
			because: expect.stringMatching(/allowed.*4/),
		});
	});
});

describe('no answer', () => {
	it('for want of a connection is asked again until the attempts are used up', () => {
		for (const attempts of [1, 2, 3]) {
			const decision = decideRetry(unanswered('notConnected'), { ...first, attempts }, moment);
			expect(decision).toMatchObject({ again: true });
		}
		const used = decideRetry(unanswered('notConnected'), { ...first, attempts: 4 }, moment);
		expect(used).toMatchObject({ again: false, because: expect.any(String) });
	});

	it.each(['lost', 'timeout'] as const)('(%s) after sending is asked again once', (cause) => {
		const once = { ...first, uncertain: 1 };
		expect(decideRetry(unanswered(cause), once, moment)).toMatchObject({ again: true });
		const twice = { attempts: 2, maxAttempts: 10, uncertain: 2 };
		expect(decideRetry(unanswered(cause), twice, moment)).toEqual({
			again: false,
			because: expect.stringMatching(/lost twice.*billed/),
		});
	});

	it('lost before does not forbid another attempt after a clear fault', () => {
		const history = { attempts: 2, maxAttempts: 4, uncertain: 1 };
		expect(decideRetry(status(503), history, moment)).toMatchObject({ again: true });
	});

	it.each(['tls', 'other'] as const)('(%s) is never asked again', (cause) => {
		expect(decideRetry(unanswered(cause), first, moment)).toEqual({ again: false });
	});
});

describe('the wait before the next attempt', () => {
	const waits = (code: number, random: number): number[] =>
		[1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => {
			const history = { attempts, maxAttempts: 99, uncertain: 0 };
			const decision = decideRetry(status(code), history, { ...moment, random });
			return decision.again ? decision.waitMs : -1;
		});

	it('doubles from half a second up to 20 seconds, of which chance takes up to half away', () => {
		const full = [500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000];
		expect(waits(503, 0)).toEqual(full.map((ms) => ms / 2));
		waits(503, 0.999999).forEach((ms, at) => {
			expect(ms).toBeCloseTo(full[at] ?? -1, -1);
		});
	});

	it('begins at one second when there were too many requests', () => {
		expect(waits(429, 0).slice(0, 3)).toEqual([500, 1000, 2000]);
	});

	it('never leaves 50 to 100 % of its doubled base, nor passes 20 seconds', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(408, 429, 500, 502, 503, 504),
				fc.integer({ min: 1, max: 2000 }),
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				(code, attempts, random) => {
					const history = { attempts, maxAttempts: 9999, uncertain: 0 };
					const decision = decideRetry(status(code), history, { ...moment, random });
					const full = Math.min((code === 429 ? 1000 : 500) * 2 ** (attempts - 1), MAX_WAIT_MS);
					expect(decision).toMatchObject({ again: true });
					const waitMs = decision.again ? decision.waitMs : NaN;
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
		'is exactly what Retry-After %s says, whatever chance and our own cap say',
		(value, waitMs) => {
			for (const code of [429, 503]) {
				const decision = decideRetry(status(code, value), first, { ...moment, random: 0.7 });
				expect(decision).toEqual({ again: true, waitMs });
			}
		},
	);

	it.each(['-1', 'soon', ''])('is our own when Retry-After is %j', (value) => {
		expect(decideRetry(status(503, value), first, moment)).toEqual({ again: true, waitMs: 250 });
	});

	it('is at least as long as all calls are paused', () => {
		const paused = { ...moment, pausedMs: 7000 };
		expect(decideRetry(status(503), first, paused)).toEqual({ again: true, waitMs: 7000 });
	});

	it.each([
		['Retry-After', status(429, '86400'), moment, /server asks to wait 86400 s, but 300 s remain/],
		['a pause', status(503), { ...moment, pausedMs: 300_000 }, /server asks to wait 300 s/],
		['our own wait', status(503), { ...moment, remainingMs: 250 }, /next wait is 0.3 s, but 0.3 s/],
		['an overdrawn budget', status(503, '0'), { ...moment, remainingMs: -5 }, /but 0 s remain/],
	])(
		'that leaves no time for an attempt (%s) ends the call at once, saying so',
		(_c, last, at, says) => {
			expect(decideRetry(last, first, at)).toEqual({
				again: false,
				because: expect.stringMatching(says),
			});
		},
	);
});

describe('the policy table', () => {
	it('names each status and each cause once, and gives a reason for every row', () => {
		const statuses = RETRY_POLICY.flatMap((rule) => rule.statuses ?? []);
		expect(statuses.sort()).toEqual([408, 429, 500, 502, 503, 504]);
		const causes = RETRY_POLICY.flatMap((rule) => rule.causes ?? []);
		const all = ['cancelled', 'garbled', 'lost', 'notConnected', 'notReady', 'other'];
		expect(causes.sort()).toEqual([...all, 'timeout', 'tls']);
		for (const { reason, situation } of RETRY_POLICY) {
			expect(reason).toMatch(/\.$/);
			expect(situation).not.toBe('');
		}
	});
});
