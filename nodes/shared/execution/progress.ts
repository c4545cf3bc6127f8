/** Says how far a long run is: in n8n's log and, of a manual run, in the browser's console. Nothing else reaches users before a node has ended. */
import type { IExecuteFunctions } from 'n8n-workflow';

/** Milliseconds between two messages; a run that is over earlier says nothing. */
const INTERVAL_MS = 60_000;

/** Reads what versions of n8n and AI tools may lack. */
type Messages = Partial<Pick<IExecuteFunctions, 'logger' | 'sendMessageToUI'>>;

/**
 * @param total Calls of the run.
 * @returns Counts a call that has ended; `hasFailed` if a row of it failed for good. Never throws.
 */
export function createProgress(
	context: IExecuteFunctions,
	total: number,
): (hasFailed: boolean) => void {
	const { logger, sendMessageToUI }: Messages = context;
	let done = 0;
	let failed = 0;
	let saidAt = Date.now();
	return (hasFailed) => {
		done++;
		if (hasFailed) failed++;
		if (done === total || Date.now() - saidAt < INTERVAL_MS) return;
		saidAt = Date.now();
		const message = `${context.getNode().name}: ${done} of ${total} calls done, ${failed} failed`;
		logger?.info(message, { executionId: context.getExecutionId() });
		sendMessageToUI?.call(context, message);
	};
}
