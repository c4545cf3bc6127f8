/**
 * Existing reports: `GET /decisioning/v3/customers/{customerId}/reports/{reportId}`, as data or as PDF,
 * and `GET /decisioning/v1/customers/{customerId}/reports`.
 *
 * Source: Mastercard's Open Finance US specification 1.43.0, operations GetReportByCustomer and GetReportsByCustomerId.
 */
import type { HttpResponse, RowResult } from '../errors/Failure';
import { isRecord, toText } from '../json';
import type { LocationReport } from '../sbca/report';
import { parseMetricFrequency } from '../sbca/reportParams';
import { unexpected, declined } from './failure';
import { parseFinishedReport, parseReportStatus } from './report';

/** Our code for a customer without reports. */
export const NO_REPORTS = 'NO_REPORTS';

export interface StoredReportParams {
	customerId: string;
	reportId: string;
}

/** An entry in the list of reports; documented fields, and any that Mastercard adds. */
export interface ReportSummary extends Record<string, unknown> {
	reportId: string;
	customerId: string;
	type: string | null;
	/** `inProgress`, `success` or `failure`. */
	status: string | null;
	/** ISO 8601. */
	createdDate: string | null;
}

export function buildStoredReportRequest({ customerId, reportId }: StoredReportParams): {
	path: string;
} {
	return { path: `/decisioning/v3/customers/${customerId}/reports/${reportId}` };
}

export function buildReportListRequest(customerId: string): { path: string } {
	return { path: `/decisioning/v1/customers/${customerId}/reports` };
}

/** @param now Our clock, ms since 1970. */
export function parseStoredReportResponse(
	response: HttpResponse,
	now: number,
): RowResult<LocationReport> {
	const { status, body } = response;
	if (status !== 200) return declined(response, now);
	const unfinished = parseReportStatus(response);
	if (unfinished !== null) return unfinished;
	const params = getSbcaParams(body);
	return parseFinishedReport(response, {
		locationId: toText(params.locationId) ?? '',
		metricType: isBenchmark(body, params) ? 'retail_sales_benchmarks' : 'retail_sales_analytics',
		// Benchmarks are monthly only. The frequency in the metrics themselves takes precedence.
		metricFrequency: parseMetricFrequency(params.metricFrequency) ?? 'Monthly',
	});
}

/** @param now Our clock, ms since 1970. */
export function parseReportListResponse(
	response: HttpResponse,
	customerId: string,
	now: number,
): RowResult<ReportSummary[]> {
	const { status, body } = response;
	if (status !== 200) return declined(response, now);
	if (!isRecord(body) || !Array.isArray(body.reports))
		return unexpected(response, 'a list of reports');
	const reports = body.reports.filter(isRecord).map((report) => toSummary(report, customerId));
	return reports.length === 0
		? { kind: 'noData', reasonCode: NO_REPORTS, value: reports }
		: { kind: 'succeeded', value: reports };
}

function toSummary(
	{ id, type, status, createdDate, requestorName, ...more }: Record<string, unknown>,
	customerId: string,
): ReportSummary {
	return {
		reportId: toText(id) ?? '',
		customerId,
		type: toText(type),
		status: toText(status),
		createdDate: parseEpoch(createdDate),
		// The name in the schema; the examples have requestorName.
		...(requestorName !== undefined && { requesterName: requestorName }),
		...more,
	};
}

/** @param value Seconds since 1970, as number or text. @returns ISO 8601, or null for anything else. */
export function parseEpoch(value: unknown): string | null {
	const date = new Date(Number(toText(value) ?? NaN) * 1000);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function isBenchmark(body: unknown, params: Record<string, unknown>): boolean {
	const type = isRecord(body) ? toText(body.type) : null;
	if (type !== null) return type.includes('benchmark');
	return params.metricType === 'retail_sales_benchmarks';
}

/** The parameters of the request, which a report repeats. */
function getSbcaParams(body: unknown): Record<string, unknown> {
	const { sbcaParams } = getRequest(body);
	return isRecord(sbcaParams) ? sbcaParams : {};
}

/** @returns What a report repeats of its request: `sbcaParams` and `businessDetails`, if they are there. */
export function getRequest(body: unknown): Record<string, unknown> {
	const inner = (value: unknown, name: string) => (isRecord(value) ? value[name] : undefined);
	const request = inner(inner(body, 'constraints'), 'analyticsReportData');
	return isRecord(request) ? request : {};
}
