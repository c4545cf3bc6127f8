// The periods and metrics of a location, with the documented special values 0, null and -1.
import names from '../fixtures/sbcaMetricNames.json';
import { seededInteger } from '../seededRandom';
import { calculateMetric, isYearOverYear } from './calculateMetric';
import type { Location } from './location';
import { getMonths, getWeeks, getPreviousYear, type Period } from './periods';
import { generateSales } from './sales';

export type Frequency = 'Weekly' | 'Monthly';

/** The metrics of one period, in Mastercard's format. */
export interface PeriodMetrics {
	periodStartDate: string;
	periodEndDate: string;
	year: number;
	metrics: Array<{ name: string; value: number | null }>;
}

const NEW_MERCHANT_PERIODS = { weeks: 17, months: 4 };

/** The documented sales of location 1. */
const DOCUMENTED_SALES = { start: '2022-02-13', days: 7, amount: 16198.060138, count: 238 };

/** 52 weeks or 12 months of the 44 metrics; fewer for a new merchant. */
export function getAnalyticsPeriods(location: Location, frequency: Frequency): PeriodMetrics[] {
	const isNew = location.kind === 'newMerchant';
	const periods =
		frequency === 'Weekly'
			? getWeeks(location.lastWeekEnd, isNew ? NEW_MERCHANT_PERIODS.weeks : 52)
			: getMonths(location.lastMonth, isNew ? NEW_MERCHANT_PERIODS.months : 12);
	return periods.map((period, index) => getAnalyticsPeriod(location, period, index));
}

function getAnalyticsPeriod(location: Location, period: Period, index: number): PeriodMetrics {
	const isDocumented =
		location.locationId.endsWith('-000000000001') &&
		period.start === DOCUMENTED_SALES.start &&
		period.days === DOCUMENTED_SALES.days;
	const current = generateSales(
		location.locationId,
		period,
		isDocumented ? DOCUMENTED_SALES : undefined,
	);
	const previous = generateSales(location.locationId, getPreviousYear(period));
	return toPeriodMetrics(
		period,
		names.analytics.map((name) => {
			const special = getSpecialValue(location, name, index);
			return {
				name,
				value: special === undefined ? calculateMetric(name, current, previous) : special,
			};
		}),
	);
}

/**
 * Documented: 0 without transactions, null below the minimum or without data for the previous year, -1 for a
 * year-over-year metric without data for the current year.
 */
function getSpecialValue(
	{ kind }: Location,
	name: string,
	index: number,
): number | null | undefined {
	const isYoy = isYearOverYear(name);
	const hasNoTransactions = index % 6 === 5;
	if (kind === 'lowVolume') return hasNoTransactions ? (isYoy ? -1 : 0) : null;
	if (kind === 'newMerchant') return isYoy ? null : undefined;
	if (kind !== 'yearOverYearGaps') return undefined;
	if (hasNoTransactions) return isYoy ? -1 : 0;
	return isYoy && index % 2 === 0 ? null : undefined;
}

/** Benchmarks of the last month or the last 12: 100 is the peer average, higher is better. */
export function getBenchmarkPeriods(location: Location): PeriodMetrics[] {
	if (location.benchmarkMonths === 1) return [getDocumentedBenchmarks(location)];
	return getMonths(location.lastMonth, location.benchmarkMonths).map((period, index) =>
		toPeriodMetrics(period, getBenchmarkMetrics(location, period, index)),
	);
}

/** The month from the testing page, including its year, which contradicts its dates. */
function getDocumentedBenchmarks(location: Location): PeriodMetrics {
	const period = { start: '2022-01-01', end: '2022-01-31', days: 31 };
	return { ...toPeriodMetrics(period, getBenchmarkMetrics(location, period, 0)), year: 2023 };
}

/** The two benchmarks of location 1 from the testing page, in its order; the others come after them. */
const DOCUMENTED_BENCHMARKS: Record<string, number> = {
	return_txn_amt_index: 116,
	spend_per_card_avg_index: 100,
};

function getBenchmarkMetrics(location: Location, period: Period, index: number) {
	const ordered = [...new Set([...Object.keys(DOCUMENTED_BENCHMARKS), ...names.benchmarks])];
	const documented = location.locationId.endsWith('-000000000001') ? DOCUMENTED_BENCHMARKS : {};
	return ordered.map((name) => {
		const special = location.kind === 'lowVolume' ? getSpecialBenchmark(name, index) : undefined;
		const generated = seededInteger(`${location.locationId} ${name} ${period.start}`, 60, 140);
		return { name, value: special === undefined ? (documented[name] ?? generated) : special };
	});
}

/** Documented: 0 without transactions, null below the minimum, -1 if the peers have too few transactions. */
function getSpecialBenchmark(name: string, index: number): number | null {
	if (index % 6 === 5) return 0;
	return name.startsWith('online') || name.startsWith('recurring') ? -1 : null;
}

function toPeriodMetrics(period: Period, metrics: PeriodMetrics['metrics']): PeriodMetrics {
	return {
		periodStartDate: period.start,
		periodEndDate: period.end,
		year: Number(period.start.slice(0, 4)),
		metrics,
	};
}
