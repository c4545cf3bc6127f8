/** Sends the planned calls with limited concurrency and rate, and retries by the policy. */
import { createRateLimiter } from './rateLimiter';
import { runCall, type RunContext, type SendAttempt } from './runCall';
import type { CallOutcome, CallSettings, Runtime } from './types';

/**
 * Sends every call, and hands each outcome on as soon as the call has ended. Rejects only when `send` or `onOutcome`
 * does: that is a bug in the program, so no further call starts, and the calls in flight are awaited.
 *
 * @param onOutcome Called once for each call, with its position; the next call waits until it has finished.
 */
export async function runCalls<Call, Response>(
	calls: readonly Call[],
	send: SendAttempt<Call, Response>,
	settings: CallSettings<Response>,
	runtime: Runtime,
	onOutcome: (outcome: CallOutcome<Response>, position: number) => void | Promise<void>,
): Promise<void> {
	const { concurrency, requestsPerSecond, stopOnFirstFailure, isFailure = hasFailed } = settings;
	const stop = new AbortController();
	const run: RunContext<Call, Response> = {
		send,
		settings,
		runtime,
		rateLimiter: createRateLimiter(requestsPerSecond, runtime),
		stopSignal: AbortSignal.any(runtime.signal ? [stop.signal, runtime.signal] : [stop.signal]),
	};

	// The workers share one queue: each takes the next call as soon as its last has ended.
	const queue = calls.entries();
	const work = async (): Promise<void> => {
		for (const [position, call] of queue) {
			const outcome = await runCall(call, run);
			if (stopOnFirstFailure && outcome.kind !== 'notSent' && isFailure(outcome, position))
				stop.abort();
			await onOutcome(outcome, position);
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
}

function hasFailed(last: CallOutcome<unknown>): boolean {
	return last.kind === 'networkError' || (last.kind === 'response' && last.status >= 400);
}
