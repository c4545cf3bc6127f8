/** What can be known from outside after a review: from the simulator's record and from both databases. */
import { getCardNumbers, type RecordedCall } from '../../../simulator/recordedCalls';
import type { SqlClient } from './drivers';

/** How often each card was paid for: a call counts as soon as it was not declined, also if nobody took its response. */
export function countPaid(calls: RecordedCall[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { status, body } of calls) {
		if (status >= 400) continue;
		for (const pan of getCardNumbers(body)) counts.set(pan, (counts.get(pan) ?? 0) + 1);
	}
	return counts;
}

/** The largest number of calls that were signed in the same second, by the clock of those who sent them. */
export function getPeakRate(calls: RecordedCall[]): number {
	const counts = new Map<string | undefined, number>();
	for (const { oauth } of calls)
		counts.set(oauth.timestamp, (counts.get(oauth.timestamp) ?? 0) + 1);
	return Math.max(...counts.values());
}

interface Column {
	table_schema: string;
	table_name: string;
	column_name: string;
	data_type: string;
}

/** The tables of a database in which one of these card numbers can be read, files and all. */
export async function findTablesWithCards(
	client: SqlClient,
	isCard: (digits: string) => boolean,
): Promise<string[]> {
	const { rows: columns } = await client.query<Column>(
		`SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns
		JOIN information_schema.tables USING (table_schema, table_name)
		WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
	);
	const found = new Set<string>();
	for (const { table_schema, table_name, column_name, data_type } of columns) {
		const value =
			data_type === 'bytea' ? `encode("${column_name}", 'escape')` : `"${column_name}"::text`;
		const { rows } = await client.query<{ digits: string }>(
			`SELECT DISTINCT (regexp_matches(${value}, '\\d{16,19}', 'g'))[1] AS digits FROM "${table_schema}"."${table_name}"`,
		);
		if (rows.some(({ digits }) => isCard(digits))) found.add(`${table_name}.${column_name}`);
	}
	return [...found];
}
