/** One call with all its attempts. */
import type { Pace } from './rateLimiter';
import { readRetryAfter } from './retryAfter';
import { decideRetry } from './retryPolicy';
import type { Attempt, CallOutcome, Ports, RunSettings } from './types';

/**
 * Sends a call once, within `timeoutMs` (the sender sees to that). `number` counts from 1. Every failure
 * that belongs to the attempt is a value of {@link Attempt}; a rejection is a fault in the program.
 */
export type Send<Call, Answer> = (
	call: Call,
	attempt: { number: number; timeoutMs: number },
) => Promise<Attempt<Answer>>;

/** What the calls of one run share. */
export interface Run<Call, Answer> {
	send: Send<Call, Answer>;
	settings: RunSettings<Answer>;
	ports: Ports;
	pace: Pace;
	/** Aborts when no further call may begin. Calls begun go on, unless `ports.signal` aborts too. */
	mayBegin: AbortSignal;
}

const CANCELLED = 'the run was cancelled';

/** Sends a call until the policy, a limit or a cancellation ends it. */
export async function runCall<Call, Answer>(
	call: Call,
	{ send, settings, ports, pace, mayBegin }: Run<Call, Answer>,
): Promise<CallOutcome<Answer>> {
	const { maxAttempts, timeoutMs, totalTimeoutMs } = settings;
	if (!(await pace.turn(ports.now(), mayBegin))) {
		const because = ports.signal?.aborted === true ? 'cancelled' : 'stopped';
		return { kind: 'notSent', because, attempts: 0 };
	}
	const deadline = ports.now() + totalTimeoutMs;
	let uncertain = 0;
	for (let attempts = 1; ; attempts++) {
		const timeLeft = deadline - ports.now();
		// At least 1: to an HTTP client, 0 means no limit at all.
		const limitMs = Math.max(1, Math.min(timeoutMs, timeLeft));
		const last = await send(call, { number: attempts, timeoutMs: limitMs });
		const lostBefore = uncertain;
		const end = (gaveUpBecause?: string): CallOutcome<Answer> => ({
			...last,
			attempts,
			...(lostBefore === 0 ? {} : { lostBefore }),
			...(gaveUpBecause === undefined ? {} : { gaveUpBecause }),
		});

		const now = ports.now();
		if (last.kind === 'unanswered' && (last.cause === 'lost' || last.cause === 'timeout')) {
			uncertain += 1;
		}
		pauseForThrottling(last, now, pace, totalTimeoutMs);
		const decision = decideRetry(
			last,
			{ attempts, maxAttempts, uncertain },
			{
				now,
				remainingMs: deadline - now,
				pausedMs: pace.pausedMs(),
				random: ports.random(),
			},
		);
		if (!decision.again) return end(decision.because);
		if (!(await pace.turn(now + decision.waitMs, ports.signal))) return end(CANCELLED);
		// Others' turns and pauses can have taken longer than foreseen.
		if (ports.now() >= deadline) return end('the time for one request ran out in waiting');
	}
}

/**
 * A 429 that says when to come back speaks for the whole key, so all others wait too. A wait that is
 * longer than a call may take is left out: it would hold up a whole run on the word of one answer.
 */
function pauseForThrottling(
	last: Attempt<unknown>,
	now: number,
	pace: Pace,
	longestMs: number,
): void {
	if (last.kind !== 'answered' || last.status !== 429) return;
	const waitMs = readRetryAfter(last.retryAfter, now);
	if (waitMs !== undefined && waitMs < longestMs) pace.pauseUntil(now + waitMs);
}
