import type { IExecuteFunctions } from 'n8n-workflow';
import type { RowOutcome } from '../rows';

/**
 * Shows above the output what a quick look at the items would miss.
 * @param own What the operation itself has to say.
 */
export function addHints(
	context: IExecuteFunctions,
	outcomes: readonly RowOutcome[],
	own: string | undefined,
): void {
	const failed = outcomes.filter((row) => row.kind === 'rejected' || row.kind === 'failed');
	const retryable = failed.filter(({ failure }) => failure.retryable).length;
	if (failed.length > 0)
		addWarnings(context, [
			[
				`${failed.length} of ${outcomes.length} rows have no result; each has an item with the reason.`,
				...(retryable === 0 ? [] : [`Running ${retryable} of them again later may help.`]),
			].join(' '),
		]);
	if (own !== undefined)
		context.addExecutionHints({ message: own, type: 'info', location: 'outputPane' });
	if (context.getNode().retryOnFail === true)
		addWarnings(context, [
			"Turn off 'Retry On Fail' in this node's settings: it sends, and pays for, all rows again. The node already retries single requests.",
		]);
}

/** Shows sentences above the output, each as a warning. */
export function addWarnings(context: IExecuteFunctions, messages: readonly string[]): void {
	for (const message of messages)
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
}
