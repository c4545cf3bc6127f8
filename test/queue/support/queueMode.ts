/** n8n in queue mode: one main, workers, databases of their own, the Mastercard simulator and the workflows at scale. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importCredentials, importWorkflows } from '../../../demo/importExamples';
import { installCommunityPackage } from '../../../demo/installCommunityPackage';
import { installN8n } from '../../../demo/installN8n';
import { N8n } from '../../../demo/N8n';
import { startServer, type N8nServer } from '../../../demo/n8nServer';
import { freePort } from '../../../demo/ports';
import { getQueueServers } from '../../../demo/queueServers';
import { simulatorCredentials } from '../../../demo/simulatorCredentials';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { openEditorSession } from '../../n8n/support/editorSession';
import { createDatabase, installWorkTable, type TestDatabase } from './databases';
import { removeRedisKeys } from './drivers';
import { openLink, type Link } from './link';
import { queueSettings, workTableCredential } from './queueSettings';
import { waitUntil } from './waitUntil';

const root = path.join(__dirname, '../../..');
/** Of the form in examples/at-scale/load-portfolio.json. */
const FORM = 'a75ca1e1-0000-4000-8000-0000000000ff';
const { redis } = getQueueServers();

export interface QueueMode {
	simulator: Simulator;
	/** The database of the work table. */
	work: TestDatabase;
	/** n8n's own database. */
	own: TestDatabase;
	/** n8n's way to Redis. */
	redis: Link;
	/** Makes the triggers of a workflow work. */
	publish(workflowId: string): Promise<void>;
	/** Sends a CSV file through the form of the workflow that loads portfolios. */
	uploadPortfolio(csv: string): Promise<void>;
	/** Executes a workflow once, as the editor does. */
	runNow(workflowId: string, trigger: string): Promise<void>;
	/** Executes a workflow once, as the command line does; returns what it prints. */
	runCommand(workflowId: string): Promise<string>;
	/** @param hasPackage whether the nodes are installed where this worker looks for them */
	startWorker(hasPackage?: boolean): Promise<N8nServer & { logFile: string }>;
	close(): Promise<void>;
}

/** @param cardSealingKey private key, as PEM, for the credential */
export async function startQueueMode(cardSealingKey: string): Promise<QueueMode> {
	const cleanups: (() => unknown)[] = [];
	const close = async () => {
		for (const cleanup of cleanups.reverse()) await cleanup();
	};
	try {
		return await start(cardSealingKey, cleanups, close);
	} catch (error) {
		await close();
		throw error;
	}
}

async function start(
	cardSealingKey: string,
	cleanups: (() => unknown)[],
	close: QueueMode['close'],
): Promise<QueueMode> {
	const demo = path.join(root, 'demo');
	const installation = await installN8n(
		path.join(demo, 'n8n'),
		path.join(demo, '.state', 'install.log'),
	);
	const simulator = await startSimulator();
	cleanups.push(() => simulator.close());
	const folder = mkdtempSync(path.join(tmpdir(), 'queue-mode-'));
	cleanups.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	const work = await createDatabase('work_table');
	cleanups.push(() => work.drop());
	const own = await createDatabase('n8n_queue');
	cleanups.push(() => own.drop());
	await installWorkTable(work);

	// Colons are no special characters of Redis patterns.
	const prefix = `test:${own.name}`;
	cleanups.push(() => removeRedisKeys(redis, prefix));
	const link = await openLink(redis);
	cleanups.push(() => link.close());
	const prepare = async (name: string) => {
		const userFolder = path.join(folder, name);
		mkdirSync(userFolder);
		const ports = { editor: await freePort(), taskBroker: await freePort() };
		const healthPort = await freePort();
		const settings = queueSettings(own.name, prefix, healthPort, link.address);
		return { n8n: new N8n(installation, userFolder, ports, settings), ports, healthPort };
	};

	const commands = await prepare('commands');
	await importCredentials(commands.n8n, [
		...simulatorCredentials(simulator).map((credential) => ({
			...credential,
			data: { ...credential.data, cardSealingKey },
		})),
		workTableCredential(work.name),
	]);
	await importWorkflows(commands.n8n, path.join(root, 'examples', 'at-scale'));
	const main = await prepare('main');
	await installCommunityPackage(root, main.n8n.userFolder);
	const server = await startServer(main.n8n, main.ports.editor, path.join(folder, 'main.log'));
	cleanups.push(() => server.stop());
	const send = await openEditorSession(server.url);

	let workers = 0;
	return {
		simulator,
		work,
		own,
		redis: link,
		async publish(workflowId) {
			const workflow = await send(`/rest/workflows/${workflowId}`);
			const { data } = (await workflow.json()) as { data: { versionId: string } };
			await requireSuccess(
				send(`/rest/workflows/${workflowId}/activate`, { versionId: data.versionId }),
			);
		},
		async uploadPortfolio(csv) {
			// n8n publishes in the background: the form is there a little later.
			await waitUntil('the form takes the portfolio', async () => {
				const form = new FormData();
				form.set('field-0', new Blob([csv], { type: 'text/csv' }), 'portfolio.csv');
				return (await fetch(`${server.url}/form/${FORM}`, { method: 'POST', body: form })).ok;
			});
		},
		async runNow(workflowId, trigger) {
			await requireSuccess(
				send(`/rest/workflows/${workflowId}/run`, { triggerToStartFrom: { name: trigger } }),
			);
		},
		runCommand: (workflowId) =>
			commands.n8n.runCommand('execute', `--id=${workflowId}`, '--rawOutput'),
		async startWorker(hasPackage = true) {
			const name = `worker-${++workers}`;
			const { n8n, healthPort } = await prepare(name);
			const packages = path.join('.n8n', 'nodes');
			if (hasPackage)
				cpSync(path.join(main.n8n.userFolder, packages), path.join(n8n.userFolder, packages), {
					recursive: true,
				});
			const logFile = path.join(folder, `${name}.log`);
			const worker = await startServer(n8n, healthPort, logFile, 'worker');
			cleanups.push(() => worker.stop());
			return { ...worker, logFile };
		},
		close,
	};
}

async function requireSuccess(sent: Promise<Response>): Promise<void> {
	const response = await sent;
	if (!response.ok)
		throw new Error(`n8n responded with ${response.status}: ${await response.text()}`);
}
