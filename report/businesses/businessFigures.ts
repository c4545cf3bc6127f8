/** The figures of one business. */
import { displayText } from '../displayText';
import { toText } from '../fields';
import { max, sum } from '../libraries/d3';
import { getVariation } from '../statistics';
import type { Business } from './parseReview';

/** One complete week of the last 26; amounts in the currency of the location, null where there is no figure. */
export interface Week {
	/** Last day, YYYY-MM-DD. */
	end: string;
	sales: number | null;
	/** Mean of 13 weeks up to this one, where all have a figure. */
	mean: number | null;
}

export interface BusinessFigures {
	reference: string;
	/** Safe to show. */
	industryName: string | null;
	/** Sum of the last 13 complete weeks. */
	sales: number | null;
	/** Sum of the last 13 complete weeks / sum of the 13 before - 1. */
	salesTrend: number | null;
	/** Mastercard's own `txn_amt_yoy` of the last complete week, only where it is a figure. */
	salesYearOverYear: number | null;
	/** Standard deviation / mean of the last 26 complete weeks. */
	volatility: number | null;
	/** Whole weeks since `lastSeenTxnDate`. */
	weeksSilent: number | null;
	/** Mastercard's benchmark indexes of the latest month that has any; 100 equals the peers. */
	indexes: Record<string, number>;
	weeks: Week[];
	/** How many of the last 26 weeks have no figure. */
	weeksWithoutFigure: number;
}

/** Whole weeks without a transaction after which a business is watched. */
export const SILENT_WEEKS = 4;

const QUARTER = 13;
const HALF_YEAR = 26;
const DAY_MS = 86_400_000;

/** @param reviewDate YYYY-MM-DD; a week that ends later is not complete. */
export function getBusinessFigures(business: Business, reviewDate: string): BusinessFigures {
	const today = Date.parse(reviewDate) / DAY_MS;
	const series = getWeeklySales(business, today);
	const recent = series.slice(-HALF_YEAR);
	const sales = sumWeeks(recent.slice(-QUARTER));
	return {
		reference: business.reference,
		industryName: displayText(toText(business.fields.industryName) ?? '') || null,
		sales: business.kept === null ? sales : business.kept.sales,
		salesTrend:
			business.kept === null
				? getTrend(sales, sumWeeks(recent.slice(0, -QUARTER)))
				: business.kept.salesTrend,
		salesYearOverYear: getYearOverYear(business, today),
		volatility: isComplete(recent, HALF_YEAR) ? getVariation(recent) : null,
		weeksSilent: getWeeksSilent(business, today),
		indexes: getIndexes(business, today),
		weeks: describeWeeks(series, getLastWeek(business, today)),
		weeksWithoutFigure: HALF_YEAR - recent.filter((amount) => amount !== null).length,
	};
}

/** The last day of the latest complete week; null without one. */
function getLastWeek({ weeks }: Business, today: number): number | null {
	return max([...weeks.keys()].filter((end) => end <= today)) ?? null;
}

/** The 38 weeks that end with the latest complete one, by the calendar: a week that is missing has no figure. */
function getWeeklySales(business: Business, today: number): (number | null)[] {
	const last = getLastWeek(business, today);
	if (last === null) return [];
	const count = HALF_YEAR + QUARTER - 1;
	return Array.from({ length: count }, (_, index) => {
		const end = last - 7 * (count - 1 - index);
		return business.weeks.get(end)?.get('txn_amt') ?? null;
	});
}

function isComplete(weeks: readonly (number | null)[], length: number): weeks is number[] {
	return weeks.length === length && weeks.every((amount) => amount !== null);
}

function sumWeeks(weeks: readonly (number | null)[]): number | null {
	return isComplete(weeks, QUARTER) ? sum(weeks) : null;
}

function getTrend(now: number | null, before: number | null): number | null {
	return now === null || before === null || before <= 0 ? null : now / before - 1;
}

/** Null and -1 say that there is no data to compare with. */
function getYearOverYear(business: Business, today: number): number | null {
	const last = getLastWeek(business, today);
	const value = last === null ? null : business.weeks.get(last)?.get('txn_amt_yoy');
	return value === undefined || value === -1 ? null : value;
}

function getWeeksSilent({ lastSeen }: Business, today: number): number | null {
	if (lastSeen === null) return null;
	return Math.max(0, Math.floor((today - Date.parse(lastSeen) / DAY_MS) / 7));
}

/** Of the latest month with an index. 0, null and -1 say that there are too few transactions, here or among peers. */
function getIndexes({ months, weeks }: Business, today: number): Record<string, number> {
	const periods = [...months, ...weeks].filter(([end]) => end <= today).sort(([a], [b]) => b - a);
	for (const [, values] of periods) {
		const indexes = [...values].flatMap(([name, value]) =>
			name.endsWith('_index') && value !== null && value > 0 ? [[name, value] as const] : [],
		);
		if (indexes.length > 0) return Object.fromEntries(indexes);
	}
	return {};
}

function describeWeeks(series: readonly (number | null)[], last: number | null): Week[] {
	if (last === null) return [];
	return series.slice(-HALF_YEAR).map((sales, index) => {
		const upTo = series.length - HALF_YEAR + index + 1;
		const total = sumWeeks(series.slice(upTo - QUARTER, upTo));
		const end = last - 7 * (HALF_YEAR - 1 - index);
		return {
			end: new Date(end * DAY_MS).toISOString().slice(0, 10),
			sales,
			mean: total === null ? null : total / QUARTER,
		};
	});
}
