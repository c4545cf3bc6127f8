import type { INodeProperties } from 'n8n-workflow';

/** The options that every node offers in its collection 'Options'. */
export const runOptions: INodeProperties[] = [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 50 },
		default: 4,
		description: 'How many requests may be under way at the same time',
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
			'Whether to add one last item with counts, calls, retries and duration for the audit file. It holds no card numbers.',
	},
	{
		displayName: 'Max Attempts',
		name: 'maxAttempts',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10 },
		default: 4,
		description:
			'How often to try one request, the first time included. Only rate limits, service trouble and lost connections are tried again.',
	},
	{
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Steady limit on how many requests start in a second. 0 means no limit.',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30000,
		description: 'Milliseconds to wait for the answer to one attempt',
	},
	{
		displayName: 'Total Timeout',
		name: 'totalTimeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 300000,
		description: 'Milliseconds that one request may take with all its attempts and waits',
	},
];

/** The collection, in the alphabetical order that n8n asks for. */
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
