/**
 * Names the reason why a report contains `0`, `null` or `-1` instead of a figure.
 *
 * Source: Mastercard, "Small Business Credit Analytics", sections "Analytics Metrics Formatting" and
 * "Benchmark Metrics Formatting". The same `-1` means different things in the two reports.
 */
import type { MetricValues } from './report';
import type { MetricType } from './reportParams';

export type MissingValueReason =
	/** 0: no transactions of the kind that the metric counts. */
	| 'noTransactions'
	/** null: fewer transactions than the metric needs. */
	| 'belowMinimumTransactions'
	/** null of a year-over-year metric: no data in the previous year to compare with. */
	| 'noDataPreviousYear'
	/** -1 of a year-over-year metric: no data in the current year, as in (0 - 50) / 50. */
	| 'noDataCurrentYear'
	/** -1 of a benchmark: the merchant has transactions, but its peers have too few. */
	| 'tooFewPeers';

/**
 * @param metrics One period, as Mastercard sent it.
 * @returns The reason for each metric that has one. Values without a documented meaning have none: a year-over-year
 * 0 means no change, and a -1 elsewhere is a figure.
 */
export function missingValueReasons(
	metrics: MetricValues,
	metricType: MetricType,
): Record<string, MissingValueReason> {
	const getReason = metricType === 'retail_sales_benchmarks' ? benchmarkReason : analyticsReason;
	return Object.fromEntries(
		Object.keys(metrics).flatMap((name) => {
			const gap = getReason(name, metrics);
			return gap === null ? [] : [[name, gap]];
		}),
	);
}

function analyticsReason(name: string, metrics: MetricValues): MissingValueReason | null {
	const value = metrics[name];
	if (!name.endsWith('_yoy'))
		return value === 0 ? 'noTransactions' : value === null ? 'belowMinimumTransactions' : null;
	if (value === -1) return 'noDataCurrentYear';
	if (value !== null) return null;
	// A null year-over-year value can mean either. It means too few transactions when this year's figure is null too,
	// or, if the report does not contain that figure, when the number of transactions is null.
	const base = name.slice(0, -'_yoy'.length);
	const thisYear = Object.hasOwn(metrics, base) ? metrics[base] : metrics.txn_cnt;
	return thisYear === null ? 'belowMinimumTransactions' : 'noDataPreviousYear';
}

function benchmarkReason(name: string, metrics: MetricValues): MissingValueReason | null {
	const value = metrics[name];
	if (value === 0) return 'noTransactions';
	if (value === null) return 'belowMinimumTransactions';
	return value === -1 ? 'tooFewPeers' : null;
}
