/** Packs rows into calls: each different row is asked once, several to a call. */

export interface InputRow<Row> {
	/** The row's place in the input. */
	index: number;
	row: Row;
}

/** One row to ask, and every input row that its answer serves. */
export interface PlannedEntry<Row> {
	row: Row;
	indices: number[];
}

export interface PlannedCall<Row> {
	entries: PlannedEntry<Row>[];
}

export interface Packing<Row> {
	/** Rows of different groups never share a call. */
	groupOf(row: Row): string;
	/** Rows of one group with the same identity are one question. */
	identityOf(row: Row): string;
	/** Most entries in a call, at least 1. */
	size: number;
}

export interface Plan<Row> {
	calls: PlannedCall<Row>[];
	/** Input rows that are answered by an earlier row's question. */
	duplicates: number;
}

interface Group<Row> {
	byIdentity: Map<string, PlannedEntry<Row>>;
	/** The call that takes the group's next entry, unless it is full. */
	last?: PlannedCall<Row>;
}

/**
 * Plans the calls for some rows, in time proportional to their number. Entries stand in the order of
 * their first rows, and calls in the order of their first entries.
 *
 * @throws RangeError when `size` is not a whole number of at least 1.
 */
export function planCalls<Row>(
	rows: readonly InputRow<Row>[],
	{ groupOf, identityOf, size }: Packing<Row>,
): Plan<Row> {
	if (!Number.isInteger(size) || size < 1) {
		throw new RangeError(`The size of a call must be a whole number of at least 1, not ${size}.`);
	}
	const groups = new Map<string, Group<Row>>();
	const calls: PlannedCall<Row>[] = [];
	let duplicates = 0;
	for (const { index, row } of rows) {
		const name = groupOf(row);
		const group = groups.get(name) ?? { byIdentity: new Map<string, PlannedEntry<Row>>() };
		groups.set(name, group);

		const identity = identityOf(row);
		const asked = group.byIdentity.get(identity);
		if (asked !== undefined) {
			asked.indices.push(index);
			duplicates += 1;
			continue;
		}
		const entry = { row, indices: [index] };
		group.byIdentity.set(identity, entry);
		if (group.last === undefined || group.last.entries.length >= size) {
			group.last = { entries: [] };
			calls.push(group.last);
		}
		group.last.entries.push(entry);
	}
	return { calls, duplicates };
}
