/** What `npm run demo` and `npm run dev` start from: an installed n8n, its user folder and the simulator. */
import path from 'node:path';
import type { Simulator } from '../simulator/server';
import { startSimulator } from '../simulator/server';
import type { CliOptions } from './cliOptions';
import { installN8n } from './installN8n';
import { N8n } from './N8n';
import { EDITOR_LOGIN } from './n8nEnvironment';
import { startServer } from './n8nServer';
import { freePort, requirePort } from './ports';
import type { Cleanup } from './prepareUserFolder';
import { prepareUserFolder } from './prepareUserFolder';
import { withProgress } from './progress';

export interface Environment {
	n8n: N8n;
	simulator: Simulator;
	/** Port of the n8n editor. */
	port: number;
	/** Where n8n's log is written. */
	logFile: string;
}

async function choosePorts({ once, port, simulatorPort }: CliOptions) {
	return {
		editor: once ? await freePort() : await requirePort(port, 'the n8n editor', '--port'),
		taskBroker: await freePort(),
		simulator: once
			? await freePort()
			: await requirePort(simulatorPort, 'the Mastercard simulator', '--simulator-port'),
	};
}

/**
 * Installs n8n if needed, prepares its user folder and starts the simulator.
 * @param root The checkout.
 * @param name Names the user folder, if it is kept, and the log file.
 * @param settings n8n's environment variables in addition to the usual ones.
 * @param cleanups Gets what the caller must run at the end, whatever happened.
 */
export async function prepareEnvironment(
	root: string,
	name: string,
	options: CliOptions,
	cleanups: Cleanup[],
	settings: NodeJS.ProcessEnv = {},
): Promise<Environment> {
	const stateFolder = path.join(root, 'demo', '.state');
	const ports = await choosePorts(options);
	const installation = await installN8n(
		path.join(root, 'demo', 'n8n'),
		path.join(stateFolder, 'install.log'),
	);
	const userFolder = await prepareUserFolder(stateFolder, name, options, cleanups);
	const simulator = await startSimulator({
		port: ports.simulator,
		// Kept with n8n's data: its scores are stored under references made with one of these keys.
		identityFolder: path.join(userFolder, 'simulator'),
	});
	cleanups.push(() => simulator.close());
	console.log(`The Mastercard simulator is listening at ${simulator.url}`);
	console.log(`n8n ${installation.version} keeps its data in ${path.relative(root, userFolder)}`);
	return {
		n8n: new N8n(installation, userFolder, ports, settings),
		simulator,
		port: ports.editor,
		logFile: path.join(stateFolder, `${name}.log`),
	};
}

/**
 * Starts the editor and prints where it is and how to log in.
 * @param page What to open in the editor, e.g. `/workflow/abc`.
 * @returns What settles when n8n exits.
 */
export async function openEditor(
	{ n8n, port, logFile }: Environment,
	page: string,
	cleanups: Cleanup[],
): Promise<{ exited: Promise<unknown> }> {
	const { url, exited, stop } = await withProgress('Starting the n8n editor', () =>
		startServer(n8n, port, logFile),
	);
	cleanups.push(() => stop());
	console.log(`
Open the n8n editor:  ${url}${page}
  Email               ${EDITOR_LOGIN.email}
  Password            ${EDITOR_LOGIN.password}

n8n and the Mastercard simulator accept connections from this machine only. Press Ctrl-C to stop both.`);
	return { exited };
}
