/** One n8n: its programs, its user folder, its environment. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { DemoProblem } from './DemoProblem';
import { endWithThisProcess } from './endWithThisProcess';
import type { N8nInstallation } from './installN8n';
import type { N8nPorts } from './n8nEnvironment';
import { n8nEnvironment } from './n8nEnvironment';
import { runProgram } from './runProgram';

export class N8n {
	private readonly environment: NodeJS.ProcessEnv;

	/**
	 * @param installation The programs.
	 * @param userFolder Where this n8n keeps its `.n8n` folder. Also its working folder, so that n8n
	 * finds no `.env` file of somebody else.
	 */
	constructor(
		private readonly installation: N8nInstallation,
		readonly userFolder: string,
		ports: N8nPorts,
	) {
		this.environment = n8nEnvironment(userFolder, ports, path.dirname(installation.node));
	}

	/**
	 * Runs one n8n command to its end.
	 * @returns What it printed to standard output.
	 * @throws DemoProblem with n8n's own words when it does not succeed.
	 */
	command(...args: string[]): Promise<string> {
		return this.script(this.installation.n8n, ...args);
	}

	/** Runs a script on n8n's Node.js, as `command` runs n8n. */
	async script(file: string, ...args: string[]): Promise<string> {
		const result = await runProgram(this.installation.node, [file, ...args], this.spawnOptions());
		if (result.code === 0) return result.stdout;
		const words = (result.stdout + result.stderr).trim().split('\n').slice(-8).join('\n  ');
		const name = `${path.basename(file)} ${args[0]}`;
		throw new DemoProblem(`"${name}" did not succeed. It says:\n  ${words}`);
	}

	/** Starts the server with the editor. Its log goes to `logFile`. */
	start(logFile: string): ChildProcess {
		const { node, n8n } = this.installation;
		mkdirSync(path.dirname(logFile), { recursive: true });
		const log = openSync(logFile, 'w');
		const child = spawn(node, [n8n, 'start'], {
			...this.spawnOptions(),
			stdio: ['ignore', log, log],
		});
		endWithThisProcess(child);
		return child;
	}

	private spawnOptions() {
		return { cwd: this.userFolder, env: this.environment };
	}
}
