/** Long lists in turns, so that n8n can do other work in between. */

/** Lets others work when it is time to; given by the caller, because what ships has no timers of its own. */
export type Pause = () => Promise<unknown> | undefined;

/** Calls `visit` for each row, in order, and pauses in between whenever `pause` says so. */
export async function forEachRow<Row>(
	rows: readonly Row[],
	pause: Pause,
	visit: (row: Row, index: number) => void,
): Promise<void> {
	for (const [index, row] of rows.entries()) {
		const turn = pause();
		if (turn !== undefined) await turn;
		visit(row, index);
	}
}
