/** One n8n: its executables, its user folder and its environment variables. */
import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import type { ExecaChildProcess } from 'execa';
import execa from 'execa';
import type { N8nInstallation } from './installN8n';
import type { N8nPorts } from './n8nEnvironment';
import { n8nEnvironment } from './n8nEnvironment';
import { run } from './run';

export class N8n {
	private readonly environment: NodeJS.ProcessEnv;

	/**
	 * @param installation The executables.
	 * @param userFolder Where this n8n keeps its `.n8n` folder. Also its working directory, so that n8n
	 * does not pick up a stray `.env` file.
	 * @param settings Environment variables in addition to those every n8n here gets.
	 */
	constructor(
		private readonly installation: N8nInstallation,
		readonly userFolder: string,
		ports: N8nPorts,
		settings: NodeJS.ProcessEnv = {},
	) {
		const nodeFolder = path.dirname(installation.node);
		this.environment = { ...n8nEnvironment(userFolder, ports, nodeFolder), ...settings };
	}

	/**
	 * Runs an n8n CLI command and waits for it to finish.
	 * @returns Its standard output.
	 * @throws DemoError with the last lines of its output when it fails.
	 */
	runCommand(...args: string[]): Promise<string> {
		return this.runScript(this.installation.n8n, ...args);
	}

	/** Runs a script with n8n's Node.js and environment; otherwise like `runCommand`. */
	runScript(file: string, ...args: string[]): Promise<string> {
		return run(this.installation.node, [file, ...args], this.processOptions());
	}

	/** Starts the server with the editor, or a worker of the queue mode. Its log is written to `logFile`. */
	start(logFile: string, command: 'start' | 'worker' = 'start'): ExecaChildProcess {
		const { node, n8n } = this.installation;
		mkdirSync(path.dirname(logFile), { recursive: true });
		const log = openSync(logFile, 'w');
		return execa(node, [n8n, command], {
			...this.processOptions(),
			stdio: ['ignore', log, log],
			reject: false,
		});
	}

	private processOptions() {
		return { cwd: this.userFolder, env: this.environment, extendEnv: false };
	}
}
