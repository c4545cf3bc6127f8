// From one review to the next.
import { result, failure, ROW, type Leased, useWorkTable } from './support/workTable';

const { query, startReview, lease, save, card, startWith } = useWorkTable();

describe('the next review', () => {
	it('starts only when the last one is complete, and keeps its scores', async () => {
		await startWith(2);
		const [one, two] = (await lease()) as [Leased, Leased];
		expect(await startReview()).toEqual({ review: 1, started: false });
		await save(one.lease_id, [result(one, 700), result(two, 300)]);
		expect(await startReview()).toEqual({ review: 2, started: true });

		const [again, other] = (await lease()) as [Leased, Leased];
		await save(again.lease_id, [result(again, 650), failure(other, ROW)]);
		expect(await card('A-1')).toMatchObject({ score: '650', previous_score: '700' });
		expect(await card('A-2')).toMatchObject({ score: null, previous_score: '300' });
		expect(await query('SELECT * FROM credit_review.report_movements(20)')).toMatchObject([
			{ card_id: 'A-1', score_change: '-50' },
		]);
		expect(await query('SELECT * FROM credit_review.report_reasons()')).toMatchObject([
			{ status: 'failed', reason_code: 'CODE', cards: '1' },
		]);

		await startReview();
		const rows = (await lease()) as [Leased, ...Leased[]];
		await save(
			rows[0].lease_id,
			rows.map((row) => result(row, 400)),
		);
		// The last score that there was, also if the last review had none.
		expect(await card('A-2')).toMatchObject({ score: '400', previous_score: '300' });
	});
});
