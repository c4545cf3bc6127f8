/**
 * `POST /decisioning/customers/{customerId}/sbca` of Open Finance US: builds requests and parses
 * responses.
 *
 * Source: Mastercard's Open Finance US specification 1.43.0, operation GenerateSBCAMetricsReport. Its examples differ
 * from its schemas; both are accepted.
 */
import type { HttpResponse, RowResult } from '../errors/Failure';
import { unusableResponseFailure } from '../errors/responseFailure';
import { isRecord, toText } from '../json';
import {
	parseReport,
	toReportResult,
	type LocationReport,
	type RequestedReport,
} from '../sbca/report';
import { isSameLocation, type ReportParams } from '../sbca/reportParams';
import type { BusinessDetails } from './businessDetails';
import { isReportId } from './ids';
import { unexpected, declined } from './failure';

/** The customer a report is filed under, and the business it covers. */
export interface ReportCustomer {
	customerId: string;
	businessDetails: BusinessDetails;
}

/** Consent is always `true`: a row without it is rejected before any call. */
export function buildReportRequest(
	{ locationId, metricType, metricFrequency }: ReportParams,
	{ customerId, businessDetails }: ReportCustomer,
): { path: string; body: Record<string, unknown> } {
	return {
		path: `/decisioning/customers/${customerId}/sbca`,
		body: {
			analyticsReportData: {
				sbcaParams: { hasConsent: true, metricFrequency, metricType, locationId },
				businessDetails,
			},
		},
	};
}

/** @param now Our clock, ms since 1970. */
export function parseReportResponse(
	response: HttpResponse,
	params: ReportParams,
	now: number,
): RowResult<LocationReport> {
	const { status, body } = response;
	if (status !== 200) return declined(response, now);
	const unfinished = parseReportStatus(response, {
		retryable: false,
		description: retrievalHint(body),
	});
	if (unfinished !== null) return unfinished;
	return parseFinishedReport(response, params);
}

/** @param requested For what the report does not repeat. */
export function parseFinishedReport(
	response: HttpResponse,
	requested: RequestedReport,
): RowResult<LocationReport> {
	const value = parseReport(getMetrics(response.body, requested.locationId), requested);
	return value === null
		? unexpected(response, 'a Small Business Credit Analytics report')
		: toReportResult(value);
}

/** Sending the row again would create a second report, which may be charged. */
function retrievalHint(body: unknown): string {
	const id = getReportId(body);
	const itsId = id === null ? '' : `, 'Report ID' ${id}`;
	return `Do not create it again, because it may be charged twice. Wait 20 seconds and retrieve it with the Get operation${itsId}.`;
}

/** @returns The ID of a report, if it has one that can be used. */
export function getReportId(body: unknown): string | null {
	const id = isRecord(body) ? (toText(body.id) ?? '') : '';
	return isReportId(id) ? id : null;
}

/** Whether a report is not finished yet. */
export function isInProgress(body: unknown): boolean {
	return isRecord(body) && body.status === IN_PROGRESS;
}

const IN_PROGRESS = 'inProgress';

/**
 * The failure for a report that is unfinished or could not be created; null for a finished one, even when it has no
 * status.
 * @param whenInProgress What to do about one still in progress; retrieving an existing report again is free.
 */
export function parseReportStatus(
	response: HttpResponse,
	whenInProgress = { retryable: true, description: 'Wait 20 seconds and get the report again.' },
): RowResult<never> | null {
	const status = isRecord(response.body) ? response.body.status : undefined;
	if (status === IN_PROGRESS) {
		const failure = unusableResponseFailure(
			response,
			'REPORT_IN_PROGRESS',
			'Mastercard is still creating this report',
			whenInProgress.description,
		);
		const { retryable } = whenInProgress;
		return {
			kind: 'failed',
			failure: { ...failure, source: 'OpenFinance', retryable, scope: 'row' },
		};
	}
	if (status !== 'failure') return null;
	const failure = unusableResponseFailure(
		response,
		'REPORT_FAILED',
		'Mastercard could not create this report',
		'Create the report again. If the problem persists, give the correlation ID to Mastercard support.',
	);
	return { kind: 'failed', failure: { ...failure, source: 'OpenFinance', scope: 'row' } };
}

/** The lists of locations in each type of report; the third name appears only in the specification's description. */
const LISTS = [
	'retailSalesAnalyticsMetrics',
	'retailSalesBenchmarksMetrics',
	'retailSalesBenchmarkMetrics',
];

/**
 * @returns The metrics of the location, or of the first one when the location is not in the list. An empty list, which
 * the specification allows, gives metrics without a period.
 */
function getMetrics(body: unknown, locationId: string): unknown {
	const lists = isRecord(body) ? LISTS.flatMap((name) => [body[name]]).filter(Array.isArray) : [];
	const locations = lists.flat().filter(isRecord);
	if (lists.length > 0 && lists.flat().length === 0) return { metricsLists: [] };
	return (
		locations.find((location) => isSameLocation(toText(location.locationId) ?? '', locationId)) ??
		locations[0]
	);
}
