/** The figures of all businesses together. */
import { displayText } from '../displayText';
import { countFailures } from '../failures';
import { getField, toText } from '../fields';
import { getQuantile, sortNumbers } from '../statistics';
import { SILENT_WEEKS, getBusinessFigures } from './businessFigures';
import type { BusinessReview } from './parseReview';
import type { BusinessMovement, BusinessSettings, ComparedBusiness } from './reviewBusinesses';

/** Shares and changes are fractions of 1; null where there is nothing to compute them from. */
export interface PortfolioFigures {
	subject: 'businesses';
	/** YYYY-MM-DD. */
	reviewDate: string;
	isFirstReview: boolean;
	previousReviewDate: string | null;
	businesses: number;
	previousBusinesses: number | null;
	/** With a figure in each of the last 26 weeks. */
	withTrend: number;
	medianTrend: number | null;
	previousMedianTrend: number | null;
	medianVolatility: number | null;
	/** Without a transaction for four weeks or more; null when the items do not tell. */
	silent: number | null;
	rejected: number;
	failed: number;
	movements: Record<BusinessMovement, number> | null;
	/** Median of Mastercard's indexes, by name. */
	indexes: Record<string, number>;
	segments: Array<{ segment: string; businesses: number; medianTrend: number | null }>;
}

const MAX_SEGMENTS = 30;

/** @param gone How many businesses only the last review had. */
export function getPortfolioFigures(
	compared: readonly ComparedBusiness[],
	gone: number,
	current: BusinessReview,
	previous: BusinessReview | null,
	{ reviewDate, segment }: BusinessSettings,
): PortfolioFigures {
	const silences = known(compared.map(({ figures }) => figures.weeksSilent));
	const trends = known(compared.map(({ figures }) => figures.salesTrend));
	return {
		subject: 'businesses',
		reviewDate,
		isFirstReview: previous === null,
		previousReviewDate: previous?.reviewDate ?? null,
		businesses: compared.length,
		previousBusinesses: previous?.businesses.length ?? null,
		withTrend: trends.length,
		medianTrend: getMedian(trends),
		previousMedianTrend:
			previous &&
			getMedian(
				known(
					previous.businesses.map(
						(business) => getBusinessFigures(business, reviewDate).salesTrend,
					),
				),
			),
		medianVolatility: getMedian(known(compared.map(({ figures }) => figures.volatility))),
		silent: silences.length === 0 ? null : silences.filter((weeks) => weeks >= SILENT_WEEKS).length,
		...countFailures(current),
		movements: previous && countMovements(compared, gone),
		indexes: getMedianIndexes(compared),
		segments: segment === '' ? [] : getSegments(compared, segment),
	};
}

function known(values: readonly (number | null)[]): number[] {
	return values.filter((value) => value !== null);
}

function getMedian(values: readonly number[]): number | null {
	return getQuantile(sortNumbers(values), 0.5);
}

function countMovements(compared: readonly ComparedBusiness[], gone: number) {
	const count = (movement: BusinessMovement) =>
		compared.filter((business) => business.movement === movement).length;
	return {
		up: count('up'),
		same: count('same'),
		down: count('down'),
		new: count('new'),
		nowScored: count('nowScored'),
		nowUnscored: count('nowUnscored'),
		gone,
	};
}

function getMedianIndexes(compared: readonly ComparedBusiness[]): Record<string, number> {
	const byName = new Map<string, number[]>();
	for (const { figures } of compared)
		for (const [name, value] of Object.entries(figures.indexes)) {
			const values = byName.get(name);
			if (values === undefined) byName.set(name, [value]);
			else values.push(value);
		}
	return Object.fromEntries(
		[...byName].map(([name, values]) => [name, getMedian(values) ?? 0] as const),
	);
}

function getSegments(compared: readonly ComparedBusiness[], field: string) {
	const parts = new Map<string, ComparedBusiness[]>();
	for (const one of compared) {
		const name = toText(getField(one.business.fields, field)) ?? '(none)';
		const part = parts.get(name);
		if (part === undefined) parts.set(name, [one]);
		else part.push(one);
	}
	return [...parts]
		.sort(([, a], [, b]) => b.length - a.length)
		.slice(0, MAX_SEGMENTS)
		.map(([name, part]) => ({
			segment: displayText(name),
			businesses: part.length,
			medianTrend: getMedian(known(part.map(({ figures }) => figures.salesTrend))),
		}));
}
