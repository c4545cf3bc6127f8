/** A report on a location; shared by both APIs. */
import { isRecord, toText } from '../json';
import { parseMetricFrequency, type MetricFrequency, type MetricType } from './reportParams';

/** Values by Mastercard's metric names, known or not. Null means that Mastercard has no value. */
export type MetricValues = Record<string, number | null>;

/** One week or month; documented fields, and any that Mastercard adds. */
export interface ReportPeriod extends Record<string, unknown> {
	/** First day, YYYY-MM-DD. */
	periodStartDate: string | null;
	/** Last day, YYYY-MM-DD. */
	periodEndDate: string | null;
	year: number | null;
	metrics: MetricValues;
}

/** One location's report; documented fields, and any that Mastercard adds. */
export interface LocationReport extends Record<string, unknown> {
	locationId: string;
	/** Mastercard's own category number, not the four-digit MCC. */
	merchantCategoryCode: number | null;
	/** North American Industry Classification System. */
	naicsCode: string | null;
	industryName: string | null;
	/** YYYY-MM-DD. */
	firstSeenTxnDate: string | null;
	/** YYYY-MM-DD; may be later than the last period. */
	lastSeenTxnDate: string | null;
	metricType: MetricType;
	metricFrequency: MetricFrequency;
	/** In Mastercard's order. */
	periods: ReportPeriod[];
}

/**
 * @param sent The object with `metricsLists`.
 * @param requested Used for fields that the response does not repeat.
 * @returns null when this is not a report, or one without periods.
 */
export function parseReport(
	sent: unknown,
	requested: { locationId: string; metricType: MetricType; metricFrequency: MetricFrequency },
): LocationReport | null {
	if (!isRecord(sent)) return null;
	const {
		locationId,
		merchantCategoryCode,
		naicsCode,
		industryName,
		firstSeenTxnDate,
		lastSeenTxnDate,
		metricsFrequency,
		metricsLists,
		...added
	} = sent;
	const periods = Array.isArray(metricsLists) ? metricsLists.filter(isRecord).map(parsePeriod) : [];
	if (periods.length === 0) return null;
	return {
		locationId: toText(locationId) ?? requested.locationId,
		merchantCategoryCode: toNumber(merchantCategoryCode),
		// A number in Open Finance, text in the standalone API.
		naicsCode: toText(naicsCode),
		industryName: typeof industryName === 'string' ? industryName : null,
		firstSeenTxnDate: toText(firstSeenTxnDate),
		lastSeenTxnDate: toText(lastSeenTxnDate),
		metricType: requested.metricType,
		metricFrequency: parseMetricFrequency(metricsFrequency) ?? requested.metricFrequency,
		...added,
		periods,
	};
}

function parsePeriod(sent: Record<string, unknown>): ReportPeriod {
	const { periodStartDate, periodEndDate, year, metrics, ...added } = sent;
	return {
		periodStartDate: toText(periodStartDate),
		periodEndDate: toText(periodEndDate),
		year: toNumber(year),
		...added,
		metrics: parseMetrics(metrics),
	};
}

/** Written into one object without lists in between: a location can have 50 values in each of 52 periods. */
function parseMetrics(sent: unknown): MetricValues {
	const values: MetricValues = {};
	if (!Array.isArray(sent)) return values;
	for (const metric of sent as unknown[]) {
		if (!isRecord(metric) || typeof metric.name !== 'string') continue;
		// Assigning to this name would set the prototype.
		if (metric.name === '__proto__')
			Object.defineProperty(values, metric.name, { ...OWN, value: toNumber(metric.value) });
		else values[metric.name] = toNumber(metric.value);
	}
	return values;
}

const OWN = { configurable: true, enumerable: true, writable: true };

/** A number, even when sent as text. */
function toNumber(value: unknown): number | null {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
