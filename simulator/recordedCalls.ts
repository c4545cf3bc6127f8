// A record of every call, for tests to inspect. It is kept in memory only and never written anywhere.
import { isJsonObject, type JsonObject, type ReceivedRequest } from './http';
import { parseAuthorizationHeader } from './oauth1/authorizationHeader';

/** One request and its outcome. */
export interface RecordedCall {
	method: string;
	path: string;
	/** Decoded query parameters; if a name is repeated, the last value wins. */
	query: Record<string, string>;
	/** The OAuth parameters of the Authorization header as received; empty if there were none. */
	oauth: { consumerKey?: string; nonce?: string; timestamp?: string; bodyHash?: string };
	/** Request headers with lower-case names. */
	headers: Record<string, string | undefined>;
	/** The JSON body after decryption; undefined if there was none. */
	body: unknown;
	/** Number of card numbers in the body. */
	cardCount: number;
	/** HTTP status that was sent; 0 until then, or if either side closed the connection first. */
	status: number;
	/** Kind of the injected fault, if any. */
	fault?: string;
	correlationId: string;
	/** Milliseconds since 1970. */
	startedAt: number;
	/** Milliseconds since 1970; undefined while the call is in progress. */
	finishedAt?: number;
}

/** Starts the record of a request. */
export function createRecordedCall(
	request: ReceivedRequest,
	correlationId: string,
	startedAt: number,
): RecordedCall {
	return {
		method: request.method,
		path: request.path,
		query: Object.fromEntries(new URLSearchParams(request.rawQuery)),
		oauth: getOAuthParameters(request),
		headers: request.headers,
		body: undefined,
		cardCount: 0,
		status: 0,
		correlationId,
		startedAt,
	};
}

function getOAuthParameters(request: ReceivedRequest): RecordedCall['oauth'] {
	const parsed = parseAuthorizationHeader(request.headers['authorization']);
	if (typeof parsed === 'string') return {};
	return {
		consumerKey: parsed.get('oauth_consumer_key'),
		nonce: parsed.get('oauth_nonce'),
		timestamp: parsed.get('oauth_timestamp'),
		bodyHash: parsed.get('oauth_body_hash'),
	};
}

/** The card numbers in a CCA request body: one for /metrics, a list for /scores. */
export function getCardNumbers(body: unknown): string[] {
	if (!isJsonObject(body)) return [];
	const entries: unknown[] = Array.isArray(body['customerPANs']) ? body['customerPANs'] : [body];
	return entries
		.filter((entry): entry is JsonObject => isJsonObject(entry))
		.map((entry) => entry['customerPAN'])
		.filter((pan) => typeof pan === 'string');
}

/** The largest number of calls that were in progress at the same time. */
export function getPeakConcurrency(calls: RecordedCall[]): number {
	const countAt = (time: number) =>
		calls.filter(
			(call) => call.startedAt <= time && (call.finishedAt ?? Number.POSITIVE_INFINITY) > time,
		).length;
	return Math.max(0, ...calls.map((call) => countAt(call.startedAt)));
}
