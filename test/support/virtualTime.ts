/**
 * Lets the waits of the nodes pass at once. In the test file, which imports this one before any other:
 *
 *     jest.mock('n8n-workflow', () => withVirtualSleep(jest.requireActual('n8n-workflow')));
 *
 * n8n's `sleep` then moves the clock (`Date.now`) on instead of waiting. Waits at the same time pass at the same time.
 */
type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Milliseconds of each wait, those of less than a second left out. */
const waits: number[] = [];

/** @returns The waits since the last call. */
export function takeWaits(): number[] {
	return waits.splice(0);
}

/** @param workflow The module `n8n-workflow`. */
export function withVirtualSleep<Module extends object>(
	workflow: Module,
): Module & { sleep: Sleep } {
	const { now } = Date;
	let ahead = 0;
	Date.now = () => now() + ahead;
	const sleep: Sleep = async (milliseconds, signal) => {
		if (milliseconds >= 1000) waits.push(milliseconds);
		signal?.throwIfAborted();
		ahead = Math.max(ahead, Date.now() + milliseconds - now());
		// Gives way, as any sleep does.
		await new Promise(setImmediate);
	};
	return { ...workflow, sleep };
}
