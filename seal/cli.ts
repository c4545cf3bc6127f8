// `npm run seal`: seals a column of a CSV file, with a progress bar, and says what became of it.
import { SingleBar } from 'cli-progress';
import { describeError, describeProblem, describeResult } from './messages';
import { parseArguments } from './parseArguments';
import { sealFile } from './sealFile';

async function main(): Promise<void> {
	const args = parseArguments(process.argv.slice(2));
	if ('message' in args) {
		(args.isError ? console.error : console.log)(args.message);
		process.exitCode = args.isError ? 2 : 0;
		return;
	}
	const stop = new AbortController();
	process.once('SIGINT', () => stop.abort());
	const bar = new SingleBar({ format: 'Sealing [{bar}] {percentage}% | {eta_formatted} left' });
	bar.start(100, 0);
	try {
		const showProgress = (read: number, total: number) => bar.update((100 * read) / total);
		const result = await sealFile(args, showProgress, stop.signal);
		bar.stop();
		console.log(describeResult(result, args));
		const problem = describeProblem(result, args);
		if (problem === undefined) return;
		console.error(problem);
	} catch (error) {
		bar.stop();
		console.error(describeError(error));
	}
	process.exitCode = 1;
}

void main();
