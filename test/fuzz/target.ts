// What is fuzzed: a parser, the inputs it is tried on, and what must hold for each of them.
import { createContext, Script } from 'node:vm';
import fc from 'fast-check';

export interface FuzzTarget {
	/** What is parsed. */
	name: string;
	/** How many inputs are tried in `npm test`. */
	runs: number;
	property: fc.IRawProperty<unknown>;
}

/** Milliseconds, for one input of at most 64 KB: whoever takes longer does not end. */
const HANGING_MS = 30_000;

/**
 * @param check throws when a promise is broken; may be asynchronous
 * @param runs fewer for slow checks
 */
export function fuzzTarget<Input>(
	name: string,
	input: fc.Arbitrary<Input>,
	check: (input: Input) => unknown,
	runs = 300,
): FuzzTarget {
	const property = fc.asyncProperty(input, async (value) => {
		await interruptible(() => check(value));
	});
	return { name, runs, property };
}

const script = new Script('run()');
const holder: { run?: () => unknown } = {};
const context = createContext(holder);

/** Ends a loop without end, which nothing else could, with an error that fast-check reports with its input. */
function interruptible(run: () => unknown): unknown {
	holder.run = run;
	return script.runInContext(context, { timeout: HANGING_MS });
}
