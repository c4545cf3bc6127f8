/** PostgreSQL and Redis, which n8n's queue mode needs: where they are, and whether they are there. */
import { connect } from 'node:net';

/** An address, and what to authenticate with. */
export interface ServerAddress {
	host: string;
	port: number;
	user: string;
	password: string;
}

/** The addresses: PostgreSQL's own environment variables, n8n's for Redis, and the usual local ports. */
export function getQueueServers(env: NodeJS.ProcessEnv = process.env) {
	return {
		postgres: {
			host: env.PGHOST ?? '127.0.0.1',
			port: Number(env.PGPORT ?? 5432),
			user: env.PGUSER ?? 'postgres',
			password: env.PGPASSWORD ?? '',
		},
		redis: {
			host: env.QUEUE_BULL_REDIS_HOST ?? '127.0.0.1',
			port: Number(env.QUEUE_BULL_REDIS_PORT ?? 6379),
			user: env.QUEUE_BULL_REDIS_USERNAME ?? '',
			password: env.QUEUE_BULL_REDIS_PASSWORD ?? '',
		},
	} satisfies Record<string, ServerAddress>;
}

/** @returns a sentence for each server that cannot be reached */
export async function findMissingServers(env?: NodeJS.ProcessEnv): Promise<string[]> {
	const { postgres, redis } = getQueueServers(env);
	const sentences = await Promise.all([
		describeMissing('PostgreSQL', postgres, 'PGHOST, PGPORT, PGUSER and PGPASSWORD'),
		describeMissing(
			'Redis',
			redis,
			'QUEUE_BULL_REDIS_HOST, QUEUE_BULL_REDIS_PORT and QUEUE_BULL_REDIS_PASSWORD',
		),
	]);
	return sentences.flat();
}

async function describeMissing(name: string, { host, port }: ServerAddress, variables: string) {
	if (await isListening(host, port)) return [];
	return [
		`${name} does not listen at ${host}:${port}. Start it, or say where it is with the environment variables ${variables}.`,
	];
}

function isListening(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: 5000 });
		const end = (listening: boolean) => {
			socket.destroy();
			resolve(listening);
		};
		socket.on('connect', () => end(true));
		socket.on('timeout', () => end(false));
		socket.on('error', () => end(false));
	});
}

if (require.main === module) {
	void findMissingServers().then((sentences) => {
		if (sentences.length === 0) return;
		console.error(sentences.join('\n'));
		process.exitCode = 1;
	});
}
