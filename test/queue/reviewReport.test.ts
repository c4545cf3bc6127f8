// The work table as the memory of Credit Review Report: what the node reads from it, and what it keeps there.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runInEngine } from '../support/runInEngine';
import { result, failure, ROW, type Leased, useWorkTable } from './support/workTable';

const { query, first, startReview, lease, save, startWith } = useWorkTable();

const MODEL = { modelName: 'M2' };

/** Runs the node as the workflow does, and keeps its figures. */
async function report(reviewDate: string) {
	const rows = await query<IDataObject>('SELECT * FROM credit_review.this_review()');
	const previousRows = await query<IDataObject>('SELECT * FROM credit_review.last_scores()');
	const earlier = await first<INodeParameters>('SELECT * FROM credit_review.earlier_reports()');
	const { outputs, error } = await runInEngine({
		node: 'creditReviewReport',
		rows,
		previousRows,
		credentials: {},
		parameters: { matchBy: 'cardId', label: 'cardId', reviewDate, options: earlier },
	});
	expect(error).toBeUndefined();
	const { report: found } = outputs[1]?.[0]?.json as {
		report: { figures: IDataObject; bands: IDataObject };
	};
	await query(
		'SELECT credit_review.keep_report($1, $2)',
		JSON.stringify(found.figures),
		JSON.stringify(found.bands),
	);
	return { ...found, rows: (outputs[0] ?? []).map(({ json }) => json) };
}

async function review(getItem: (row: Leased, index: number) => object): Promise<void> {
	await startReview();
	const rows = await lease();
	await save(
		rows[0]?.lease_id,
		rows.sort((a, b) => Number(a.row_id) - Number(b.row_id)).map(getItem),
	);
}

it('the second review is compared with the first, and knows it as history and baseline', async () => {
	await startWith(5);
	await review((row, index) =>
		index === 4 ? failure(row, ROW) : { ...result(row, 500 + index), ...MODEL },
	);
	const one = await report('2026-11-14');
	expect(one.figures).toMatchObject({
		isFirstReview: true,
		movements: null,
		coverage: { scored: 4, failed: 1 },
	});

	await review((row, index) => ({
		...result(row, 500 - 100 * index),
		decile: 5 - index,
		...MODEL,
	}));
	const two = await report('2026-11-21');
	expect(two.rows).toEqual([
		expect.objectContaining({ cardId: 'A-1', movement: 'same', scoreChange: 0 }),
		expect.objectContaining({ cardId: 'A-2', movement: 'down', scoreChange: -101 }),
		expect.objectContaining({ cardId: 'A-3', movement: 'down', previousScore: 502 }),
		expect.objectContaining({ cardId: 'A-4', movement: 'down', previousDecile: 5 }),
		expect.objectContaining({ cardId: 'A-5', movement: 'new', previousScore: null }),
	]);
	expect(two.figures).toMatchObject({
		isFirstReview: false,
		stability: { baseline: expect.any(Object) as object },
	});
	expect(two.bands).toMatchObject({ edges: one.bands.edges });

	const [earlier] = await query<{ history: { reviewDate: string }[] }>(
		'SELECT history FROM credit_review.earlier_reports()',
	);
	expect(earlier?.history.map(({ reviewDate }) => reviewDate)).toEqual(['2026-11-14']);
});

it('a report that is made again replaces the one of the same review', async () => {
	await startWith(2);
	await review((row) => ({ ...result(row), ...MODEL }));
	await report('2026-11-20');
	await report('2026-11-21');
	expect(await query("SELECT figures->>'reviewDate' AS day FROM credit_review.reports")).toEqual([
		{ day: '2026-11-21' },
	]);
});

it('cards that a review has not reached yet are not gone', async () => {
	await startWith(40);
	await query('UPDATE credit_review.settings SET lease_rows = 20');
	await review((row) => ({ ...result(row), ...MODEL }));
	const { rows } = await report('2026-11-21');
	expect(rows).toHaveLength(20);
	expect(rows.filter(({ movement }) => movement === 'gone')).toEqual([]);
});
