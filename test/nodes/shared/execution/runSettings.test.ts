import type { IExecuteFunctions } from 'n8n-workflow';
import { parseRunSettings } from '../../../../nodes/shared/execution/runSettings';
import { runOptions } from '../../../../nodes/shared/descriptions/options';

/** What n8n gives for options, of which it stores only those that were added. */
const parse = (added: Record<string, unknown>) =>
	parseRunSettings({
		getNode: () => ({ name: 'Node' }),
		getNodeParameter: (name: string, _item: number, fallback: unknown) =>
			added[name.replace('options.', '')] ?? fallback,
	} as unknown as IExecuteFunctions);

test('an option that was not added is as its form starts', () => {
	const { timeoutMs: timeout, totalTimeoutMs: totalTimeout, ...others } = parse({});
	const { parallelRuns, ...starts } = Object.fromEntries(
		runOptions.map(({ name, default: value }) => [name, value]),
	);
	expect({ ...others, timeout, totalTimeout }).toEqual(starts);
	expect(parse({ requestsPerSecond: 12 })).toEqual(parse({ requestsPerSecond: 12, parallelRuns }));
});

test('runs at the same time share one rate', () => {
	expect(parse({ requestsPerSecond: 12, parallelRuns: 4.5 }).requestsPerSecond).toBe(3);
	for (const parallelRuns of [0.9, 1000.1])
		expect(() => parse({ parallelRuns })).toThrow(/'Parallel Runs' must be .* from 1 to 1000/);
});

const LIMITS = [
	['concurrency', 'Concurrency', 1, 50],
	['requestsPerSecond', 'Requests per Second', 0, 1000],
	['maxAttempts', 'Max Attempts', 1, 10],
	['timeout', 'Timeout', 1, 600_000],
	['totalTimeout', 'Total Timeout', 1, 3_600_000],
] as const;

describe.each(LIMITS)('%s', (name, label, lowest, highest) => {
	const key = name.replace(/imeout$/, 'imeoutMs') as keyof ReturnType<typeof parse>;

	test('may be at its limits, as a number or as text', () => {
		for (const value of [lowest, highest]) {
			expect(parse({ [name]: value })[key]).toBe(value);
			expect(parse({ [name]: ` ${value} ` })[key]).toBe(value);
		}
	});

	test.each([lowest - 0.1, highest + 0.1, 'four', true])('may not be %j', (value) => {
		expect(() => parse({ [name]: value })).toThrow(
			`The option '${label}' must be a number from ${lowest} to ${highest}`,
		);
	});
});

test('what counts things is rounded down', () => {
	const { concurrency, maxAttempts, requestsPerSecond } = parse({
		concurrency: 2.9,
		maxAttempts: 3.9,
		requestsPerSecond: 0.5,
	});
	expect([concurrency, maxAttempts, requestsPerSecond]).toEqual([2, 3, 0.5]);
});

test('only true is yes', () => {
	const options = { includeRunSummary: 'true', dryRun: 1 };
	expect(parse(options)).toMatchObject({ includeRunSummary: false, dryRun: false });
	expect(parse({ includeRunSummary: true, dryRun: true })).toMatchObject({
		includeRunSummary: true,
		dryRun: true,
	});
});
