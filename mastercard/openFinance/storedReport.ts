/**
 * Reports that were made before: `GET /decisioning/v3/customers/{customerId}/reports/{reportId}`, as data or as PDF,
 * and `GET /decisioning/v1/customers/{customerId}/reports`.
 *
 * Source: Mastercard's Open Finance US specification 1.43.0, operations GetReportByCustomer and GetReportsByCustomerId.
 */
import type { Answer, RowResult } from '../errors/Failure';
import { isRecord, textOf } from '../json';
import { readReport, type LocationReport } from '../sbca/report';
import { readMetricFrequency } from '../sbca/reportParams';
import { notWhatWasAsked, refused } from './failure';
import { metricsIn, readStatus } from './report';

export interface StoredReportQuestion {
	customerId: string;
	reportId: string;
}

/** What is known of a report without reading it; documented fields, and any that Mastercard adds. */
export interface ReportSummary extends Record<string, unknown> {
	reportId: string;
	customerId: string;
	type: string | null;
	/** `inProgress`, `success` or `failure`. */
	status: string | null;
	/** ISO 8601. */
	createdDate: string | null;
}

export function storedReportRequest({ customerId, reportId }: StoredReportQuestion): {
	path: string;
} {
	return { path: `/decisioning/v3/customers/${customerId}/reports/${reportId}` };
}

export function reportListRequest(customerId: string): { path: string } {
	return { path: `/decisioning/v1/customers/${customerId}/reports` };
}

/** @param now Our clock, ms since 1970. */
export function readStoredReport(answer: Answer, now: number): RowResult<LocationReport> {
	const { status, body } = answer;
	if (status !== 200) return refused(answer, now);
	const unfinished = readStatus(answer);
	if (unfinished !== null) return unfinished;
	const params = sbcaParamsOf(body);
	const value = readReport(metricsIn(body), {
		locationId: textOf(params.locationId) ?? '',
		metricType: isBenchmark(body, params) ? 'retail_sales_benchmarks' : 'retail_sales_analytics',
		// Benchmarks are monthly only; the metrics themselves tell better, when they do.
		metricFrequency: readMetricFrequency(params.metricFrequency) ?? 'Monthly',
	});
	return value === null
		? notWhatWasAsked(answer, 'a Small Business Credit Analytics report')
		: { kind: 'found', value };
}

/** @param now Our clock, ms since 1970. */
export function readReportList(
	answer: Answer,
	customerId: string,
	now: number,
): RowResult<ReportSummary[]> {
	const { status, body } = answer;
	if (status !== 200) return refused(answer, now);
	if (!isRecord(body) || !Array.isArray(body.reports))
		return notWhatWasAsked(answer, 'a list of reports');
	const reports = body.reports.filter(isRecord).map((report) => summaryOf(report, customerId));
	return { kind: 'found', value: reports };
}

function summaryOf(
	{ id, type, status, createdDate, requestorName, ...more }: Record<string, unknown>,
	customerId: string,
): ReportSummary {
	return {
		reportId: textOf(id) ?? '',
		customerId,
		type: textOf(type),
		status: textOf(status),
		createdDate: readEpoch(createdDate),
		// The schema's name; the examples say requestorName.
		...(requestorName !== undefined && { requesterName: requestorName }),
		...more,
	};
}

/** @param value Seconds since 1970, as number or text. @returns ISO 8601, or null when it is no such time. */
export function readEpoch(value: unknown): string | null {
	const date = new Date(Number(textOf(value) ?? NaN) * 1000);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function isBenchmark(body: unknown, params: Record<string, unknown>): boolean {
	const type = isRecord(body) ? textOf(body.type) : null;
	if (type !== null) return type.includes('benchmark');
	return params.metricType === 'retail_sales_benchmarks';
}

/** What was asked for, which a report repeats. */
function sbcaParamsOf(body: unknown): Record<string, unknown> {
	const inner = (value: unknown, name: string) => (isRecord(value) ? value[name] : undefined);
	const params = inner(inner(inner(body, 'constraints'), 'analyticsReportData'), 'sbcaParams');
	return isRecord(params) ? params : {};
}
