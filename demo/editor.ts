/** The n8n editor, from its start to its end. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { DemoProblem } from './DemoProblem';
import type { N8n } from './N8n';

const START_SECONDS = 120;
/** n8n finishes running workflows first; then it is ended. */
const STOP_SECONDS = 15;

export interface Editor {
	url: string;
	/** Settles when n8n ends by itself. */
	ended: Promise<unknown>;
	/** Ends n8n and waits until it is gone. */
	stop(): Promise<void>;
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function isReady(url: string): Promise<boolean> {
	try {
		return (await fetch(`${url}/healthz/readiness`)).ok;
	} catch {
		return false;
	}
}

async function stop(child: ChildProcess): Promise<void> {
	if (hasEnded(child)) return;
	const exit = once(child, 'exit');
	child.kill('SIGTERM');
	const late = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1000);
	await exit;
	clearTimeout(late);
}

/**
 * Starts n8n and waits until the editor answers.
 * @param logFile Where n8n's log goes.
 * @throws DemoProblem when it ends or does not answer.
 */
export async function startEditor(n8n: N8n, port: number, logFile: string): Promise<Editor> {
	const url = `http://127.0.0.1:${port}`;
	const child = n8n.start(logFile);
	const ended = once(child, 'exit');
	const deadline = Date.now() + START_SECONDS * 1000;
	while (!(await isReady(url))) {
		if (hasEnded(child) || Date.now() > deadline) {
			await stop(child);
			throw new DemoProblem(`n8n did not start. Its log: ${logFile}`);
		}
		await delay(250);
	}
	return { url, ended, stop: () => stop(child) };
}
