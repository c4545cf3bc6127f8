/** Finds the report that a request has created whose response was lost, in the customer's list of reports. */
import type { Failure, HttpResponse } from '../errors/Failure';
import { isRecord, toText } from '../json';
import { parseMetricFrequency, type ReportParams } from '../sbca/reportParams';
import { wasCreatedSince } from './createdSince';
import { declined, unexpected } from './failure';
import { isReportId } from './ids';
import type { ReportCustomer } from './report';
import { getRequest } from './storedReport';

/**
 * @param startedAt When the run started, ms since 1970.
 * @param now Our clock.
 * @returns The IDs of the reports of the same kind since then, latest first. The list does not say on which location.
 */
export function parseCandidates(
	response: HttpResponse,
	{ metricType }: ReportParams,
	startedAt: number,
	now: number,
): { kind: 'candidates'; ids: string[] } | { kind: 'failed'; failure: Failure } {
	const { status, body } = response;
	if (status !== 200) return declined(response, now);
	if (!isRecord(body) || !Array.isArray(body.reports))
		return unexpected(response, 'a list of reports');
	const isBenchmark = metricType === 'retail_sales_benchmarks';
	const candidates = body.reports
		.filter(isRecord)
		.filter(
			(report) =>
				(toText(report.type) ?? '').startsWith(isBenchmark ? 'sbcabenchmarks' : 'sbcaanalytics') &&
				report.status !== 'failure' &&
				wasCreatedSince(report.createdDate, startedAt, response, now),
		)
		.sort((one, other) => Number(other.createdDate) - Number(one.createdDate));
	return {
		kind: 'candidates',
		ids: candidates.map(({ id }) => toText(id) ?? '').filter(isReportId),
	};
}

/** @returns A name for a request, the same for all requests of a customer that lead to the same report. */
export function getRequestKey(
	{ locationId, metricType, metricFrequency }: ReportParams,
	{ businessDetails }: ReportCustomer,
): string {
	return toKey([locationId, metricType, metricFrequency, businessDetails.name]);
}

/** @returns The name of the request that a report repeats; null when it repeats none. */
export function getReportKey(body: unknown): string | null {
	const { sbcaParams, businessDetails } = getRequest(body);
	if (!isRecord(sbcaParams)) return null;
	const { locationId, metricType, metricFrequency } = sbcaParams;
	const name = isRecord(businessDetails) ? businessDetails.name : undefined;
	return toKey([locationId, metricType, metricFrequency, name]);
}

function toKey([locationId, metricType, metricFrequency, name]: unknown[]): string {
	const location = toText(locationId)?.toLowerCase();
	return JSON.stringify([location, metricType, parseMetricFrequency(metricFrequency), name]);
}
