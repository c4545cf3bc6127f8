/** Databases that exist for one test only, and the work table in them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getQueueServers } from '../../../demo/queueServers';
import { connectSql, type SqlClient } from './drivers';

const folder = path.join(__dirname, '../../../examples/at-scale');
const { postgres } = getQueueServers();

async function runOnServer(...statements: string[]): Promise<void> {
	const server = await connectSql(postgres, 'postgres');
	try {
		for (const statement of statements) await server.query(statement);
	} finally {
		await server.end();
	}
}

export interface TestDatabase {
	name: string;
	client: SqlClient;
	/** Ends all connections and lets nobody in until the time has passed. */
	goAway(seconds: number): Promise<void>;
	drop(): Promise<void>;
}

/** Creates an empty database. */
export async function createDatabase(prefix: string): Promise<TestDatabase> {
	const name = `${prefix}_${process.pid}_${Date.now()}`;
	await runOnServer(`CREATE DATABASE ${name}`);
	const database = {
		name,
		client: await connectSql(postgres, name),
		async goAway(seconds: number) {
			await runOnServer(
				`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`,
				`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
				`SELECT pg_sleep(${seconds})`,
				`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`,
			);
			database.client = await connectSql(postgres, name);
		},
		async drop() {
			await database.client.end().catch(() => undefined);
			await runOnServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
		},
	};
	return database;
}

/** Runs the files that examples/at-scale/install.sql names. */
export async function installWorkTable({ client }: TestDatabase): Promise<void> {
	const script = readFileSync(path.join(folder, 'install.sql'), 'utf8');
	for (const [, file = ''] of script.matchAll(/^\\ir (.+)$/gm))
		await client.query(readFileSync(path.join(folder, file), 'utf8'));
}
