/** When the next attempt may start: a steady rate, and pauses that the server requires. */
import type { Runtime } from './types';

export interface RateLimiter {
	/**
	 * Waits for permission to start an attempt, not before `notBefore` (milliseconds since 1970).
	 * False when the signal aborted first: then nothing may start.
	 */
	acquire(notBefore: number, signal?: AbortSignal): Promise<boolean>;
	/** No attempt starts until then. */
	pauseUntil(time: number): void;
	/** Milliseconds from now during which no attempt may start. */
	pausedMs(): number;
}

/**
 * Attempts start at least 1/rate seconds apart, first attempts and retries included; idle time
 * does not add up to a burst. A rate of 0 means no spacing.
 */
export function createRateLimiter(
	requestsPerSecond: number,
	{ now, sleep }: Pick<Runtime, 'now' | 'sleep'>,
): RateLimiter {
	const spacingMs = requestsPerSecond > 0 ? 1000 / requestsPerSecond : 0;
	let nextStart = 0;
	let pausedUntil = 0;
	// Each sleep has its own signal: Node.js warns of a leak when one signal has more than ten listeners.
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
				// By then another attempt may have started, or the server may have required a pause: check again.
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
