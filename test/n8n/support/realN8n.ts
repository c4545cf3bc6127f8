/** A real n8n with the built package, the local Mastercard's credentials and workflows, in a folder of its own. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEditor, type Editor } from '../../../demo/editor';
import { importCredentials, importWorkflows } from '../../../demo/importExamples';
import { installCommunityPackage } from '../../../demo/installCommunityPackage';
import { installN8n } from '../../../demo/installN8n';
import { N8n } from '../../../demo/N8n';
import { freePort } from '../../../demo/ports';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { RunRecord } from './RunRecord';

const root = path.join(__dirname, '../../..');

export interface RealN8n {
	mastercard: Simulator;
	/** Runs every imported workflow once; gives their records by workflow id. */
	runAll(): Promise<Map<string, RunRecord>>;
	/** Starts the server with the editor; `close` stops it. */
	startServer(): Promise<Editor>;
	close(): Promise<void>;
}

/**
 * Puts everything in place; installs n8n when it is missing, which takes minutes.
 * @param folders Folders of workflows to import, or what makes them once the local Mastercard has an address.
 */
export async function realN8n(
	folders: string[] | ((mastercard: Simulator) => string[]),
): Promise<RealN8n> {
	const demo = path.join(root, 'demo');
	const log = path.join(demo, '.state', 'install.log');
	const installation = await installN8n(path.join(demo, 'n8n'), log);
	const mastercard = await startSimulator();
	const userFolder = mkdtempSync(path.join(tmpdir(), 'real-n8n-'));
	const ports = { editor: await freePort(), taskBroker: await freePort() };
	const n8n = new N8n(installation, userFolder, ports);
	const closing = [
		() => mastercard.close(),
		async () => rmSync(userFolder, { recursive: true, force: true }),
	];

	const close = async () => {
		for (const end of closing) await end();
	};

	try {
		const given = typeof folders === 'function' ? folders(mastercard) : folders;
		await putInPlace(n8n, mastercard, given);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		mastercard,
		runAll: () => runAll(n8n, path.join(userFolder, 'runs')),
		startServer: async () => {
			const editor = await startEditor(n8n, ports.editor, path.join(userFolder, 'n8n.log'));
			closing.unshift(editor.stop);
			return editor;
		},
		close,
	};
}

/** The package, the credentials, the workflows. */
async function putInPlace(n8n: N8n, mastercard: Simulator, folders: string[]): Promise<void> {
	await installCommunityPackage(root, n8n.userFolder);
	await importCredentials(n8n, [
		{
			id: 'mastercardApiDemo',
			name: 'Mastercard API',
			type: 'mastercardApi',
			data: mastercard.credential,
		},
		{
			id: 'mastercardOpenFinanceApiDemo',
			name: 'Mastercard Open Finance API',
			type: 'mastercardOpenFinanceApi',
			data: mastercard.openFinanceCredential,
		},
	]);
	for (const folder of folders) await importWorkflows(n8n, folder);
}

interface BatchResult {
	executions: Array<{ workflowId: string; error?: string }>;
}

/** n8n's own batch run: one start of n8n for all workflows, one record of each in a file. */
async function runAll(n8n: N8n, folder: string): Promise<Map<string, RunRecord>> {
	mkdirSync(folder, { recursive: true });
	const summary = path.join(folder, 'summary.json');
	try {
		const options = [`--snapshot=${folder}`, `--output=${summary}`, '--retries=0'];
		await n8n.command('execute-batch', ...options);
	} catch (error) {
		// It ends with code 1 when a workflow fails; the summary says which.
		if (!existsSync(summary)) throw error;
	}
	const { executions } = JSON.parse(readFileSync(summary, 'utf8')) as BatchResult;
	return new Map(
		executions.map(({ workflowId, error }) => {
			if (error !== undefined) return [workflowId, RunRecord.stopped(error)];
			const file = path.join(folder, `${workflowId}-snapshot.json`);
			return [workflowId, RunRecord.parse(readFileSync(file, 'utf8'))];
		}),
	);
}
