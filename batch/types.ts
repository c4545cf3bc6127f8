/** The types that the stages of a batch share. Independent of Mastercard and n8n. */

/** A complete HTTP response, whatever its status. */
export interface ResponseReceived<Response> {
	kind: 'response';
	status: number;
	/** The `Retry-After` header as received. */
	retryAfter?: string;
	/** How many requests were sent for it: none when it is known what the response would be. 1 when omitted. */
	requests?: number;
	/** The sender's own limit, which takes the place of that for the status. */
	retry?: RetryLimit;
	response: Response;
}

/**
 * How often a call is retried: up to the maximum number of attempts, once (it may have been processed although no
 * response arrived), or never.
 */
export type RetryLimit = 'maxAttempts' | 'once' | 'never';

/** An attempt without a complete response. */
export interface NetworkError {
	kind: 'networkError';
	/** The sender's own name for what went wrong. */
	cause: string;
	retry: RetryLimit;
	/** How many requests were sent, those before the one without a response included. 1 when omitted. */
	requests?: number;
}

/** The result of sending one call once. */
export type Attempt<Response> = ResponseReceived<Response> | NetworkError;

/** The call was never sent: the run was cancelled, or stopped after another call's failure. */
export interface NotSent {
	kind: 'notSent';
	reason: 'cancelled' | 'stopped';
}

/** The last attempt of a call, with how many there were (0 when it was not sent). */
export type CallOutcome<Response> = {
	attempts: number;
	/** Set when the policy allows another attempt and a limit forbids it. */
	gaveUpReason?: string;
	/** Earlier attempts, if any, that were sent and got no response: Mastercard may have processed them. */
	unconfirmedAttempts?: number;
} & (Attempt<Response> | NotSent);

export interface CallSettings<Response> {
	/** Maximum number of calls in flight; a call that waits for its next attempt counts. */
	concurrency: number;
	/** Attempts started per second; 0 means no limit. Fractions are allowed. */
	requestsPerSecond: number;
	/** For one call, the first attempt included. */
	maxAttempts: number;
	/** Milliseconds for one attempt. */
	timeoutMs: number;
	/** Milliseconds for one call from the start of its first attempt, all waiting included. */
	totalTimeoutMs: number;
	/** After a call has finally failed, start no other. Calls in flight are finished. */
	stopOnFirstFailure: boolean;
	/** What counts as a failure for `stopOnFirstFailure`. Default: no response, or a status of 400 and above. */
	isFailure?(last: CallOutcome<Response>, position: number): boolean;
}

/** The outside world: a clock, sleep, randomness and cancellation. */
export interface Runtime {
	/** Milliseconds since 1970 (`Retry-After` can be a date). */
	now(): number;
	/** Ends after `ms`, or early (resolved or rejected) when the signal aborts. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** At least 0, below 1. */
	random(): number;
	signal?: AbortSignal;
}
