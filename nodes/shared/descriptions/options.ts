import type { INodeProperties } from 'n8n-workflow';

/** The options that every node has in its 'Options' collection. */
export const runOptions: INodeProperties[] = [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 50 },
		default: 4,
		description: 'Maximum number of requests in progress at the same time',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description:
			'Whether to check every row and report the calls that would be made, without sending anything',
	},
	{
		displayName: 'Include Run Summary',
		name: 'includeRunSummary',
		type: 'boolean',
		default: false,
		description:
			'Whether to append an item with counts, calls, retries and duration for your audit trail. It contains no card numbers.',
	},
	{
		displayName: 'Max Attempts',
		name: 'maxAttempts',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10 },
		default: 4,
		description:
			'Maximum number of attempts per request, including the first. Only rate limits, service faults and lost connections are retried.',
	},
	{
		displayName: 'Parallel Runs',
		name: 'parallelRuns',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 1,
		description:
			'How many runs share Requests per Second at the same time, on all workers. Each run takes its part of the rate.',
	},
	{
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Maximum number of requests started per second, evenly spaced. 0 means no limit.',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30000,
		description: 'Milliseconds to wait for the response to one attempt',
		hint: 'In milliseconds',
	},
	{
		displayName: 'Total Timeout',
		name: 'totalTimeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 300000,
		description: 'Milliseconds that one request may take, including all its attempts and waits',
		hint: 'In milliseconds',
	},
];

/** The collection, in the alphabetical order that n8n requires. */
export function optionsCollection(own: INodeProperties[] = []): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...runOptions, ...own].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}
