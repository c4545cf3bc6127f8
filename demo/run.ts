/** Runs a program and reports its failure in its own words. */
import type { Options } from 'execa';
import execa from 'execa';
import { DemoError } from './DemoError';

const ERROR_LINES = 8;

/**
 * Runs a program and waits for it to finish.
 * @returns Its standard output.
 * @throws DemoError with the last lines of its output when it cannot be started or fails.
 */
export async function run(file: string, args: string[], options: Options = {}): Promise<string> {
	const result = await execa(file, args, { ...options, all: true, reject: false });
	if (!result.failed) return result.stdout;
	const output = result.all?.trim() || String(result);
	const lastLines = output.split('\n').slice(-ERROR_LINES).join('\n  ');
	throw new DemoError(`"${result.command}" failed:\n  ${lastLines}`);
}
