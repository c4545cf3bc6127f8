import type { IExecuteFunctions } from 'n8n-workflow';
import type { RowOutcome } from './runSummary';

/** Tells above the output what a quick look at the items would miss. */
export function addHints(context: IExecuteFunctions, outcomes: readonly RowOutcome[]): void {
	const bad = outcomes.filter((row) => row.kind === 'refused' || row.kind === 'failed');
	const later = bad.filter(({ failure }) => failure.retryable).length;
	if (bad.length > 0)
		context.addExecutionHints({
			message: [
				`${bad.length} of ${outcomes.length} rows have no result; each has an item with the reason.`,
				...(later === 0 ? [] : [`Running them again later can help ${later} of them.`]),
			].join(' '),
			type: 'warning',
			location: 'outputPane',
		});
	if (context.getNode().retryOnFail === true)
		context.addExecutionHints({
			message:
				"Turn off 'Retry On Fail' in this node's settings: it sends, and pays for, all rows again. The node tries single requests again by itself.",
			type: 'warning',
			location: 'outputPane',
		});
}
