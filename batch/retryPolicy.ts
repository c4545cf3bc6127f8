/** Whether and when a call is retried: the policy as a table, and the decision. */
import { parseRetryAfter } from './retryAfter';
import type { Attempt, RetryLimit } from './types';

export interface StatusRule {
	situation: string;
	statuses: readonly number[];
	retry: RetryLimit;
	/** Wait before the second attempt in milliseconds, doubled for each further one. */
	baseWaitMs: number;
	reason: string;
}

/**
 * The HTTP statuses that are retried; every other status is a result, or an error that a retry would only repeat.
 * Mastercard's `Recoverable` flag is ignored: Mastercard's documentation shows a 429 with `Recoverable: false`.
 * Attempts without a response bring their own {@link RetryLimit}, and those with one can.
 */
export const STATUS_RULES: readonly StatusRule[] = [
	{
		situation: 'Too many requests',
		statuses: [429],
		retry: 'maxAttempts',
		baseWaitMs: 1000,
		reason:
			'The limit resets with time. The first wait is longer than for faults, as in the AWS SDKs.',
	},
	{
		situation: 'Server or gateway fault',
		statuses: [408, 500, 502, 503, 504],
		retry: 'maxAttempts',
		baseWaitMs: 500,
		reason: 'Usually temporary, and no result was delivered.',
	},
];

const NETWORK_ERROR_BASE_WAIT_MS = 500;

/** Upper limit for our own backoff; `Retry-After` may require longer. */
export const MAX_WAIT_MS = 20_000;

/** What has happened to this call so far, the latest attempt included. */
export interface CallHistory {
	attempts: number;
	maxAttempts: number;
	/** Attempts that were sent and got no response, so they may have been billed. */
	unconfirmed: number;
}

/** The circumstances of the decision; durations in milliseconds. */
export interface RetryContext {
	now: number;
	/** Time left for this call. */
	remainingMs: number;
	/** Milliseconds for which the server requires all calls to pause; 0 for none. */
	pausedMs: number;
	/** At least 0, below 1. */
	random: number;
}

export type RetryDecision = { retry: true; waitMs: number } | { retry: false; reason?: string };

/**
 * Decides whether a call is retried.
 *
 * @returns `reason` only when the policy allows another attempt and a limit forbids it.
 */
export function decideRetry(
	attempt: Attempt<unknown>,
	history: CallHistory,
	context: RetryContext,
): RetryDecision {
	const rule = getRule(attempt);
	// A result, an error that a retry would repeat, or a fault that waiting does not resolve.
	if (rule === undefined || rule.retry === 'never') return { retry: false };
	// May have been billed twice already.
	if (rule.retry === 'once' && history.unconfirmed > 1) {
		return { retry: false, reason: 'the response was lost twice, and each call may be billed' };
	}
	// The user's limit.
	if (history.attempts >= history.maxAttempts) {
		return {
			retry: false,
			reason: `the maximum number of attempts (${history.maxAttempts}) was reached`,
		};
	}
	const retryAfter = attempt.kind === 'response' ? attempt.retryAfter : undefined;
	const serverWaitMs = parseRetryAfter(retryAfter, context.now);
	// The server knows best when it is ready, so its wait is used exactly.
	const ownWaitMs = serverWaitMs ?? backoff(rule.baseWaitMs, history.attempts, context.random);
	const waitMs = Math.max(ownWaitMs, context.pausedMs);
	// Do not wait for an attempt that could no longer be made.
	if (waitMs >= context.remainingMs) {
		const serverDecides = serverWaitMs !== undefined || ownWaitMs < waitMs;
		const subject = serverDecides ? 'the server requires a wait of' : 'the next wait is';
		const left = seconds(context.remainingMs);
		return { retry: false, reason: `${subject} ${seconds(waitMs)} s, but only ${left} s remain` };
	}
	return { retry: true, waitMs };
}

function getRule(attempt: Attempt<unknown>): Pick<StatusRule, 'retry' | 'baseWaitMs'> | undefined {
	if (attempt.kind === 'networkError')
		return { retry: attempt.retry, baseWaitMs: NETWORK_ERROR_BASE_WAIT_MS };
	const rule = STATUS_RULES.find(({ statuses }) => statuses.includes(attempt.status));
	return rule && { ...rule, retry: attempt.retry ?? rule.retry };
}

/** Doubling waits with 50 to 100 % jitter, so that callers do not retry in lockstep. */
function backoff(baseMs: number, attempts: number, random: number): number {
	return Math.min(baseMs * 2 ** (attempts - 1), MAX_WAIT_MS) * (0.5 + random / 2);
}

function seconds(ms: number): string {
	return String(Math.ceil(Math.max(0, ms) / 100) / 10);
}
