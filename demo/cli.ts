/** What `npm run demo` and `npm run dev` do on the command line: options, signals, errors, exit code. */
import { DemoError } from './DemoError';
import type { CliCommand, CliOptions } from './cliOptions';
import { parseCliOptions, usage } from './cliOptions';
import type { Cleanup } from './prepareUserFolder';

/** Resolves with the first signal that asks the process to stop. */
function terminationSignal(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		// Listeners stay: without one, execa would end this process before it has cleaned up.
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
	});
}

async function exitCode(
	command: CliCommand,
	run: (options: CliOptions, root: string, cleanups: Cleanup[]) => Promise<void>,
): Promise<number> {
	const cleanups: Cleanup[] = [];
	try {
		const options = parseCliOptions(command, process.argv.slice(2));
		if (options.help) {
			console.log(usage(command));
			return 0;
		}
		const signal = await Promise.race([run(options, process.cwd(), cleanups), terminationSignal()]);
		if (signal) console.log('\nStopping n8n and the Mastercard simulator ...');
		return 0;
	} catch (error) {
		console.error(error instanceof DemoError ? `\n${error.message}\n` : error);
		return 1;
	} finally {
		for (const cleanup of cleanups.reverse()) await cleanup();
	}
}

/**
 * Runs a command to its end or until it is interrupted, cleans up, and exits the process.
 * @param run Does the work in the checkout `root`, and adds to `cleanups` what is to be undone.
 */
export async function runCli(
	command: CliCommand,
	run: (options: CliOptions, root: string, cleanups: Cleanup[]) => Promise<void>,
): Promise<void> {
	process.exit(await exitCode(command, run));
}
