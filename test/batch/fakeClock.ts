/** A fake clock that jumps to the end of the next sleep, and a fake server whose responses come from a function. */
import type { SendAttempt } from '../../batch/runCall';
import type { Attempt, RetryLimit, CallSettings, Runtime } from '../../batch/types';

export const START = Date.UTC(2026, 10, 21, 4, 0, 0);

export interface FakeClock extends Runtime {
	/** Advances the time until the promise settles. */
	drive<T>(promise: Promise<T>): Promise<T>;
	/** Milliseconds since the start. */
	elapsed(): number;
	/** The number of pending sleeps. */
	sleeping(): number;
}

export function makeFakeClock(
	options: { signal?: AbortSignal; abortRejects?: boolean } = {},
): FakeClock {
	let now = START;
	const sleepers = new Set<{ at: number; wake(): void }>();
	return {
		...(options.signal && { signal: options.signal }),
		now: () => now,
		elapsed: () => now - START,
		sleeping: () => sleepers.size,
		random: () => 1 - Number.EPSILON,
		sleep: (ms, signal) =>
			new Promise((resolve, reject) => {
				if (!(ms > 0)) throw new Error(`slept for ${ms} ms`);
				const sleeper = {
					at: now + ms,
					wake: () => {
						sleepers.delete(sleeper);
						resolve();
					},
				};
				sleepers.add(sleeper);
				signal?.addEventListener('abort', () => {
					sleepers.delete(sleeper);
					if (options.abortRejects === true) reject(new Error('sleep aborted'));
					else resolve();
				});
			}),
		async drive(promise) {
			let settled = false;
			const note = (): void => {
				settled = true;
			};
			promise.then(note, note);
			for (;;) {
				await new Promise((resolve) => setImmediate(resolve));
				if (settled) return promise;
				const [next] = [...sleepers].sort((a, b) => a.at - b.at);
				if (next === undefined) throw new Error('nothing left to wait for');
				now = next.at;
				next.wake();
			}
		},
	};
}

export const settings: CallSettings<string> = {
	concurrency: 4,
	requestsPerSecond: 0,
	maxAttempts: 4,
	timeoutMs: 30_000,
	totalTimeoutMs: 300_000,
	stopOnFirstFailure: false,
};

export const ok = (response = 'done'): Attempt<string> => ({
	kind: 'response',
	status: 200,
	response,
});
export const status = (code: number, retryAfter?: string): Attempt<string> => ({
	kind: 'response',
	status: code,
	response: `status ${code}`,
	...(retryAfter !== undefined && { retryAfter }),
});
/** An attempt without a response; what matters is only whether nothing was sent or it may have been processed. */
export const networkError = (retry: RetryLimit): Attempt<string> => ({
	kind: 'networkError',
	cause: `retry ${retry}`,
	retry,
});

export interface Started<Call> {
	call: Call;
	number: number;
	timeoutMs: number;
	/** Milliseconds since the start. */
	at: number;
	/** Number of calls in flight at the time, including this one. */
	inFlight: number;
}

/** A sender whose responses come from `respond`, each after `takesMs` of the fake clock. */
export function makeServer<Call>(
	clock: FakeClock,
	respond: (call: Call, number: number) => Attempt<string>,
	takesMs: number | ((call: Call) => number) = 0,
): { send: SendAttempt<Call, string>; started: Started<Call>[] } {
	const started: Started<Call>[] = [];
	let inFlight = 0;
	return {
		started,
		async send(call, { number, timeoutMs }) {
			inFlight += 1;
			started.push({ call, number, timeoutMs, at: clock.elapsed(), inFlight });
			const takes = typeof takesMs === 'number' ? takesMs : takesMs(call);
			if (takes > 0) await clock.sleep(takes);
			inFlight -= 1;
			return respond(call, number);
		},
	};
}
