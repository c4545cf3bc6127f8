/** Long lists in turns, so that n8n can do other work in between. */

/** Lets others work; given by the caller, because what ships has no timers of its own. */
export type Pause = () => Promise<unknown> | undefined;

/** After every so many rows others may get their turn. */
const ROWS_PER_TURN = 200;

/** Calls `visit` for each row, in order, with a pause after every 200. */
export async function forEachRow<Row>(
	rows: readonly Row[],
	pause: Pause,
	visit: (row: Row, index: number) => void,
): Promise<void> {
	for (const [index, row] of rows.entries()) {
		if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await pause();
		visit(row, index);
	}
}
