import { forEachRow } from '../../report/pause';

test('rows are visited in order, and each waits for others that get their turn', async () => {
	const events: string[] = [];
	let waiting: (() => void) | undefined;
	const pause = () => {
		if (events.length === 0) return undefined;
		return new Promise<void>((resolve) => (waiting = resolve));
	};
	const all = forEachRow(['a', 'b'], pause, (row, index) => events.push(`${index} ${row}`));
	await new Promise(setImmediate);
	expect(events).toEqual(['0 a']);
	waiting?.();
	await all;
	expect(events).toEqual(['0 a', '1 b']);
});

test('without a pause nothing is waited for', () => {
	const visited: string[] = [];
	void forEachRow(
		['a', 'b'],
		() => undefined,
		(row) => visited.push(row),
	);
	expect(visited).toEqual(['a', 'b']);
});
