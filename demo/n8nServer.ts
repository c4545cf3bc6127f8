/** The n8n server with its editor, from start to stop. */
import { setTimeout as delay } from 'node:timers/promises';
import { DemoError } from './DemoError';
import type { N8n } from './N8n';

const START_TIMEOUT_SECONDS = 120;
/** n8n finishes running workflows before it exits; after this time it is killed. */
const STOP_TIMEOUT_SECONDS = 15;

export interface N8nServer {
	url: string;
	/** Settles when n8n exits, whatever the reason. */
	exited: Promise<unknown>;
	/** Stops n8n and waits until it has exited. */
	stop(): Promise<void>;
}

async function isReady(url: string): Promise<boolean> {
	try {
		return (await fetch(`${url}/healthz/readiness`)).ok;
	} catch {
		return false;
	}
}

/**
 * Starts n8n and waits until it is ready.
 * @param logFile Where n8n's log is written.
 * @throws DemoError when n8n exits or is not ready in time.
 */
export async function startServer(n8n: N8n, port: number, logFile: string): Promise<N8nServer> {
	const url = `http://127.0.0.1:${port}`;
	const child = n8n.start(logFile);
	let running = true;
	const exited = child.finally(() => {
		running = false;
	});
	const stop = async () => {
		child.kill('SIGTERM', { forceKillAfterTimeout: STOP_TIMEOUT_SECONDS * 1000 });
		await exited;
	};

	const deadline = Date.now() + START_TIMEOUT_SECONDS * 1000;
	while (!(await isReady(url))) {
		if (!running || Date.now() > deadline) {
			await stop();
			throw new DemoError(`n8n did not start. Its log: ${logFile}`);
		}
		await delay(250);
	}
	return { url, exited, stop };
}
