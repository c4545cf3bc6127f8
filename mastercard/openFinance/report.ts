/**
 * `POST /decisioning/customers/{customerId}/sbca` of Open Finance US: what is asked and how the report is read.
 *
 * Source: Mastercard's Open Finance US specification 1.43.0, operation GenerateSBCAMetricsReport. Its examples
 * differ from its schemas; the reader takes both.
 */
import type { HttpResponse, RowResult } from '../errors/Failure';
import { unusableResponseFailure } from '../errors/responseFailure';
import { isRecord, toText } from '../json';
import { parseReport, type LocationReport } from '../sbca/report';
import type { ReportParams } from '../sbca/reportParams';
import type { BusinessDetails } from './businessDetails';
import { isReportId } from './ids';
import { unexpected, declined } from './failure';

/** Whom a report is filed under, and the business it is about. */
export interface ReportCustomer {
	customerId: string;
	businessDetails: BusinessDetails;
}

/** Consent is `true` here, as a row without it never becomes a question. */
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
	const value = parseReport(getMetrics(body, params.locationId), params);
	return value === null ? unexpected(response, 'a report with periods') : { kind: 'found', value };
}

/** Sending the row again would make, and perhaps charge, a second report. */
function retrievalHint(body: unknown): string {
	const id = isRecord(body) ? (toText(body.id) ?? '') : '';
	const itsId = isReportId(id) ? `, 'Report ID' ${id}` : '';
	return `Do not create it again: it may be charged twice. Wait 20 seconds and read it with the operation Get${itsId}.`;
}

/**
 * Says why a report has no figures yet, or never will; null for one that has, also where it does not say so.
 * @param whenInProgress What to do about one that is still being made; asking again is free for one made before.
 */
export function parseReportStatus(
	response: HttpResponse,
	whenInProgress = { retryable: true, description: 'Wait 20 seconds and get the report again.' },
): RowResult<never> | null {
	const status = isRecord(response.body) ? response.body.status : undefined;
	if (status === 'inProgress') {
		const failure = unusableResponseFailure(
			response,
			'REPORT_IN_PROGRESS',
			'Mastercard is still making this report',
			whenInProgress.description,
		);
		const { retryable } = whenInProgress;
		return { kind: 'failed', failure: { ...failure, source: 'OpenFinance', retryable } };
	}
	if (status !== 'failure') return null;
	const failure = unusableResponseFailure(
		response,
		'REPORT_FAILED',
		'Mastercard could not make this report',
		'Create it again; if that fails too, give the correlation ID to Mastercard support.',
	);
	return { kind: 'failed', failure: { ...failure, source: 'OpenFinance' } };
}

/** Where each report keeps its locations; the third name stands in the description of the specification only. */
const LISTS = [
	'retailSalesAnalyticsMetrics',
	'retailSalesBenchmarksMetrics',
	'retailSalesBenchmarkMetrics',
];

/** @returns The metrics of the location, or of the only one when none is named so. */
export function getMetrics(body: unknown, locationId?: string): unknown {
	const locations = isRecord(body)
		? LISTS.flatMap((name) => body[name] ?? []).filter(isRecord)
		: [];
	return locations.find((location) => location.locationId === locationId) ?? locations[0];
}
