/**
 * Fuzzes every parser for as long as wanted, with the tests in test/fuzz.
 *
 * Usage: node scripts/fuzz.mjs [--minutes <all parsers together> | --runs <inputs for each parser>] [--seed <number>]
 * Without a limit it takes five minutes. With the seed of an earlier run, and --runs, it tries the same inputs.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const DEFAULT_MINUTES = '5';

function exitWithError(message) {
	console.error(`\n${message}\n`);
	process.exit(1);
}

function parseOptions() {
	const text = { type: 'string' };
	try {
		return parseArgs({ options: { minutes: text, runs: text, seed: text } }).values;
	} catch (error) {
		return exitWithError(`${error.message}. The options are --minutes, --runs and --seed.`);
	}
}

const { minutes, runs, seed } = parseOptions();
for (const [name, value] of Object.entries({ minutes, runs, seed })) {
	if (value !== undefined && !(Number(value) >= (name === 'seed' ? -Infinity : Number.MIN_VALUE)))
		exitWithError(`--${name} must be a number${name === 'seed' ? '' : ' above 0'}.`);
}
if (minutes !== undefined && runs !== undefined)
	exitWithError('Give either --minutes or --runs, not both.');

const limit =
	runs === undefined ? { FUZZ_MINUTES: minutes ?? DEFAULT_MINUTES } : { FUZZ_RUNS: runs };
const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', 'test/fuzz'], {
	stdio: 'inherit',
	env: { ...process.env, ...limit, ...(seed !== undefined && { FUZZ_SEED: seed }) },
});
process.exit(status ?? 1);
