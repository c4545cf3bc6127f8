/** The drivers for PostgreSQL and Redis that n8n brings; as much of them as the tests use. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ServerAddress } from '../../../demo/queueServers';

export interface SqlClient {
	connect(): Promise<void>;
	query<Row>(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>;
	end(): Promise<void>;
	on(event: 'error', listener: () => void): void;
}

interface RedisClient {
	keys(pattern: string): Promise<string[]>;
	del(keys: string[]): Promise<number>;
	disconnect(): void;
}

const n8n = path.join(__dirname, '../../../demo/n8n/node_modules/n8n/package.json');
const load = createRequire(n8n);

/** Connects to a database. */
export async function connectSql(
	{ host, port, user, password }: ServerAddress,
	database: string,
): Promise<SqlClient> {
	const { Client } = load('pg') as { Client: new (options: object) => SqlClient };
	const client = new Client({ host, port, user, password, database });
	// A database that goes away is part of the tests; the next query reports it.
	client.on('error', () => undefined);
	await client.connect();
	return client;
}

/** Removes what n8n left in Redis under a prefix of its own. */
export async function removeRedisKeys(
	{ host, port, user, password }: ServerAddress,
	prefix: string,
): Promise<void> {
	const { Redis } = load('ioredis') as { Redis: new (options: object) => RedisClient };
	const redis = new Redis({
		host,
		port,
		username: user || undefined,
		password: password || undefined,
	});
	try {
		const keys = await redis.keys(`${prefix}*`);
		if (keys.length > 0) await redis.del(keys);
	} finally {
		redis.disconnect();
	}
}
