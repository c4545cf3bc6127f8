import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** The settings of a run that every node has; read once, from the first item. */
export interface RunSettings {
	/** Requests in flight. */
	concurrency: number;
	/** Steady rate of this run, its part of what it shares with parallel runs; 0 is no cap. */
	requestsPerSecond: number;
	/** Per request, the first try included. */
	maxAttempts: number;
	/** Milliseconds for one attempt. */
	timeoutMs: number;
	/** Milliseconds for one request with all its attempts and waits. */
	totalTimeoutMs: number;
	includeRunSummary: boolean;
	dryRun: boolean;
}

/** Reads and checks the collection `options`. @throws NodeOperationError that names the option. */
export function parseRunSettings(context: IExecuteFunctions): RunSettings {
	const number = (
		name: string,
		label: string,
		fallback: number,
		lowest: number,
		highest: number,
	) => {
		const value = parseNumber(context.getNodeParameter(`options.${name}`, 0, fallback));
		if (value >= lowest && value <= highest) return value;
		throw new NodeOperationError(
			context.getNode(),
			`The option '${label}' must be a number from ${lowest} to ${highest}`,
			{
				description:
					'Correct this option in the node, then run the workflow again. Nothing was sent.',
			},
		);
	};
	const rate = number('requestsPerSecond', 'Requests per Second', 0, 0, 1000);
	const parallelRuns = Math.floor(number('parallelRuns', 'Parallel Runs', 1, 1, 1000));
	return {
		concurrency: Math.floor(number('concurrency', 'Concurrency', 4, 1, 50)),
		requestsPerSecond: rate / parallelRuns,
		maxAttempts: Math.floor(number('maxAttempts', 'Max Attempts', 4, 1, 10)),
		timeoutMs: number('timeout', 'Timeout', 30_000, 1, 600_000),
		totalTimeoutMs: number('totalTimeout', 'Total Timeout', 300_000, 1, 3_600_000),
		includeRunSummary: context.getNodeParameter('options.includeRunSummary', 0, false) === true,
		dryRun: context.getNodeParameter('options.dryRun', 0, false) === true,
	};
}

/**
 * Reads a setting that is the same for all items of a run, as the first item gives it. The type is
 * what the form offers; an expression can make anything of it, so callers compare and never trust it.
 *
 * @returns Reads by name; `fallback` is for options, which n8n stores only once they are added.
 */
export function createRunParameterReader(context: IExecuteFunctions) {
	return <Value>(name: string, fallback?: Value) =>
		context.getNodeParameter(name, 0, fallback) as Value;
}

/** A number, or text that an expression made of one; NaN for all else, also for what Number() reads as 0. */
export function parseNumber(value: unknown): number {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}
