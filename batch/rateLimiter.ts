/** When the next attempt may start: a steady rate, and pauses that the server asks for. */
import type { Ports } from './types';

export interface Pace {
	/**
	 * Waits for permission to start an attempt, not before `notBefore` (milliseconds since 1970).
	 * False when the signal aborted first: then nothing may start.
	 */
	turn(notBefore: number, signal?: AbortSignal): Promise<boolean>;
	/** Nothing starts until then. */
	pauseUntil(time: number): void;
	/** How long from now nothing may start, in milliseconds. */
	pausedMs(): number;
}

/**
 * Starts are at least 1/rate seconds apart, whoever asks, first attempts and retries alike; no burst is
 * saved up while idle. A rate of 0 means no spacing.
 */
export function makePace(
	requestsPerSecond: number,
	{ now, sleep }: Pick<Ports, 'now' | 'sleep'>,
): Pace {
	const spacingMs = requestsPerSecond > 0 ? 1000 / requestsPerSecond : 0;
	let nextStart = 0;
	let pausedUntil = 0;
	// A signal of its own for each sleep: Node.js warns of a leak when more than ten listen to one.
	const nap = (ms: number, signal?: AbortSignal): Promise<void> =>
		endedBy(sleep(ms, signal && AbortSignal.any([signal])), signal);
	return {
		async turn(notBefore, signal) {
			for (;;) {
				if (signal?.aborted === true) return false;
				const time = now();
				const start = Math.max(notBefore, nextStart, pausedUntil);
				if (time >= start) {
					nextStart = time + spacingMs;
					return true;
				}
				// Another may have taken the turn, or a pause may have been asked, when this ends: look again.
				await nap(Math.ceil(start - time), signal);
			}
		},
		pauseUntil(time) {
			pausedUntil = Math.max(pausedUntil, time);
		},
		pausedMs: () => Math.max(0, pausedUntil - now()),
	};
}

/** A sleep that its signal ends by rejecting has ended like any other. */
function endedBy(sleep: Promise<void>, signal?: AbortSignal): Promise<void> {
	return sleep.catch((cause: unknown) =>
		signal?.aborted === true ? undefined : Promise.reject(cause),
	);
}
