import type { INodeExecutionData } from 'n8n-workflow';
import type { RowFailure } from './errorItem';
import type { RefusedRow } from '../execution/parseRows';

/** What happened to one input row. */
export type RowOutcome =
	| { kind: 'succeeded' }
	| { kind: 'unavailable'; reasonCode: string }
	| { kind: 'refused'; failure: RowFailure }
	| { kind: 'failed'; failure: RowFailure };

export interface RunCounts {
	duplicates: number;
	/** Requests that left the node, retries included. */
	calls: number;
	retries: number;
	durationMs: number;
}

/** The last item of a run, for the audit file: rows = succeeded + unscored + refused + failed. */
export function runSummaryItem(
	outcomes: readonly RowOutcome[],
	{ duplicates, calls, retries, durationMs }: RunCounts,
): INodeExecutionData {
	const count = (kind: RowOutcome['kind']) => outcomes.filter((row) => row.kind === kind).length;
	// A map, because reason codes are Mastercard's and may be any text.
	const unscored = new Map<string, number>();
	for (const outcome of outcomes) {
		if (outcome.kind !== 'unavailable') continue;
		unscored.set(outcome.reasonCode, (unscored.get(outcome.reasonCode) ?? 0) + 1);
	}
	return {
		json: {
			runSummary: {
				rows: outcomes.length,
				succeeded: count('succeeded'),
				unscored: Object.fromEntries(unscored),
				refused: count('refused'),
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
export function dryRunItem(
	rows: number,
	refused: readonly RefusedRow[],
	{ duplicates, calls }: Pick<RunCounts, 'duplicates' | 'calls'>,
): INodeExecutionData {
	return {
		json: {
			dryRun: {
				rows,
				ready: rows - refused.length,
				duplicates,
				refused: refused.map(({ index, failure }) => ({
					item: index,
					reason: failure.message,
				})),
				calls,
			},
		},
		pairedItem: Array.from({ length: rows }, (_, item) => ({ item })),
	};
}
