/** When the next attempt may start: a steady rate, and pauses that the server asks for. */
import type { Runtime } from './types';

export interface RateLimiter {
	/**
	 * Waits for permission to start an attempt, not before `notBefore` (milliseconds since 1970).
	 * False when the signal aborted first: then nothing may start.
	 */
	acquire(notBefore: number, signal?: AbortSignal): Promise<boolean>;
	/** Nothing starts until then. */
	pauseUntil(time: number): void;
	/** How long from now nothing may start, in milliseconds. */
	pausedMs(): number;
}

/**
 * Attempts start at least 1/rate seconds apart, first ones and retries alike; idle time
 * does not add up to a burst. A rate of 0 means no spacing.
 */
export function createRateLimiter(
	requestsPerSecond: number,
	{ now, sleep }: Pick<Runtime, 'now' | 'sleep'>,
): RateLimiter {
	const spacingMs = requestsPerSecond > 0 ? 1000 / requestsPerSecond : 0;
	let nextStart = 0;
	let pausedUntil = 0;
	// A signal of its own for each sleep: Node.js warns of a leak when more than ten listen to one.
	const sleepFor = (ms: number, signal?: AbortSignal): Promise<void> =>
		endEarlyOnAbort(sleep(ms, signal && AbortSignal.any([signal])), signal);
	return {
		async acquire(notBefore, signal) {
			for (;;) {
				if (signal?.aborted === true) return false;
				const time = now();
				const start = Math.max(notBefore, nextStart, pausedUntil);
				if (time >= start) {
					nextStart = time + spacingMs;
					return true;
				}
				// By then another attempt may have started, or the server may have asked for a pause: check again.
				await sleepFor(Math.ceil(start - time), signal);
			}
		},
		pauseUntil(time) {
			pausedUntil = Math.max(pausedUntil, time);
		},
		pausedMs: () => Math.max(0, pausedUntil - now()),
	};
}

/** A sleep that rejects because its signal aborted has simply ended early. */
function endEarlyOnAbort(sleep: Promise<void>, signal?: AbortSignal): Promise<void> {
	return sleep.catch((cause: unknown) =>
		signal?.aborted === true ? undefined : Promise.reject(cause),
	);
}
