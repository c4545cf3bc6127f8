/** Sends the planned calls: so many at once, at such a rate, again where the policy says so. */
import { makePace } from './rateLimiter';
import { runCall, type Send } from './runCall';
import type { Attempt, CallOutcome, Ports, RunSettings } from './types';

/**
 * Sends every call and gives the outcomes in the order of the calls. Rejects only when `send` does: that is
 * a fault in the program, so no further call begins, and the calls in flight are waited for.
 */
export async function runCalls<Call, Answer>(
	calls: readonly Call[],
	send: Send<Call, Answer>,
	settings: RunSettings<Answer>,
	ports: Ports,
): Promise<CallOutcome<Answer>[]> {
	const { concurrency, requestsPerSecond, stopAtFirstFailure, isFailure = hasFailed } = settings;
	const stop = new AbortController();
	const run = {
		send,
		settings,
		ports,
		pace: makePace(requestsPerSecond, ports),
		mayBegin: AbortSignal.any(ports.signal ? [stop.signal, ports.signal] : [stop.signal]),
	};
	const outcomes: CallOutcome<Answer>[] = [];

	// The workers share one queue: each takes the next call as soon as its last has ended.
	const queue = calls.entries();
	const work = async (): Promise<void> => {
		for (const [at, call] of queue) {
			const outcome = await runCall(call, run);
			outcomes[at] = outcome;
			if (stopAtFirstFailure && outcome.kind !== 'notSent' && isFailure(outcome)) stop.abort();
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
	return last.kind === 'unanswered' || last.status >= 400;
}
