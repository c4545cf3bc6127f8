// Who gets which cards of the work table, and for how long.
import { getQueueServers } from '../../demo/queueServers';
import { connectSql } from './support/drivers';
import { type Leased, useWorkTable } from './support/workTable';

const { getDatabaseName, lease, returnExpired, report, set, expireLeases, startWith } =
	useWorkTable();

describe('a lease', () => {
	it('gives each row to one run, to as many runs as allowed, with their part of four fifths of the rate', async () => {
		await startWith(200);
		await set('lease_rows = 20, parallel_runs = 6, contracted_rate = 10');
		const clients = await Promise.all(
			Array.from({ length: 12 }, () => connectSql(getQueueServers().postgres, getDatabaseName())),
		);
		const leases = await Promise.all(
			clients.map((client) => client.query<Leased>('SELECT * FROM credit_review.lease()')),
		);
		await Promise.all(clients.map((client) => client.end()));
		const rows = leases.flatMap((result) => result.rows);
		expect(leases.filter((result) => result.rows.length > 0)).toHaveLength(6);
		expect(rows).toHaveLength(120);
		expect(new Set(rows.map(({ row_id }) => row_id)).size).toBe(120);
		expect(rows[0]).toMatchObject({ requests_per_second: 8, parallel_runs: 6, cards_per_call: 20 });
	});

	it('whose run ended without a word goes back when it has expired', async () => {
		await startWith(30);
		await lease();
		expect(await returnExpired()).toEqual([]);
		await expireLeases();
		expect(await returnExpired()).toMatchObject([{ card_count: 30 }]);
		expect(await report()).toMatchObject({ waiting: '30', expired_leases: '1' });
		expect(await lease()).toHaveLength(30);
	});
});
