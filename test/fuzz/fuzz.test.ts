/**
 * Fuzzes every parser: a fixed number of inputs each in `npm test`, and as many as wanted with `npm run fuzz`. None throws
 * anything but the package's own errors, hangs, or returns a card or secret that the run knows.
 */
import fc from 'fast-check';
import { credentialTargets } from './credentials';
import { fieldTargets } from './fields';
import { responseTargets } from './responses';
import type { FuzzTarget } from './target';
import { textTargets } from './texts';

const { FUZZ_MINUTES, FUZZ_RUNS, FUZZ_SEED } = process.env;
const targets: FuzzTarget[] = [
	...responseTargets,
	...fieldTargets,
	...credentialTargets,
	...textTargets,
];
const seed = FUZZ_SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(FUZZ_SEED);
const milliseconds =
	FUZZ_MINUTES === undefined ? undefined : (Number(FUZZ_MINUTES) * 60_000) / targets.length;

let tried = 0;

test.each(targets.map((target) => [target.name, target] as const))(
	'%s',
	async (_, { property, runs }) => {
		const details = await fc.check(property, {
			seed,
			numRuns: FUZZ_RUNS === undefined ? runs : Number(FUZZ_RUNS),
			...(milliseconds !== undefined && {
				numRuns: Number.MAX_SAFE_INTEGER,
				interruptAfterTimeLimit: milliseconds,
				markInterruptAsFailure: false,
			}),
		});
		tried += details.numRuns;
		if (details.failed) throw new Error(fc.defaultReportMessage(details) ?? 'It failed.');
	},
	// An input that takes too long has a limit of its own.
	2 ** 31 - 1,
);

afterAll(() => {
	process.stdout.write(
		`\nFuzzing tried ${tried.toLocaleString('en')} inputs on ${targets.length} parsers. Again with the same: npm run fuzz -- --seed ${seed}\n`,
	);
});
