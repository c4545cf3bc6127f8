/** A real n8n with the built package, the credentials of the Mastercard simulator and workflows, in a temporary folder. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
	importCredentials,
	importWorkflows,
	type ImportedCredential,
} from '../../../demo/importExamples';
import { installCommunityPackage } from '../../../demo/installCommunityPackage';
import { installN8n } from '../../../demo/installN8n';
import { N8n } from '../../../demo/N8n';
import { startServer, type N8nServer } from '../../../demo/n8nServer';
import { freePort } from '../../../demo/ports';
import { simulatorCredentials } from '../../../demo/simulatorCredentials';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { Execution } from './Execution';

const root = path.join(__dirname, '../../..');

export interface RealN8n {
	simulator: Simulator;
	/** Everything that n8n writes, except to the folder for temporary files. */
	userFolder: string;
	/** Executes every imported workflow once; returns the executions by workflow ID. */
	runAll(): Promise<Map<string, Execution>>;
	/** Starts the server with the editor; `close` stops it. */
	startServer(): Promise<N8nServer>;
	close(): Promise<void>;
}

interface Setup {
	/** How the package gets into n8n; as a community package if omitted. */
	install?: (userFolder: string) => Promise<unknown>;
	/** Environment variables that n8n gets in addition. */
	settings?: NodeJS.ProcessEnv;
	/** The folder of the simulator's keys; new ones if omitted. */
	identityFolder?: string;
	/** The simulator's own if omitted. */
	credentials?: (simulator: Simulator) => ImportedCredential[];
}

/**
 * Sets everything up; installs n8n if needed, which takes minutes.
 * @param folders Folders of workflows to import, or a function that creates them once the simulator is running.
 */
export async function realN8n(
	folders: string[] | ((simulator: Simulator) => string[] | Promise<string[]>),
	{
		install = (userFolder) => installCommunityPackage(root, userFolder),
		settings,
		identityFolder,
		credentials = simulatorCredentials,
	}: Setup = {},
): Promise<RealN8n> {
	const demo = path.join(root, 'demo');
	const log = path.join(demo, '.state', 'install.log');
	const installation = await installN8n(path.join(demo, 'n8n'), log);
	const simulator = await startSimulator({ identityFolder });
	const userFolder = mkdtempSync(path.join(tmpdir(), 'real-n8n-'));
	const ports = { editor: await freePort(), taskBroker: await freePort() };
	const n8n = new N8n(installation, userFolder, ports, settings);
	const cleanups = [
		() => simulator.close(),
		async () => rmSync(userFolder, { recursive: true, force: true }),
	];

	const close = async () => {
		for (const cleanup of cleanups) await cleanup();
	};

	try {
		await install(userFolder);
		await importCredentials(n8n, credentials(simulator));
		const workflows = typeof folders === 'function' ? await folders(simulator) : folders;
		for (const folder of workflows) await importWorkflows(n8n, folder);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		simulator,
		userFolder,
		runAll: () => runAll(n8n, path.join(userFolder, 'runs')),
		startServer: async () => {
			const server = await startServer(n8n, ports.editor, path.join(userFolder, 'n8n.log'));
			cleanups.unshift(() => server.stop());
			return server;
		},
		close,
	};
}

interface BatchResult {
	executions: Array<{ workflowId: string; error?: string }>;
}

/** Uses n8n's batch command: n8n starts only once and saves each execution in a file. */
async function runAll(n8n: N8n, folder: string): Promise<Map<string, Execution>> {
	mkdirSync(folder, { recursive: true });
	const summary = path.join(folder, 'summary.json');
	try {
		const options = [`--snapshot=${folder}`, `--output=${summary}`, '--retries=0'];
		await n8n.runCommand('execute-batch', ...options);
	} catch (error) {
		// n8n exits with code 1 if any workflow fails; the summary lists which.
		if (!existsSync(summary)) throw error;
	}
	const { executions } = JSON.parse(readFileSync(summary, 'utf8')) as BatchResult;
	return new Map(
		executions.map(({ workflowId, error }) => {
			if (error !== undefined) return [workflowId, Execution.failed(error)];
			const file = path.join(folder, `${workflowId}-snapshot.json`);
			return [workflowId, Execution.parse(readFileSync(file, 'utf8'))];
		}),
	);
}
