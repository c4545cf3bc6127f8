import { sleep } from 'n8n-workflow';

/** Ms of work without a pause after which n8n gets to do other work, such as answering its health check. */
const MAX_BLOCK_MS = 8;

/** Call it between two pieces of work, and wait for what it returns. */
export type GiveWay = () => Promise<void> | undefined;

/**
 * Keeps a loop over many rows from freezing n8n: makes a function that pauses once the loop has worked for
 * {@link MAX_BLOCK_MS}. Loops that run at the same time share one.
 */
export function createGiveWay(): GiveWay {
	let startedAt = Date.now();
	let pause: Promise<void> | undefined;
	return () => {
		if (pause === undefined && Date.now() - startedAt >= MAX_BLOCK_MS)
			pause = sleep(0).then(() => {
				pause = undefined;
				startedAt = Date.now();
			});
		return pause;
	};
}
