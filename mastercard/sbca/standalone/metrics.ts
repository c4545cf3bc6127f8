/**
 * `GET /metrics/{location_id}` of the standalone Small Business Credit Analytics: what is asked and how the
 * answer is read.
 *
 * Source: Mastercard's reference application (specification of 2025-11-19) and the testing pages.
 */
import type { Answer, RowResult } from '../../errors/Failure';
import { failureFrom, unreadable } from '../../errors/failureFromResponse';
import { readReport, type LocationReport } from '../report';
import type { ReportQuestion } from '../reportParams';
import { BASE_PATH, type StandaloneRequest } from './basePath';

export function metricsRequest(question: ReportQuestion): StandaloneRequest {
	const { locationId, metricType, metricFrequency } = question;
	return {
		path: `${BASE_PATH}/metrics/${locationId}`,
		query: {
			has_consent: 'true',
			metrics_type: metricType,
			metrics_frequency: metricFrequency,
		},
	};
}

/** @param now Our clock, ms since 1970, for failures that come from a wrong clock. */
export function readMetrics(
	answer: Answer,
	question: ReportQuestion,
	now: number,
): RowResult<LocationReport> {
	if (answer.status !== 200) return { kind: 'failed', failure: failureFrom(answer, now) };
	const value = readReport(answer.body, question);
	if (value !== null) return { kind: 'found', value };
	return {
		kind: 'failed',
		failure: unreadable(
			answer,
			'UNREADABLE_ANSWER',
			'Mastercard answered with something that is not a report with periods',
			'The call may have been charged. Run the row again later; if it happens again, give the correlation ID to Mastercard support.',
		),
	};
}
