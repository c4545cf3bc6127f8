/**
 * `POST /decisioning/customers/{customerId}/sbca` of Open Finance US: what is asked and how the report is read.
 *
 * Source: Mastercard's Open Finance US specification 1.43.0, operation GenerateSBCAMetricsReport. Its examples
 * differ from its schemas; the reader takes both.
 */
import type { Answer, RowResult } from '../errors/Failure';
import { unreadable } from '../errors/failureFromResponse';
import { isRecord, textOf } from '../json';
import { readReport, type LocationReport } from '../sbca/report';
import type { ReportQuestion } from '../sbca/reportParams';
import type { BusinessDetails } from './businessDetails';
import { isReportId } from './ids';
import { notWhatWasAsked, refused } from './failure';

/** Whom a report is filed under, and the business it is about. */
export interface ReportParty {
	customerId: string;
	businessDetails: BusinessDetails;
}

/** Consent is `true` here, as a row without it never becomes a question. */
export function reportRequest(
	{ locationId, metricType, metricFrequency }: ReportQuestion,
	{ customerId, businessDetails }: ReportParty,
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
export function readReportAnswer(
	answer: Answer,
	question: ReportQuestion,
	now: number,
): RowResult<LocationReport> {
	const { status, body } = answer;
	if (status !== 200) return refused(answer, now);
	const unfinished = readStatus(answer, { retryable: false, description: howToGetIt(body) });
	if (unfinished !== null) return unfinished;
	const value = readReport(metricsIn(body, question.locationId), question);
	return value === null
		? notWhatWasAsked(answer, 'a report with periods')
		: { kind: 'found', value };
}

/** Sending the row again would make, and perhaps charge, a second report. */
function howToGetIt(body: unknown): string {
	const id = isRecord(body) ? (textOf(body.id) ?? '') : '';
	const itsId = isReportId(id) ? `, 'Report ID' ${id}` : '';
	return `Do not create it again: it may be charged twice. Wait 20 seconds and read it with the operation Get${itsId}.`;
}

/**
 * Says why a report has no figures yet, or never will; null for one that has, also where it does not say so.
 * @param whenInProgress What to do about one that is still being made; asking again is free for one made before.
 */
export function readStatus(
	answer: Answer,
	whenInProgress = { retryable: true, description: 'Wait 20 seconds and get the report again.' },
): RowResult<never> | null {
	const status = isRecord(answer.body) ? answer.body.status : undefined;
	if (status === 'inProgress') {
		const failure = unreadable(
			answer,
			'REPORT_IN_PROGRESS',
			'Mastercard is still making this report',
			whenInProgress.description,
		);
		const { retryable } = whenInProgress;
		return { kind: 'failed', failure: { ...failure, source: 'OpenFinance', retryable } };
	}
	if (status !== 'failure') return null;
	const failure = unreadable(
		answer,
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
export function metricsIn(body: unknown, locationId?: string): unknown {
	const locations = isRecord(body)
		? LISTS.flatMap((name) => body[name] ?? []).filter(isRecord)
		: [];
	return locations.find((location) => location.locationId === locationId) ?? locations[0];
}
