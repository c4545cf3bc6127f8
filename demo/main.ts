/**
 * `npm run demo`: a local Mastercard and a real n8n with this package in it, one portfolio review,
 * and the editor to look around in.
 */
import { DemoProblem } from './DemoProblem';
import { runDemo } from './demoRun';
import { demoArguments, USAGE } from './demoArguments';
import type { Closing } from './openUserFolder';

/** Settles with the name of the first signal that asks the demo to stop. */
function stopSignal(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
	});
}

/** Gives the exit code. */
async function main(argv: string[]): Promise<number> {
	const closing: Closing[] = [];
	try {
		const args = demoArguments(argv);
		if (args.help) {
			console.log(USAGE);
			return 0;
		}
		const signal = await Promise.race([runDemo(args, process.cwd(), closing), stopSignal()]);
		if (signal) console.log('\nStopping n8n and the local Mastercard ...');
		return 0;
	} catch (error) {
		console.error(error instanceof DemoProblem ? `\n${error.message}\n` : error);
		return 1;
	} finally {
		for (const close of closing.reverse()) await close();
	}
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
