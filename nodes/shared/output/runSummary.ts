import type { INodeExecutionData } from 'n8n-workflow';
import type { RejectedRow, RowOutcome } from '../rows';

export interface RunCounts {
	duplicates: number;
	/** Requests that left the node, retries included. */
	calls: number;
	retries: number;
	durationMs: number;
}

/** The last item of a run, for the audit file: rows = succeeded + noData + rejected + failed. */
export function toRunSummaryItem(
	outcomes: readonly RowOutcome[],
	{ duplicates, calls, retries, durationMs }: RunCounts,
): INodeExecutionData {
	const count = (kind: RowOutcome['kind']) => outcomes.filter((row) => row.kind === kind).length;
	// A map, because reason codes are Mastercard's and may be any text.
	const noData = new Map<string, number>();
	for (const outcome of outcomes) {
		if (outcome.kind !== 'noData') continue;
		noData.set(outcome.reasonCode, (noData.get(outcome.reasonCode) ?? 0) + 1);
	}
	return {
		json: {
			runSummary: {
				rows: outcomes.length,
				succeeded: count('succeeded'),
				noData: Object.fromEntries(noData),
				rejected: count('rejected'),
				failed: count('failed'),
				duplicates,
				calls,
				retries,
				durationMs,
			},
		},
		pairedItem: outcomes.map((_, item) => ({ item })),
	};
}

/** The only item of a dry run. */
export function toDryRunItem(
	rows: number,
	rejected: readonly RejectedRow[],
	{ duplicates, calls }: Pick<RunCounts, 'duplicates' | 'calls'>,
): INodeExecutionData {
	return {
		json: {
			dryRun: {
				rows,
				ready: rows - rejected.length,
				duplicates,
				rejected: rejected.map(({ index, failure }) => ({
					item: index,
					reason: failure.message,
				})),
				calls,
			},
		},
		pairedItem: Array.from({ length: rows }, (_, item) => ({ item })),
	};
}
