/** Reads and checks the node's parameters; they are the same for all items. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { parseBands } from '../../report/bands';
import type { BusinessSettings } from '../../report/businesses/reviewBusinesses';
import { parseHistory } from '../../report/cards/history';
import type { CardSettings } from '../../report/cards/reviewCards';
import { ReportInputError, toDay, toText } from '../../report/fields';
import { createRunParameterReader, parseNumber } from '../shared/execution/runSettings';

export type ReportParameters = { title: string } & (
	| { subject: 'cards'; settings: CardSettings }
	| { subject: 'businesses'; settings: BusinessSettings }
);

/** @throws ReportInputError that names the parameter. */
export function parseParameters(context: IExecuteFunctions): ReportParameters {
	const setting = createRunParameterReader(context);
	const isBusinesses = setting<unknown>('subject') === 'businesses';
	const name = (parameter: string, fallback?: string) =>
		(toText(setting<unknown>(parameter, fallback)) ?? '').trim();
	const common = {
		matchBy: requireName(name('matchBy')),
		label: name('label'),
		segment: name('options.segment', ''),
		reviewDate: parseReviewDate(setting<unknown>('reviewDate')),
		watchListSize: parseInteger(setting<unknown>('watchListSize'), 'Watch List Size', 1, 100),
	};
	const title = name('title') || 'Credit review';
	if (isBusinesses) return { subject: 'businesses', title, settings: common };
	return {
		subject: 'cards',
		title,
		settings: {
			...common,
			bottomDeciles: parseInteger(setting<unknown>('bottomDeciles'), 'Bottom Deciles', 1, 9),
			baseline: parseBands(setting<unknown>('options.baseline', '')),
			history: parseHistory(setting<unknown>('options.history', '')),
		},
	};
}

function requireName(matchBy: string): string {
	if (matchBy !== '') return matchBy;
	throw new ReportInputError(
		"'Match By' is empty",
		'Enter the field that says which rows are the same in both reviews.',
	);
}

/** Empty means today. */
function parseReviewDate(value: unknown): string {
	if (value === '' || value === null || value === undefined)
		return new Date().toISOString().slice(0, 10);
	const day = toDay(value);
	if (day !== null) return day;
	throw new ReportInputError("'Review Date' is not a date", 'Enter a day such as 2026-11-21.');
}

function parseInteger(value: unknown, label: string, lowest: number, highest: number): number {
	const number = parseNumber(value);
	if (Number.isInteger(number) && number >= lowest && number <= highest) return number;
	throw new ReportInputError(
		`'${label}' must be a whole number from ${lowest} to ${highest}`,
		'Correct the parameter and run the node again.',
	);
}
