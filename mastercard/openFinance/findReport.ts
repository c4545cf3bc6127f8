/** Finds the report that a request has created whose response was lost, in the customer's list of reports. */
import type { Failure, HttpResponse } from '../errors/Failure';
import { isRecord, toText } from '../json';
import { isSameLocation, parseMetricFrequency, type ReportParams } from '../sbca/reportParams';
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

/** Whether a report repeats the request that created it. */
export function hasRequest(body: unknown): boolean {
	return isRecord(getRequest(body).sbcaParams);
}

/**
 * Whether a report was created by this request.
 *
 * @param body The report. It repeats the request; one that does not is not taken for any.
 */
export function isReportOn(
	body: unknown,
	params: ReportParams,
	{ businessDetails }: ReportCustomer,
): boolean {
	const request = getRequest(body);
	const sent = isRecord(request.sbcaParams) ? request.sbcaParams : {};
	const business = isRecord(request.businessDetails) ? request.businessDetails : {};
	return (
		isSameLocation(toText(sent.locationId) ?? '', params.locationId) &&
		sent.metricType === params.metricType &&
		parseMetricFrequency(sent.metricFrequency) === params.metricFrequency &&
		business.name === businessDetails.name
	);
}
