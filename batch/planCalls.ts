/** Packs rows into calls: each distinct row is requested once, several to a call. */

export interface IndexedRow<Row> {
	/** The row's position in the input. */
	index: number;
	row: Row;
}

/** One row to request, and every input row that its response serves. */
export interface PlannedEntry<Row> {
	row: Row;
	indices: number[];
}

export interface PlannedCall<Row> {
	entries: PlannedEntry<Row>[];
}

export interface BatchOptions<Row> {
	/** Rows with different keys never share a call; without it, any rows may. */
	batchKey?(row: Row): string;
	/** Rows with the same batch key and the same dedupe key are requested once. */
	dedupeKey(row: Row): string;
	/** Maximum number of entries in a call, at least 1. */
	maxRowsPerCall: number;
}

export interface Plan<Row> {
	calls: PlannedCall<Row>[];
	/** Input rows that are served by an earlier row's request. */
	duplicates: number;
}

interface Batch<Row> {
	byDedupeKey: Map<string, PlannedEntry<Row>>;
	/** The call that takes the next entry, unless it is full. */
	last?: PlannedCall<Row>;
}

/**
 * Plans the calls for some rows, in time proportional to their number. Entries are in the order of
 * their first rows, and calls in the order of their first entries.
 *
 * @throws RangeError when `maxRowsPerCall` is not a whole number of at least 1.
 */
export function planCalls<Row>(
	rows: readonly IndexedRow<Row>[],
	options: BatchOptions<Row>,
): Plan<Row> {
	const { maxRowsPerCall } = options;
	if (!Number.isInteger(maxRowsPerCall) || maxRowsPerCall < 1) {
		throw new RangeError(
			`maxRowsPerCall must be a whole number of at least 1, not ${maxRowsPerCall}.`,
		);
	}
	const batches = new Map<string, Batch<Row>>();
	const calls: PlannedCall<Row>[] = [];
	let duplicates = 0;
	for (const { index, row } of rows) {
		const batchKey = options.batchKey?.(row) ?? '';
		const batch = batches.get(batchKey) ?? { byDedupeKey: new Map<string, PlannedEntry<Row>>() };
		batches.set(batchKey, batch);

		const dedupeKey = options.dedupeKey(row);
		const planned = batch.byDedupeKey.get(dedupeKey);
		if (planned !== undefined) {
			planned.indices.push(index);
			duplicates += 1;
			continue;
		}
		const entry = { row, indices: [index] };
		batch.byDedupeKey.set(dedupeKey, entry);
		if (batch.last === undefined || batch.last.entries.length >= maxRowsPerCall) {
			batch.last = { entries: [] };
			calls.push(batch.last);
		}
		batch.last.entries.push(entry);
	}
	return { calls, duplicates };
}
