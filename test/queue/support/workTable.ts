/** The work table in a database of its own, without n8n: its functions as the workflows call them. */
import { createDatabase, installWorkTable, type TestDatabase } from './databases';

export const SEALED = `eyJ${'a'.repeat(60)}..b.c.d`;

export interface Leased {
	lease_id: string;
	row_id: string;
	cards_per_call: number;
	requests_per_second: number;
	parallel_runs: number;
}

export interface Card {
	outcome: string | null;
	lease_id: string | null;
	score: string | null;
	previous_score: string | null;
	reason_code: string | null;
	attempts: number;
}

export interface Report {
	waiting: string;
	scored: string;
	rejected: string;
	failed: string;
	expired_leases: string;
	paused_because: string | null;
}

/** A result as CCA Scores gives it. */
export const result = ({ row_id }: Leased, score = 700) => ({
	consentReference: row_id,
	customerPAN: '542523******9903',
	scored: true,
	score,
	decile: 5,
});
/** A failed row as CCA Scores gives it. */
export const failure = ({ row_id }: Leased, error: object) => ({
	error: { consentReference: row_id, message: 'The cause [item 3]', reasonCode: 'CODE', ...error },
});
export const ROW = { scope: 'row', retryable: false, attempts: 1 };
export const CALL = { scope: 'call', retryable: true, attempts: 3 };
export const RUN = { scope: 'run', retryable: true, attempts: 1 };

/** An empty work table for each test of the file. */
export function useWorkTable() {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await createDatabase('work_table_test');
	});
	beforeEach(async () => {
		await query('DROP SCHEMA IF EXISTS credit_review CASCADE');
		await installWorkTable(database);
	});
	afterAll(async () => {
		await database?.drop();
	});

	const query = async <Row>(sql: string, ...values: unknown[]) =>
		(await database.client.query<Row>(sql, values)).rows;
	const first = async <Row>(sql: string, ...values: unknown[]) =>
		(await query<Row>(sql, ...values))[0] as Row;
	const load = (rows: object[]) =>
		first<Record<string, number>>('SELECT * FROM credit_review.load($1)', JSON.stringify(rows));
	const startReview = () =>
		first<{ review: number; started: boolean }>('SELECT * FROM credit_review.start_review()');
	return {
		query,
		first,
		load,
		startReview,
		getDatabaseName: () => database.name,
		lease: () => query<Leased>('SELECT * FROM credit_review.lease()'),
		save: (id: string | undefined, items: object[]) =>
			first('SELECT * FROM credit_review.save($1, $2)', id, JSON.stringify(items)),
		returnExpired: () =>
			query<{ card_count: number }>('SELECT * FROM credit_review.return_expired()'),
		report: () => first<Report>('SELECT * FROM credit_review.report()'),
		card: (id: string) => first<Card>('SELECT * FROM credit_review.cards WHERE card_id = $1', id),
		set: (settings: string) => query(`UPDATE credit_review.settings SET ${settings}`),
		/** Lets the time of all leases pass. */
		expireLeases: () =>
			query("UPDATE credit_review.leases SET leased_until = now() - interval '1 second'"),
		/** Loads so many cards, A-1 and so on, and starts a review of them. */
		async startWith(count: number) {
			await load(
				Array.from({ length: count }, (_, index) => ({
					card_id: `A-${index + 1}`,
					sealed_card: SEALED,
					has_consent: 'true',
				})),
			);
			await startReview();
		},
	};
}
