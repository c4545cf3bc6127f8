/** A review as it can be watched in the work table while n8n is at work. */
import type { TestDatabase } from './databases';
import { waitUntil } from './waitUntil';

/** A card as the view `credit_review.results` shows it; a score is text, as numerics are. */
export interface ReviewedRow {
	card_id: string;
	status: string;
	scored: boolean | null;
	score: string | null;
	reason_code: string | null;
}

export type ReviewWatch = ReturnType<typeof watchReview>;

export function watchReview(database: TestDatabase) {
	// The client changes when the database goes away.
	const query = async <Row>(sql: string) => (await database.client.query<Row>(sql)).rows;
	const countFinal = async () => {
		const [row] = await query<{ final: number }>(
			"SELECT count(*)::int AS final FROM credit_review.results WHERE status IN ('done', 'rejected', 'failed')",
		);
		return row?.final ?? 0;
	};
	return {
		query,
		countFinal,
		/** Waits until so many cards have a final result. */
		untilFinal: (count: number) =>
			waitUntil(`${count} cards have a final result`, async () => (await countFinal()) >= count),
		getRows: () =>
			query<ReviewedRow>(
				'SELECT card_id, status, scored, score, reason_code FROM credit_review.results ORDER BY card_id',
			),
		getEvents: (event: string) =>
			query<{ detail: string }>(
				`SELECT detail FROM credit_review.events WHERE event = '${event}' ORDER BY happened_at`,
			),
		async getOpenLeases() {
			const leases = await query<{ lease_id: string }>('SELECT lease_id FROM credit_review.leases');
			return leases.map(({ lease_id }) => lease_id);
		},
	};
}
