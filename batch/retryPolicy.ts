/** When a call is asked again, and after how long: the policy as a table, and one decision. */
import { readRetryAfter } from './retryAfter';
import type { Attempt, UnansweredCause } from './types';

export interface RetryRule {
	situation: string;
	/** HTTP statuses of answers that are in this situation. */
	statuses?: readonly number[];
	/** Causes of missing answers that are in this situation. */
	causes?: readonly UnansweredCause[];
	/** `maxAttempts`: until the attempts allowed for one call are used up. */
	retry: 'maxAttempts' | 'once' | 'never';
	/** Wait before the second attempt, doubled for each further one, in milliseconds. */
	baseWaitMs: number;
	reason: string;
}

/**
 * The first rule that fits decides. Only the status and the cause count: Mastercard's `Recoverable` flag
 * does not, since Mastercard has published a 429 answer that carries `Recoverable: false`.
 */
export const RETRY_POLICY: readonly RetryRule[] = [
	{
		situation: 'Too many requests (429)',
		statuses: [429],
		retry: 'maxAttempts',
		baseWaitMs: 1000,
		reason:
			'The limit resets with time. A longer first wait than for faults, as the AWS SDKs have.',
	},
	{
		situation: 'Server or gateway fault (408, 500, 502, 503, 504)',
		statuses: [408, 500, 502, 503, 504],
		retry: 'maxAttempts',
		baseWaitMs: 500,
		reason: 'Usually passes, and no result was delivered.',
	},
	{
		situation: 'No connection (refused, unknown host)',
		causes: ['notConnected'],
		retry: 'maxAttempts',
		baseWaitMs: 500,
		reason: 'Nothing was sent, so nothing can have been billed.',
	},
	{
		situation: 'Answer lost after sending (connection reset, timeout)',
		causes: ['lost', 'timeout'],
		retry: 'once',
		baseWaitMs: 500,
		reason: 'The call may have been billed; only one more is risked for the same result.',
	},
	{
		situation: 'Answer delivered, but in a form that cannot be unpacked',
		causes: ['garbled'],
		retry: 'never',
		baseWaitMs: 0,
		reason: 'It was delivered, and very likely billed.',
	},
	{
		situation: 'TLS failure, request not ready, cancellation, or a cause we do not know',
		causes: ['tls', 'notReady', 'cancelled', 'other'],
		retry: 'never',
		baseWaitMs: 0,
		reason: 'A wrong certificate or a fault in the set-up does not pass by waiting.',
	},
	{
		situation: 'Any other answer',
		retry: 'never',
		baseWaitMs: 0,
		reason: 'A result was delivered, or the request was refused and would be refused again.',
	},
];

/** No wait of our own is longer. */
export const MAX_WAIT_MS = 20_000;

/** What has happened to this call so far, the attempt to judge included. */
export interface CallHistory {
	attempts: number;
	maxAttempts: number;
	/** Attempts that were sent and never answered, so may have been billed. */
	uncertain: number;
}

/** The moment of the decision; durations in milliseconds. */
export interface Moment {
	now: number;
	/** Time left for this call. */
	remainingMs: number;
	/** How long the server has asked all calls to wait from now; 0 when it has not. */
	pausedMs: number;
	/** At least 0, below 1. */
	random: number;
}

export type RetryDecision = { again: true; waitMs: number } | { again: false; because?: string };

/** Whether the call is asked again. `because` is set only when the policy would, but a limit forbids. */
export function decideRetry(
	attempt: Attempt<unknown>,
	history: CallHistory,
	moment: Moment,
): RetryDecision {
	const rule = ruleFor(attempt);
	// A result, a refusal, or a fault that waiting does not mend.
	if (rule === undefined || rule.retry === 'never') return { again: false };
	// May have been billed twice already.
	if (rule.retry === 'once' && history.uncertain > 1) {
		return { again: false, because: 'the answer was lost twice, and each call may be billed' };
	}
	// The user's own limit.
	if (history.attempts >= history.maxAttempts) {
		return { again: false, because: `attempts allowed for one request: ${history.maxAttempts}` };
	}
	const retryAfter = attempt.kind === 'answered' ? attempt.retryAfter : undefined;
	const asked = readRetryAfter(retryAfter, moment.now);
	// The server knows best when it is ready, so its wait is kept to the millisecond.
	const own = asked ?? backoff(rule.baseWaitMs, history.attempts, moment.random);
	const waitMs = Math.max(own, moment.pausedMs);
	// Waiting for an attempt that could no longer be made helps nobody.
	if (waitMs >= moment.remainingMs) {
		const who =
			asked !== undefined || own < waitMs ? 'the server asks to wait' : 'the next wait is';
		const left = seconds(moment.remainingMs);
		return { again: false, because: `${who} ${seconds(waitMs)} s, but ${left} s remain for it` };
	}
	return { again: true, waitMs };
}

function ruleFor(attempt: Attempt<unknown>): RetryRule | undefined {
	if (attempt.kind === 'unanswered') {
		return RETRY_POLICY.find((rule) => rule.causes?.includes(attempt.cause));
	}
	return RETRY_POLICY.find((rule) => rule.statuses?.includes(attempt.status));
}

/** Doubling waits, of which 50 to 100 % are taken by chance so that callers do not return in step. */
function backoff(baseMs: number, attempts: number, random: number): number {
	return Math.min(baseMs * 2 ** (attempts - 1), MAX_WAIT_MS) * (0.5 + random / 2);
}

function seconds(ms: number): string {
	return String(Math.ceil(Math.max(0, ms) / 100) / 10);
}
