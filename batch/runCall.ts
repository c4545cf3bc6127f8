/** One call with all its attempts. */
import type { RateLimiter } from './rateLimiter';
import { parseRetryAfter } from './retryAfter';
import { decideRetry } from './retryPolicy';
import type { Attempt, CallOutcome, CallSettings, Runtime } from './types';

/**
 * Sends a call once, within `timeoutMs` (the sender enforces it). `number` counts from 1. Every failure
 * of the attempt is a value of {@link Attempt}; a rejection is a bug in the program.
 */
export type SendAttempt<Call, Response> = (
	call: Call,
	attempt: { number: number; timeoutMs: number },
) => Promise<Attempt<Response>>;

/** What the calls of one run share. */
export interface RunContext<Call, Response> {
	send: SendAttempt<Call, Response>;
	settings: CallSettings<Response>;
	runtime: Runtime;
	rateLimiter: RateLimiter;
	/** Aborts when no further call may start. Calls in flight go on, unless `runtime.signal` aborts too. */
	stopSignal: AbortSignal;
}

const CANCELLED = 'the run was cancelled';

/** Sends a call until the policy, a limit or a cancellation ends it. */
export async function runCall<Call, Response>(
	call: Call,
	{ send, settings, runtime, rateLimiter, stopSignal }: RunContext<Call, Response>,
): Promise<CallOutcome<Response>> {
	const { maxAttempts, timeoutMs, totalTimeoutMs } = settings;
	if (!(await rateLimiter.acquire(runtime.now(), stopSignal))) {
		const reason = runtime.signal?.aborted === true ? 'cancelled' : 'stopped';
		return { kind: 'notSent', reason, attempts: 0 };
	}
	const deadline = runtime.now() + totalTimeoutMs;
	let unconfirmed = 0;
	let attempts = 0;
	for (let number = 1; ; number++) {
		const remainingMs = deadline - runtime.now();
		// At least 1: to an HTTP client, 0 means no limit at all.
		const attemptTimeoutMs = Math.max(1, Math.min(timeoutMs, remainingMs));
		const last = await send(call, { number, timeoutMs: attemptTimeoutMs });
		attempts += last.requests ?? 1;
		const unconfirmedAttempts = unconfirmed;
		const end = (gaveUpReason?: string): CallOutcome<Response> => ({
			...last,
			attempts,
			...(unconfirmedAttempts === 0 ? {} : { unconfirmedAttempts }),
			...(gaveUpReason === undefined ? {} : { gaveUpReason }),
		});

		const now = runtime.now();
		if (last.kind === 'networkError' && last.retry === 'once') unconfirmed += 1;
		pauseForThrottling(last, now, rateLimiter, totalTimeoutMs);
		const decision = decideRetry(
			last,
			{ attempts, maxAttempts, unconfirmed },
			{
				now,
				remainingMs: deadline - now,
				pausedMs: rateLimiter.pausedMs(),
				random: runtime.random(),
			},
		);
		if (!decision.retry) return end(decision.reason);
		if (!(await rateLimiter.acquire(now + decision.waitMs, runtime.signal))) return end(CANCELLED);
		// The rate limit and pauses can take longer than planned.
		if (runtime.now() >= deadline)
			return end('the total time for the request ran out while waiting');
	}
}

/**
 * A 429 with a `Retry-After` concerns the whole key, so all other calls wait too. A wait longer than
 * a call may take is ignored: one response should not hold up a whole run.
 */
function pauseForThrottling(
	last: Attempt<unknown>,
	now: number,
	rateLimiter: RateLimiter,
	maxWaitMs: number,
): void {
	if (last.kind !== 'response' || last.status !== 429) return;
	const waitMs = parseRetryAfter(last.retryAfter, now);
	if (waitMs !== undefined && waitMs < maxWaitMs) rateLimiter.pauseUntil(now + waitMs);
}
