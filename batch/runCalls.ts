/** Sends the planned calls with limited concurrency and rate, and retries by the policy. */
import { createRateLimiter } from './rateLimiter';
import { runCall, type RunContext, type SendAttempt } from './runCall';
import type { Attempt, CallOutcome, RunSettings, Runtime } from './types';

/**
 * Sends every call and returns the outcomes in the order of the calls. Rejects only when `send` does: that is
 * a bug in the program, so no further call starts, and the calls in flight are awaited.
 */
export async function runCalls<Call, Response>(
	calls: readonly Call[],
	send: SendAttempt<Call, Response>,
	settings: RunSettings<Response>,
	runtime: Runtime,
): Promise<CallOutcome<Response>[]> {
	const { concurrency, requestsPerSecond, stopOnFirstFailure, isFailure = hasFailed } = settings;
	const stop = new AbortController();
	const run: RunContext<Call, Response> = {
		send,
		settings,
		runtime,
		rateLimiter: createRateLimiter(requestsPerSecond, runtime),
		stopSignal: AbortSignal.any(runtime.signal ? [stop.signal, runtime.signal] : [stop.signal]),
	};
	const outcomes: CallOutcome<Response>[] = [];

	// The workers share one queue: each takes the next call as soon as its last has ended.
	const queue = calls.entries();
	const work = async (): Promise<void> => {
		for (const [position, call] of queue) {
			const outcome = await runCall(call, run);
			outcomes[position] = outcome;
			if (stopOnFirstFailure && outcome.kind !== 'notSent' && isFailure(outcome)) stop.abort();
		}
	};
	const stopAll = (cause: unknown): Promise<never> => {
		stop.abort();
		return Promise.reject(cause);
	};
	const count = Math.min(Math.max(1, Math.floor(concurrency)), calls.length);
	const workers = Array.from({ length: count }, () => work().catch(stopAll));
	await Promise.allSettled(workers);
	await Promise.all(workers);
	return outcomes;
}

function hasFailed(last: Attempt<unknown>): boolean {
	return last.kind === 'networkError' || last.status >= 400;
}
