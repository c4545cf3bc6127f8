/**
 * `POST /metrics` of Consumer Credit Analytics: builds requests and parses responses.
 *
 * Source: Mastercard Developers, Consumer Credit Analytics, "Metrics for Consumers" and "Retrieve Consumer
 * Metrics". The page shows one success. The response for a card without metrics is not documented, so both
 * forms that the API uses elsewhere are accepted.
 */
import type { HttpResponse, RowResult } from '../errors/Failure';
import { declinedFailure, unexpectedResponseFailure } from '../errors/responseFailure';
import { parseErrors } from '../errors/parseErrors';
import { isRecord, toText } from '../json';
import { entriesForPan } from './entriesForPan';
import { parseMetricGroups, type MetricGroups } from './metricGroups';
import type { ModelReason } from './scores';

/** One card; a call carries one. Consent is not included: a row without it is rejected before any call. */
export interface MetricsParams {
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

/** Codes about the card, not about the call. Source: OpenAPI 1.0.0 and the test cases. */
const ABOUT_THE_CARD = [
	'PAN_NOT_FOUND',
	'NOT_ENOUGH_TRANSACTIONS_TO_SCORE',
	'CARD_TOO_NEW_TO_SCORE',
];

/** The request body before encryption. */
export function buildMetricsRequest(params: MetricsParams): Record<string, unknown> {
	const { countryCode, pan, productType } = params;
	return { countryCode, customerPAN: pan, productType, hasConsent: true };
}

/**
 * @param response With the decrypted body.
 * @param params The card of the request.
 * @param now Our clock, ms since 1970, to detect a wrong clock.
 */
export function parseMetricsResponse(
	response: HttpResponse,
	params: MetricsParams,
	now: number,
): RowResult<CardMetrics> {
	const body = isRecord(response.body) ? response.body : {};
	const { pan, productType } = params;
	const [card] = 'customerPAN' in body ? entriesForPan([body], pan, [pan]) : [body];
	const read = response.status === 200 ? parseMetricGroups(card?.mtmMetrics) : null;
	const reasons = getReasons(response, body, pan);
	const reasonCode = toText(reasons[0]?.reasonCode);
	if (read !== null && (reasonCode === null || hasMetrics(read)))
		return {
			kind: 'succeeded',
			value: {
				isNewProspect: typeof card?.isNewProspect === 'boolean' ? card.isNewProspect : null,
				productType: toText(card?.productType) ?? productType,
				...read,
				reasons,
			},
		};
	if (reasonCode !== null) {
		const value = { isNewProspect: null, productType, groups: {}, unreadGroups: {}, reasons };
		return { kind: 'noData', reasonCode, value };
	}
	if (response.status !== 200 || parseErrors(body).length > 0)
		return { kind: 'failed', failure: declinedFailure(response, now) };
	return {
		kind: 'failed',
		failure: unexpectedResponseFailure(response, 'the metrics of this card'),
	};
}

function hasMetrics({ groups, unreadGroups }: MetricGroups): boolean {
	const read = Object.values(groups).some((group) => Object.keys(group).length > 0);
	return read || Object.keys(unreadGroups).length > 0;
}

/** Reasons inside a 200, as in `/scores`, or an error response whose code is about the card. */
function getReasons(
	response: HttpResponse,
	body: Record<string, unknown>,
	pan: string,
): ModelReason[] {
	if (response.status !== 200)
		return parseErrors(body)
			.filter(({ reasonCode }) => ABOUT_THE_CARD.includes(reasonCode ?? ''))
			.map(({ reasonCode, description }) => ({
				reasonCode: reasonCode ?? undefined,
				errorMessage: description ?? undefined,
			}));
	const lists = body.predictionDataErrors;
	const holders = Array.isArray(lists) ? entriesForPan(lists.filter(isRecord), pan, [pan]) : [body];
	return holders.flatMap(({ errors }) => (Array.isArray(errors) ? errors.filter(isRecord) : []));
}
