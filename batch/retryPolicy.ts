/** Whether a call is sent again, and after how long: the policy as a table, and one decision. */
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
 * Which HTTP statuses are retried; every other status is a result, or a rejection that would only be repeated.
 * Mastercard's `Recoverable` flag does not count: Mastercard has published a 429 that carries `Recoverable: false`.
 * Attempts without a response bring their own {@link RetryLimit}.
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
		reason: 'Usually passes, and no result was delivered.',
	},
];

const NETWORK_ERROR_BASE_WAIT_MS = 500;

/** Upper limit for our own waits; `Retry-After` may ask for longer. */
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
	/** How long the server has asked all calls to wait from now; 0 when it has not. */
	pausedMs: number;
	/** At least 0, below 1. */
	random: number;
}

export type RetryDecision = { retry: true; waitMs: number } | { retry: false; reason?: string };

/**
 * Decides whether a call is sent again.
 *
 * @returns `reason` only when the policy allows another attempt and a limit forbids it.
 */
export function decideRetry(
	attempt: Attempt<unknown>,
	history: CallHistory,
	context: RetryContext,
): RetryDecision {
	const rule = getRule(attempt);
	// A result, a rejection, or a fault that waiting does not cure.
	if (rule === undefined || rule.retry === 'never') return { retry: false };
	// May have been billed twice already.
	if (rule.retry === 'once' && history.unconfirmed > 1) {
		return { retry: false, reason: 'the response was lost twice, and each call may be billed' };
	}
	// The user's own limit.
	if (history.attempts >= history.maxAttempts) {
		return { retry: false, reason: `attempts allowed for one request: ${history.maxAttempts}` };
	}
	const retryAfter = attempt.kind === 'response' ? attempt.retryAfter : undefined;
	const serverWaitMs = parseRetryAfter(retryAfter, context.now);
	// The server knows best when it is ready, so its wait is kept to the millisecond.
	const ownWaitMs = serverWaitMs ?? backoff(rule.baseWaitMs, history.attempts, context.random);
	const waitMs = Math.max(ownWaitMs, context.pausedMs);
	// Waiting for an attempt that can no longer be made helps nobody.
	if (waitMs >= context.remainingMs) {
		const isServers = serverWaitMs !== undefined || ownWaitMs < waitMs;
		const who = isServers ? 'the server asks to wait' : 'the next wait is';
		const left = seconds(context.remainingMs);
		return { retry: false, reason: `${who} ${seconds(waitMs)} s, but only ${left} s remain` };
	}
	return { retry: true, waitMs };
}

function getRule(attempt: Attempt<unknown>): Pick<StatusRule, 'retry' | 'baseWaitMs'> | undefined {
	if (attempt.kind === 'networkError')
		return { retry: attempt.retry, baseWaitMs: NETWORK_ERROR_BASE_WAIT_MS };
	return STATUS_RULES.find(({ statuses }) => statuses.includes(attempt.status));
}

/** Doubling waits with 50 to 100 % jitter, so that callers do not return in step. */
function backoff(baseMs: number, attempts: number, random: number): number {
	return Math.min(baseMs * 2 ** (attempts - 1), MAX_WAIT_MS) * (0.5 + random / 2);
}

function seconds(ms: number): string {
	return String(Math.ceil(Math.max(0, ms) / 100) / 10);
}
