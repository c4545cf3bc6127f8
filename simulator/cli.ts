// `npm run simulator`: starts the local Mastercard and says how to reach it.
import { readArguments, startProblem } from './cliArguments';
import { instructions } from './instructions';
import { startSimulator } from './server';

async function main(): Promise<void> {
	const args = readArguments(process.argv.slice(2));
	if ('show' in args) {
		(args.isProblem ? console.error : console.log)(args.show);
		process.exitCode = args.isProblem ? 2 : 0;
		return;
	}
	try {
		const simulator = await startSimulator({
			...args,
			onCall: ({ method, path, status }) =>
				console.log(`${method} ${path} ${status || 'connection cut'}`),
		});
		console.log(instructions(simulator, args.identityFolder));
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			process.once(signal, () => {
				void simulator.close().then(() => console.log('\nStopped.'));
			});
		}
	} catch (error) {
		console.error(startProblem(error, args.port));
		process.exitCode = 1;
	}
}

void main();
