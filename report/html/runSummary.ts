/** The run summary of the node that made the items, as a table. */
import { displayText } from '../displayText';
import { isRecord, type Fields } from '../fields';
import { formatCount, formatScore } from '../format';
import type { DataTable } from './reportDocument';

const NAMES: Readonly<Record<string, string>> = {
	rows: 'Rows',
	succeeded: 'Succeeded',
	noData: 'Without data',
	rejected: 'Rejected before a call',
	failed: 'Failed',
	duplicates: 'Duplicates',
	calls: 'Calls',
	retries: 'Retries',
	durationMs: 'Duration in seconds',
};

/** @returns null without a summary. */
export function describeRunSummary(runSummary: Fields | null): DataTable | null {
	if (runSummary === null) return null;
	return {
		caption: 'The run that requested the scores or reports',
		columns: ['Count', 'Value'],
		rows: Object.entries(NAMES).flatMap(([name, label]) => {
			const value = runSummary[name];
			if (name === 'noData' && isRecord(value))
				return Object.entries(value)
					.slice(0, 10)
					.map(([reason, count]) => [`${label}: ${displayText(reason)}`, formatAny(count)]);
			if (value === undefined) return [];
			return [[label, name === 'durationMs' ? formatSeconds(value) : formatAny(value)]];
		}),
	};
}

function formatAny(value: unknown): string {
	return typeof value === 'number' ? formatCount(value) : displayText(value);
}

function formatSeconds(value: unknown): string {
	return typeof value === 'number' ? formatScore(value / 1000) : displayText(value);
}
