/**
 * `POST /scores` of Consumer Credit Analytics: builds requests and parses responses.
 *
 * Source: Mastercard Developers, Consumer Credit Analytics, "Retrieve Consumer Scores" and OpenAPI 1.0.0.
 */
import type { HttpResponse, RowResult } from '../errors/Failure';
import {
	declinedFailure,
	unexpectedResponseFailure,
	unusableResponseFailure,
} from '../errors/responseFailure';
import { isRecord, toText } from '../json';
import { entriesForPan } from './entriesForPan';

/** Maximum number of cards in one call. */
export const MAX_CARDS_PER_REQUEST = 20;

/** One card to score. Consent is not included: a row without it is rejected before any call. */
export interface ScoresParams {
	/** 16 to 19 digits. */
	pan: string;
	/** ISO 3166-1 alpha-3. */
	countryCode: string;
	/** Whether Mastercard should include the embedding features. */
	hasEmbedding: boolean;
	scoreTypes: string[];
	productTypes: string[];
}

/** One model's score exactly as sent; documented fields, and any that Mastercard adds. */
export interface ModelScore extends Record<string, unknown> {
	scoreType?: string;
	productType?: string;
	/** 1 to 999; higher is a lower risk. */
	score?: number | null;
	/** 1 to 10: where the score lies in the distribution. */
	decile?: number | null;
	modelName?: string;
	/** `{f1:0.113484,f2:...}`, not JSON; only when requested. */
	embeddingFeatures?: string | number | boolean | object | null;
	/** Whether the decile changed; always false for prospects. */
	hasScoreChangedFromLastWeek?: boolean;
	/** Whether another bank issued the card. */
	isNewProspect?: boolean;
}

/** Why one model has no score, exactly as sent. */
export interface ModelReason extends Record<string, unknown> {
	reasonCode?: string;
	errorMessage?: string;
	modelName?: string;
	scoreType?: string;
	productType?: string;
}

/** What Mastercard knows about one card; a card can have scores of one model and reasons of another. */
export interface CardScores {
	scores: ModelScore[];
	reasons: ModelReason[];
}

/** Key for what must be equal for cards to share a call. */
export function scoresBatchKey(params: ScoresParams): string {
	const { countryCode, hasEmbedding, scoreTypes, productTypes } = params;
	return JSON.stringify([countryCode, hasEmbedding, scoreTypes, productTypes]);
}

/**
 * The request body before encryption.
 * @param params 1 to 20 cards with the same batch key.
 */
export function buildScoresRequest(params: readonly ScoresParams[]): Record<string, unknown> {
	const [{ hasEmbedding, countryCode, scoreTypes, productTypes }] = params as [ScoresParams];
	return {
		hasEmbedding,
		countryCode,
		customerPANs: params.map(({ pan }) => ({ customerPAN: pan, hasConsent: true })),
		scoreTypes,
		productTypes,
	};
}

/**
 * @param response With the decrypted body.
 * @param params The cards of the request, in order.
 * @param now Our clock, ms since 1970, to detect a wrong clock.
 * @returns One result for each card in the order of the request, whatever the order of the response.
 */
export function parseScoresResponse(
	response: HttpResponse,
	params: readonly ScoresParams[],
	now: number,
): RowResult<CardScores>[] {
	if (response.status !== 200) {
		const failure = declinedFailure(response, now, params.length);
		return params.map(() => ({ kind: 'failed', failure }));
	}
	const successes = getList(response.body, 'predictionDataSuccesses');
	const errors = getList(response.body, 'predictionDataErrors');
	if (successes === null && errors === null) {
		const failure = unexpectedResponseFailure(response, 'a list of scores');
		return params.map(() => ({ kind: 'failed', failure }));
	}
	const requested = params.map(({ pan }) => pan);
	// A card with more than one entry keeps all of them.
	const all = (entries: Record<string, unknown>[] | null, pan: string, name: string) =>
		entriesForPan(entries ?? [], pan, requested).flatMap((entry) => getList(entry, name) ?? []);
	return requested.map((pan) =>
		getCardResult(response, {
			scores: all(successes, pan, 'scores'),
			reasons: all(errors, pan, 'errors'),
		}),
	);
}

function getCardResult(response: HttpResponse, value: CardScores): RowResult<CardScores> {
	const { scores, reasons } = value;
	if (scores.length > 0) return { kind: 'succeeded', value };
	const [reason] = reasons;
	if (reason !== undefined)
		return { kind: 'noData', reasonCode: toText(reason.reasonCode) ?? 'UNKNOWN', value };
	return {
		kind: 'failed',
		failure: unusableResponseFailure(
			response,
			'CARD_NOT_IN_RESPONSE',
			"Mastercard's response does not contain this card",
			'The call may have been charged. Run the row again. If the problem persists, give the correlation ID to Mastercard support.',
		),
	};
}

/** The objects in the named list; null when there is no such list. */
function getList(holder: unknown, name: string): Record<string, unknown>[] | null {
	const list = isRecord(holder) ? holder[name] : undefined;
	return Array.isArray(list) ? list.filter(isRecord) : null;
}
