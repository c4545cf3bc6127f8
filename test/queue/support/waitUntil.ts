/** Waiting for what other processes do at their own pace. */
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Resolves when `isDone` says so.
 * @throws Error with `what` after `seconds`
 */
export async function waitUntil(
	what: string,
	isDone: () => Promise<boolean> | boolean,
	seconds = 900,
): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	while (!(await isDone())) {
		if (Date.now() > deadline) throw new Error(`This did not happen in ${seconds} s: ${what}`);
		await delay(200);
	}
}
