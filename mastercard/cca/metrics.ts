/**
 * `POST /metrics` of Consumer Credit Analytics: what is asked and how the answer is read.
 *
 * Source: Mastercard Developers, Consumer Credit Analytics, "Metrics for Consumers" and "Retrieve Consumer
 * Metrics". The page shows one success; how a card without metrics is answered is not published, so both
 * forms that the API uses elsewhere are understood.
 */
import type { Answer, RowResult } from '../errors/Failure';
import { failureFrom, unreadable } from '../errors/failureFromResponse';
import { readErrors } from '../errors/parseErrors';
import { isRecord, textOf } from '../json';
import { findEntries } from './entriesForPan';
import { readMetricGroups, type MetricGroups } from './metricGroups';
import type { ModelReason } from './scores';

/** One card; a call carries one. Consent is not here: a card without it never becomes a question. */
export interface MetricsQuestion {
	/** 16 to 19 digits. */
	pan: string;
	/** ISO 3166-1 alpha-3 code of the issuer's country. */
	countryCode: string;
	productType: string;
}

/** What Mastercard knows about one card. */
export interface CardMetrics extends MetricGroups {
	/** Whether another bank issued the card; null when Mastercard does not say. */
	isNewProspect: boolean | null;
	productType: string;
	/** Why metrics are missing, as sent; usually empty when there are any. */
	reasons: ModelReason[];
}

/** Codes that say something about the card, not about the call. Source: OpenAPI 1.0.0 and the test cases. */
const ABOUT_THE_CARD = [
	'PAN_NOT_FOUND',
	'NOT_ENOUGH_TRANSACTIONS_TO_SCORE',
	'CARD_TOO_NEW_TO_SCORE',
];

/** The request body before encryption. */
export function metricsRequest(question: MetricsQuestion): Record<string, unknown> {
	const { countryCode, pan, productType } = question;
	return { countryCode, customerPAN: pan, productType, hasConsent: true };
}

/**
 * @param answer The decrypted answer.
 * @param question The card that was asked.
 * @param now Our clock, ms since 1970, for failures that come from a wrong clock.
 */
export function readMetrics(
	answer: Answer,
	question: MetricsQuestion,
	now: number,
): RowResult<CardMetrics> {
	const body = isRecord(answer.body) ? answer.body : {};
	const { pan, productType } = question;
	const [card] = 'customerPAN' in body ? findEntries([body], pan, [pan]) : [body];
	const read = answer.status === 200 ? readMetricGroups(card?.mtmMetrics) : null;
	const reasons = reasonsOf(answer, body, pan);
	const reasonCode = textOf(reasons[0]?.reasonCode);
	if (read !== null && (reasonCode === null || hasMetrics(read)))
		return {
			kind: 'found',
			value: {
				isNewProspect: typeof card?.isNewProspect === 'boolean' ? card.isNewProspect : null,
				productType: textOf(card?.productType) ?? productType,
				...read,
				reasons,
			},
		};
	if (reasonCode !== null) {
		const value = { isNewProspect: null, productType, groups: {}, unread: {}, reasons };
		return { kind: 'unavailable', reasonCode, value };
	}
	if (answer.status !== 200 || readErrors(body).length > 0)
		return { kind: 'failed', failure: failureFrom(answer, now) };
	return {
		kind: 'failed',
		failure: unreadable(
			answer,
			'UNREADABLE_ANSWER',
			'Mastercard answered with something that is not the metrics of this card',
			'The call may have been charged. Run the row again later; if it happens again, give the correlation ID to Mastercard support.',
		),
	};
}

function hasMetrics({ groups, unread }: MetricGroups): boolean {
	const read = Object.values(groups).some((group) => Object.keys(group).length > 0);
	return read || Object.keys(unread).length > 0;
}

/** Reasons inside a 200, in the style of `/scores`, or an error answer whose code is about the card. */
function reasonsOf(answer: Answer, body: Record<string, unknown>, pan: string): ModelReason[] {
	if (answer.status !== 200)
		return readErrors(body)
			.filter(({ reasonCode }) => ABOUT_THE_CARD.includes(reasonCode ?? ''))
			.map(({ reasonCode, description }) => ({
				reasonCode: reasonCode ?? undefined,
				errorMessage: description ?? undefined,
			}));
	const lists = body.predictionDataErrors;
	const holders = Array.isArray(lists) ? findEntries(lists.filter(isRecord), pan, [pan]) : [body];
	return holders.flatMap(({ errors }) => (Array.isArray(errors) ? errors.filter(isRecord) : []));
}
