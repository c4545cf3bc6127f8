/** Runs another program to its end. */
import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { endWithThisProcess } from './endWithThisProcess';

export interface ProgramResult {
	/** Exit code; -1 when the program could not be started or was ended by a signal. */
	code: number;
	stdout: string;
	stderr: string;
}

/**
 * Runs a program and collects what it prints. Never throws: a program that is missing gives code -1
 * and the system's message in `stderr`. The program ends when this process does.
 * @param onLine Sees every line as it is printed.
 */
export function runProgram(
	command: string,
	args: string[],
	options: SpawnOptions = {},
	onLine: (line: string) => void = () => undefined,
): Promise<ProgramResult> {
	return new Promise((resolve) => {
		const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		const printed = { stdout: '', stderr: '' };
		for (const name of ['stdout', 'stderr'] as const) {
			child[name]?.setEncoding('utf8').on('data', (text: string) => {
				printed[name] += text;
				text.split('\n').forEach(onLine);
			});
		}
		endWithThisProcess(child);
		child.on('error', (error) => resolve({ code: -1, stdout: '', stderr: error.message }));
		child.on('close', (code) => resolve({ code: code ?? -1, ...printed }));
	});
}
