// What becomes of the results of a run.
import { result, failure, ROW, CALL, RUN, type Leased, useWorkTable } from './support/workTable';

const { first, lease, save, returnExpired, report, card, set, expireLeases, startWith } =
	useWorkTable();

describe('saving', () => {
	it('never overwrites a final result of the same review', async () => {
		await startWith(1);
		const [row] = (await lease()) as [Leased];
		await save(row.lease_id, [result(row, 700)]);
		await save(row.lease_id, [result(row, 1)]);
		await save(row.lease_id, [failure(row, ROW)]);
		expect(await card('A-1')).toMatchObject({ outcome: 'done', score: '700' });
	});

	it('keeps a late result, which was paid for, and not a late error', async () => {
		await startWith(2);
		const [one, two] = (await lease()) as [Leased, Leased];
		await expireLeases();
		await returnExpired();
		await lease();
		await save(one.lease_id, [result(one), failure(two, ROW)]);
		expect(await card('A-1')).toMatchObject({ outcome: 'done', lease_id: null });
		expect(await card('A-2')).toMatchObject({ outcome: null, attempts: 1 });
		expect((await card('A-2')).lease_id).not.toBeNull();
	});

	it('takes a result for a card that had been given up', async () => {
		await startWith(1);
		await set('max_attempts = 1');
		const [row] = (await lease()) as [Leased];
		await save(row.lease_id, []);
		expect(await card('A-1')).toMatchObject({ outcome: 'failed', reason_code: 'NO_RESULT' });
		await save(row.lease_id, [result(row)]);
		expect(await card('A-1')).toMatchObject({ outcome: 'done', score: '700', reason_code: null });
	});

	it('ends a row that is at fault itself: rejected if it was not sent, otherwise failed', async () => {
		await startWith(2);
		const [one, two] = (await lease()) as [Leased, Leased];
		await save(one.lease_id, [failure(one, { ...ROW, attempts: 0 }), failure(two, ROW)]);
		expect(await report()).toMatchObject({ rejected: '1', failed: '1', paused_because: null });
		expect(await lease()).toEqual([]);
	});

	it('gives rows of a failed call back, three times at most', async () => {
		await startWith(1);
		for (const outcome of [null, null, 'failed']) {
			const [row] = (await lease()) as [Leased];
			await save(row.lease_id, [failure(row, CALL)]);
			expect((await card('A-1')).outcome).toBe(outcome);
		}
	});

	it('sends rows one by one, after all others, when one of them may have spoilt their call', async () => {
		await startWith(50);
		await set('lease_rows = 40');
		const rows = (await lease()) as [Leased, ...Leased[]];
		const items = rows.map((row, index) =>
			index < 20 ? failure(row, { ...CALL, retryable: false }) : result(row),
		);
		await save(rows[0].lease_id, items);
		expect(await lease()).toHaveLength(10);
		const alone = await lease();
		expect(alone).toHaveLength(2);
		expect(alone[0]?.cards_per_call).toBe(1);
	});

	it('gives rows back as they were when the whole run failed, and pauses longer each time', async () => {
		await startWith(2);
		await set('pause_seconds = 60');
		for (const seconds of [60, 120, 240]) {
			const [one, two] = (await lease()) as [Leased, Leased];
			// The second has no item of its own.
			await save(one.lease_id, [failure(one, RUN)]);
			expect(await card('A-1')).toMatchObject({ outcome: null, attempts: 0 });
			expect(await card('A-2')).toMatchObject({ outcome: null, attempts: 0 });
			expect(two.lease_id).toBe(one.lease_id);
			expect(await lease()).toEqual([]);
			expect((await report()).paused_because).toBe('The cause');
			const { left } = await first<{ left: number }>(
				'SELECT extract(epoch FROM paused_until - clock_timestamp())::float AS left FROM credit_review.settings',
			);
			expect(Math.ceil(left / 60) * 60).toBe(seconds);
			await set("paused_until = now() - interval '1 second'");
		}
		const [one, two] = (await lease()) as [Leased, Leased];
		await save(one.lease_id, [result(one), result(two)]);
		expect(await report()).toMatchObject({ scored: '2', paused_because: null });
	});

	it('pauses when several calls failed and none succeeded', async () => {
		await startWith(21);
		const rows = (await lease()) as [Leased, ...Leased[]];
		const items = rows.map((row) => failure(row, CALL));
		await save(rows[0].lease_id, items);
		expect(await report()).toMatchObject({ waiting: '21', paused_because: 'The cause' });
	});

	it.each(['\0', '\ud800', '\\u0000\0'])('keeps results whose texts have %j', async (text) => {
		await startWith(1);
		const [row] = (await lease()) as [Leased];
		await save(row.lease_id, [{ ...result(row), modelName: `model ${text}` }]);
		expect(await card('A-1')).toMatchObject({ outcome: 'done', score: '700' });
	});

	it.each([[[]], [['text', 1, null, {}, { consentReference: 'A-1', scored: true }]]])(
		'leaves no row leased when a run gave %j',
		async (items) => {
			await startWith(3);
			const [row] = await lease();
			await save(row?.lease_id, items as object[]);
			expect(await report()).toMatchObject({ waiting: '3' });
		},
	);
});
