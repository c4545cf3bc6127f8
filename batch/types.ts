/** What the stages of a batch hand to each other. Knows neither Mastercard nor n8n. */

/** Why an attempt has no answer. */
export type UnansweredCause =
	/** No connection was made (refused, unknown host): nothing was sent. */
	| 'notConnected'
	/** The connection broke after sending, or within the answer. */
	| 'lost'
	/** No complete answer within the time for one attempt. */
	| 'timeout'
	/** The server's certificate, or the agreement on encryption, failed. */
	| 'tls'
	/** The request could not be made ready: nothing was sent. */
	| 'notReady'
	/** The run was cancelled while the call was under way. */
	| 'cancelled'
	/** An answer arrived in full, in a form that cannot be unpacked. */
	| 'garbled'
	| 'other';

/** An answer came back in full, with whatever HTTP status. */
export interface Answered<Answer> {
	kind: 'answered';
	status: number;
	/** The `Retry-After` header as received. */
	retryAfter?: string;
	answer: Answer;
}

export interface Unanswered {
	kind: 'unanswered';
	cause: UnansweredCause;
	message: string;
}

/** The result of sending one call once. */
export type Attempt<Answer> = Answered<Answer> | Unanswered;

/** The call was never sent: the run was cancelled, or stopped after another call's failure. */
export interface NotSent {
	kind: 'notSent';
	because: 'cancelled' | 'stopped';
}

/** The last attempt of a call, with how many there were (0 when not sent). */
export type CallOutcome<Answer> = {
	attempts: number;
	/** Set when another attempt was due by the policy but was not made. */
	gaveUpBecause?: string;
	/** Earlier attempts that were sent and never answered, when there were any: they may have been carried out. */
	lostBefore?: number;
} & (Attempt<Answer> | NotSent);

export interface RunSettings<Answer> {
	/** Most calls in flight; a call that waits to be asked again counts. */
	concurrency: number;
	/** Attempts started in any second; 0 means no cap. Fractions are allowed. */
	requestsPerSecond: number;
	/** For one call, the first included. */
	maxAttempts: number;
	/** Milliseconds for one attempt. */
	timeoutMs: number;
	/** Milliseconds for one call from the start of its first attempt, all waiting included. */
	totalTimeoutMs: number;
	/** After a call finally failed, start no other. Those begun are finished. */
	stopAtFirstFailure: boolean;
	/** What counts as failure for `stopAtFirstFailure`. Default: no answer, or a status of 400 and above. */
	isFailure?(last: Attempt<Answer>): boolean;
}

/** The outside world: a clock, sleep, chance and cancellation. */
export interface Ports {
	/** Milliseconds since 1970 (`Retry-After` can be a date). */
	now(): number;
	/** Ends after `ms`, or early (resolved or rejected) when the signal aborts. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** At least 0, below 1. */
	random(): number;
	signal?: AbortSignal;
}
