// How long n8n could not have answered a request: the longest gap between two turns of the event loop.
import { performance } from 'node:perf_hooks';

/** @returns the result of `work`, and the longest time in ms in which nothing else could run */
export async function blockedTime<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
	let last = performance.now();
	let longest = 0;
	const turn = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
	};
	const clock = setInterval(turn, 1);
	try {
		const result = await work();
		turn();
		return { result, ms: longest };
	} finally {
		clearInterval(clock);
	}
}
