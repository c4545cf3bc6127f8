/** An n8n process, the server with its editor or a worker, from start to stop. */
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
	/** Stops n8n and waits until it has exited; after `graceSeconds` it is killed. */
	stop(graceSeconds?: number): Promise<void>;
	/** Ends n8n at once, as a crash of its machine would. */
	crash(): void;
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
 * @param port Where it says whether it is ready: the editor's, or the health port of a worker.
 * @param logFile Where n8n's log is written.
 * @throws DemoError when n8n exits or is not ready in time.
 */
export async function startServer(
	n8n: N8n,
	port: number,
	logFile: string,
	command: 'start' | 'worker' = 'start',
): Promise<N8nServer> {
	const url = `http://127.0.0.1:${port}`;
	const child = n8n.start(logFile, command);
	let running = true;
	const exited = child.finally(() => {
		running = false;
	});
	const stop = async (graceSeconds = STOP_TIMEOUT_SECONDS) => {
		child.kill('SIGTERM', { forceKillAfterTimeout: graceSeconds * 1000 });
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
	return { url, exited, stop, crash: () => void child.kill('SIGKILL') };
}
