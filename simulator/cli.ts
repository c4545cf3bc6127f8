// `npm run simulator`: starts the Mastercard simulator and prints how to connect to it.
import { formatBanner } from './banner';
import { describeStartError, parseArguments } from './parseArguments';
import { startSimulator } from './server';

async function main(): Promise<void> {
	const args = parseArguments(process.argv.slice(2));
	if ('message' in args) {
		(args.isError ? console.error : console.log)(args.message);
		process.exitCode = args.isError ? 2 : 0;
		return;
	}
	try {
		const simulator = await startSimulator({
			...args,
			onCall: ({ method, path, status }) =>
				console.log(`${method} ${path} ${status || 'connection closed'}`),
		});
		console.log(formatBanner(simulator, args.identityFolder));
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			process.once(signal, () => {
				void simulator.close().then(() => console.log('\nStopped.'));
			});
		}
	} catch (error) {
		console.error(describeStartError(error, args.port));
		process.exitCode = 1;
	}
}

void main();
