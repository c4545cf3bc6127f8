/** A report on a location; shared by both APIs. */
import { isRecord, toText } from '../json';
import type { RowResult } from '../errors/Failure';
import {
	isSameLocation,
	parseMetricFrequency,
	type MetricFrequency,
	type MetricType,
} from './reportParams';

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
	/** Set only when the report is on another location than the one requested. */
	requestedLocationId?: string;
	/** In Mastercard's order; empty in a finished report for which Mastercard has no figures. */
	periods: ReportPeriod[];
}

/** What was requested, for what a response does not repeat. */
export interface RequestedReport {
	/** Empty when it is not known. */
	locationId: string;
	metricType: MetricType;
	metricFrequency: MetricFrequency;
}

/** Our code for a finished report without a week or month. */
export const EMPTY_REPORT = 'REPORT_EMPTY';

/** @returns `noData` for an empty report. It is finished, and was charged as any other. */
export function toReportResult(value: LocationReport): RowResult<LocationReport> {
	return value.periods.length === 0
		? { kind: 'noData', reasonCode: EMPTY_REPORT, value }
		: { kind: 'succeeded', value };
}

/**
 * @param sent The object with `metricsLists`.
 * @param requested Used for fields that the response does not repeat.
 * @returns null when this is not a report.
 */
export function parseReport(sent: unknown, requested: RequestedReport): LocationReport | null {
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
	if (!Array.isArray(metricsLists)) return null;
	const periods = metricsLists.filter(isRecord).map(parsePeriod);
	if (periods.length === 0 && metricsLists.length > 0) return null;
	const sentLocationId = toText(locationId) ?? requested.locationId;
	const isForeign =
		requested.locationId !== '' && !isSameLocation(sentLocationId, requested.locationId);
	return {
		locationId: sentLocationId,
		...(isForeign && { requestedLocationId: requested.locationId }),
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
