// The periods and figures of one location, with the documented gaps: 0, null and -1.
import names from '../fixtures/sbcaMetricNames.json';
import { stableInteger } from '../stable';
import { analyticsValue, isYearOverYear } from './analyticsMetrics';
import type { Location } from './location';
import { monthsUntil, weeksUntil, yearBefore, type Period } from './periods';
import { salesIn } from './sales';

export type Frequency = 'Weekly' | 'Monthly';

/** One period as Mastercard sends it. */
export interface PeriodMetrics {
	periodStartDate: string;
	periodEndDate: string;
	year: number;
	metrics: Array<{ name: string; value: number | null }>;
}

const NEW_MERCHANT = { weeks: 17, months: 4 };

/** The one pair of figures that the documentation prints, for location 1. */
const PRINTED = { start: '2022-02-13', days: 7, amount: 16198.060138, count: 238 };

/** 52 weeks or 12 months of the 44 metrics; fewer for a new merchant. */
export function analyticsPeriods(location: Location, frequency: Frequency): PeriodMetrics[] {
	const isNew = location.kind === 'newMerchant';
	const periods =
		frequency === 'Weekly'
			? weeksUntil(location.lastWeekEnds, isNew ? NEW_MERCHANT.weeks : 52)
			: monthsUntil(location.lastMonth, isNew ? NEW_MERCHANT.months : 12);
	return periods.map((period, index) => analyticsPeriod(location, period, index));
}

function analyticsPeriod(location: Location, period: Period, index: number): PeriodMetrics {
	const isPrinted =
		location.locationId.endsWith('-000000000001') &&
		period.start === PRINTED.start &&
		period.days === PRINTED.days;
	const now = salesIn(location.locationId, period, isPrinted ? PRINTED : undefined);
	const before = salesIn(location.locationId, yearBefore(period));
	return withMetrics(
		period,
		names.analytics.map((name) => {
			const gap = analyticsGap(location, name, index);
			return { name, value: gap === undefined ? analyticsValue(name, now, before) : gap };
		}),
	);
}

/** Documented: 0 without transactions, null below the minimum or without a year before, -1 for a year-over-year without a current year. */
function analyticsGap({ kind }: Location, name: string, index: number): number | null | undefined {
	const comparesYears = isYearOverYear(name);
	const isQuiet = index % 6 === 5;
	if (kind === 'lowVolume') return isQuiet ? (comparesYears ? -1 : 0) : null;
	if (kind === 'newMerchant') return comparesYears ? null : undefined;
	if (kind !== 'yearOverYearGaps') return undefined;
	if (isQuiet) return comparesYears ? -1 : 0;
	return comparesYears && index % 2 === 0 ? null : undefined;
}

/** The latest month, or 12, of benchmarks: 100 is like the peers, above is better. */
export function benchmarkPeriods(location: Location): PeriodMetrics[] {
	if (location.benchmarkMonths === 1) return [printedBenchmarks(location)];
	return monthsUntil(location.lastMonth, location.benchmarkMonths).map((period, index) =>
		withMetrics(period, benchmarkMetrics(location, period, index)),
	);
}

/** The month as the testing page prints it, even its year, which does not fit its days. */
function printedBenchmarks(location: Location): PeriodMetrics {
	const period = { start: '2022-01-01', end: '2022-01-31', days: 31 };
	return { ...withMetrics(period, benchmarkMetrics(location, period, 0)), year: 2023 };
}

/** The two benchmarks that the testing page prints for location 1, in its order; the others follow. */
const PRINTED_BENCHMARKS: Record<string, number> = {
	return_txn_amt_index: 116,
	spend_per_card_avg_index: 100,
};

function benchmarkMetrics(location: Location, period: Period, index: number) {
	const ordered = [...new Set([...Object.keys(PRINTED_BENCHMARKS), ...names.benchmarks])];
	const printed = location.locationId.endsWith('-000000000001') ? PRINTED_BENCHMARKS : {};
	return ordered.map((name) => {
		const gap = location.kind === 'lowVolume' ? benchmarkGap(name, index) : undefined;
		const generated = stableInteger(`${location.locationId} ${name} ${period.start}`, 60, 140);
		return { name, value: gap === undefined ? (printed[name] ?? generated) : gap };
	});
}

/** Documented: 0 without transactions, null below the minimum, -1 when the peers have too few. */
function benchmarkGap(name: string, index: number): number | null {
	if (index % 6 === 5) return 0;
	return name.startsWith('online') || name.startsWith('recurring') ? -1 : null;
}

function withMetrics(period: Period, metrics: PeriodMetrics['metrics']): PeriodMetrics {
	return {
		periodStartDate: period.start,
		periodEndDate: period.end,
		year: Number(period.start.slice(0, 4)),
		metrics,
	};
}
