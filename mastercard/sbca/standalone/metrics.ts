/**
 * `GET /metrics/{location_id}` of the standalone Small Business Credit Analytics: builds requests and parses
 * responses.
 *
 * Source: Mastercard's reference application (specification of 2025-11-19) and the testing pages.
 */
import type { HttpResponse, RowResult } from '../../errors/Failure';
import { declinedFailure, unexpectedResponseFailure } from '../../errors/responseFailure';
import { parseReport, toReportResult, type LocationReport } from '../report';
import type { ReportParams } from '../reportParams';
import { BASE_PATH, type StandaloneRequest } from './basePath';

export function buildMetricsRequest(params: ReportParams): StandaloneRequest {
	const { locationId, metricType, metricFrequency } = params;
	return {
		path: `${BASE_PATH}/metrics/${locationId}`,
		query: {
			has_consent: 'true',
			metrics_type: metricType,
			metrics_frequency: metricFrequency,
		},
	};
}

/** @param now Our clock, ms since 1970, to detect a wrong clock. */
export function parseMetricsResponse(
	response: HttpResponse,
	params: ReportParams,
	now: number,
): RowResult<LocationReport> {
	if (response.status !== 200) return { kind: 'failed', failure: declinedFailure(response, now) };
	const value = parseReport(response.body, params);
	if (value !== null) return toReportResult(value);
	return {
		kind: 'failed',
		failure: unexpectedResponseFailure(response, 'a report with periods'),
	};
}
