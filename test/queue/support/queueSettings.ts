/** Environment variables and credentials of n8n's queue mode in the tests. */
import { getQueueServers, type ServerAddress } from '../../../demo/queueServers';

const { postgres } = getQueueServers();

/** How long a worker that is stopped may take to finish its runs. */
export const GRACE_SECONDS = 120;

/** What makes it a queue; docs/scaling.md has the same for users. */
export function queueSettings(
	database: string,
	prefix: string,
	healthPort: number,
	redis: ServerAddress,
): NodeJS.ProcessEnv {
	return {
		EXECUTIONS_MODE: 'queue',
		// What the editor starts runs on workers, too: n8n 3 has no other way.
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.host,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: database,
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		DB_POSTGRESDB_POOL_SIZE: '10',
		// On a machine that is busy with other things.
		DB_POSTGRESDB_CONNECTION_TIMEOUT: '120000',
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_BULL_REDIS_USERNAME: redis.user,
		QUEUE_BULL_REDIS_PASSWORD: redis.password,
		QUEUE_BULL_PREFIX: prefix,
		N8N_REDIS_KEY_PREFIX: `${prefix}:n8n`,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(healthPort),
		EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '1',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: String(GRACE_SECONDS),
	};
}

/** The credential that the workflows at scale name. */
export const workTableCredential = (database: string) => ({
	id: 'workTable',
	name: 'Work table',
	type: 'postgres',
	data: {
		host: postgres.host,
		port: postgres.port,
		database,
		user: postgres.user,
		password: postgres.password,
		ssl: 'disable',
		maxConnections: 100,
		allowUnauthorizedCerts: false,
		sshTunnel: false,
	},
});
