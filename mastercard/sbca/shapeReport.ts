/** Brings a report into the form that the workflow needs. */
import { describeGap, describeGaps } from './describeGaps';
import { missingValueReasons } from './missingValueReasons';
import { groupByQuestion } from './groupByQuestion';
import { defineMetric, isFraction } from './metricDictionary';
import { toPercent } from './toPercent';
import { EMPTY_REPORT, type LocationReport, MetricValues, ReportPeriod } from './report';
import type { MetricType } from './reportParams';

export interface ReportShape {
	/** Whether records have one level, and only what differs between those of a location. `perLocation` never has. */
	simplify: boolean;
	/** One record for each week or month, for the location, or for each metric of each period. */
	outputMode: 'perPeriod' | 'perLocation' | 'perMetric';
	/** Names to keep, in the order of the report; empty keeps all. */
	metrics: readonly string[];
	/** How many of the latest periods to keep; 0 keeps all. */
	latestPeriods: number;
	/** Whether to nest metrics under the business questions; `perMetric` records contain the question in any case. */
	groupByQuestion: boolean;
	/** How to write `*_perc` and `*_rate`. */
	percentages: 'fraction' | 'percent';
}

/** @returns The records, in the order of the report; a single one for an empty report, which says so. */
export function shapeReport(report: LocationReport, shape: ReportShape): Record<string, unknown>[] {
	const { periods, ...location } = report;
	if (periods.length === 0)
		return [{ ...location, available: false, reasonCode: EMPTY_REPORT, reason: EMPTY }];
	const kept = getLatest(periods, shape.latestPeriods);
	if (shape.outputMode === 'perMetric')
		return kept.flatMap((period) => metricRecords(period, location, shape));
	if (shape.outputMode === 'perPeriod' && shape.simplify)
		return kept.map((period) => simplifiedRecord(period, location, shape));
	const records = kept.map((period) => periodRecord(period, location.metricType, shape));
	return shape.outputMode === 'perLocation'
		? [{ ...location, periods: records }]
		: records.map((record) => ({ ...location, ...record }));
}

/** What a report says about its location: all but the periods. */
type Location = Pick<LocationReport, 'locationId' | 'industryName' | 'metricType'> &
	Record<string, unknown>;

const EMPTY = 'Mastercard finished this report, and it contains no weeks or months.';

function periodRecord(
	period: ReportPeriod,
	metricType: MetricType,
	shape: ReportShape,
): Record<string, unknown> {
	const { metrics, ...dates } = period;
	const values = getValues(metrics, shape);
	return {
		...dates,
		metrics: shape.groupByQuestion ? groupByQuestion(values) : values,
		gaps: pick(missingValueReasons(metrics, metricType), shape.metrics),
	};
}

/** Metrics beside our own fields, which a metric of the same name does not replace. */
function simplifiedRecord(
	period: ReportPeriod,
	location: Location,
	shape: ReportShape,
): Record<string, unknown> {
	const ours = simplifiedHead(period, location);
	const gaps = pick(missingValueReasons(period.metrics, location.metricType), shape.metrics);
	const values = getValues(period.metrics, shape);
	return { ...ours, ...values, ...ours, gaps: describeGaps(gaps) };
}

function simplifiedHead(
	{ periodStartDate, periodEndDate }: ReportPeriod,
	{ locationId, requestedLocationId, industryName }: Location,
): Record<string, unknown> {
	return {
		locationId,
		...(requestedLocationId !== undefined && { requestedLocationId }),
		industryName,
		periodStartDate,
		periodEndDate,
	};
}

function metricRecords(
	period: ReportPeriod,
	location: Location,
	shape: ReportShape,
): Record<string, unknown>[] {
	const { metrics, ...dates } = period;
	const head = shape.simplify ? simplifiedHead(period, location) : { ...location, ...dates };
	const gaps = missingValueReasons(metrics, location.metricType);
	return Object.entries(getValues(metrics, shape)).map(([metric, value]) => {
		const { label, unit, question } = defineMetric(metric);
		// Metric names are arbitrary: one such as "constructor" must not match an inherited property.
		const gap = Object.hasOwn(gaps, metric) ? gaps[metric] : undefined;
		return {
			...head,
			metric,
			label,
			unit: shape.percentages === 'percent' && isFraction(metric) ? 'percent' : unit,
			question,
			value,
			gap: gap === undefined || !shape.simplify ? (gap ?? null) : describeGap(gap),
		};
	});
}

function getValues(metrics: MetricValues, shape: ReportShape): MetricValues {
	const kept = pick(metrics, shape.metrics);
	return shape.percentages === 'percent' ? toPercent(kept) : kept;
}

function pick<Value>(
	byName: Record<string, Value>,
	names: readonly string[],
): Record<string, Value> {
	if (names.length === 0) return byName;
	return Object.fromEntries(Object.entries(byName).filter(([name]) => names.includes(name)));
}

/** The latest periods by date, not by position: the order of the list is not documented. */
function getLatest(periods: readonly ReportPeriod[], count: number): readonly ReportPeriod[] {
	if (count === 0) return periods;
	const latest = [...periods].sort((a, b) => getEnd(b).localeCompare(getEnd(a))).slice(0, count);
	return periods.filter((period) => latest.includes(period));
}

function getEnd({ periodEndDate, periodStartDate }: ReportPeriod): string {
	return periodEndDate ?? periodStartDate ?? '';
}
