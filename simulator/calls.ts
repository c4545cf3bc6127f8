// The memory of every call, for tests to look at. It stays in the process and is never written anywhere.
import { isJsonObject, type JsonObject, type Received } from './http';
import { parseAuthorization } from './oauth1/header';

/** One request and what became of it. */
export interface RecordedCall {
	method: string;
	path: string;
	/** Decoded query parameters; the last one wins when a name is repeated. */
	query: Record<string, string>;
	/** The Authorization header's OAuth parameters as received; empty when there were none. */
	oauth: { consumerKey?: string; nonce?: string; timestamp?: string; bodyHash?: string };
	/** Request headers, names in lower case. */
	headers: Record<string, string | undefined>;
	/** The JSON body after decryption; undefined for none. */
	body: unknown;
	/** How many card numbers the body held. */
	cards: number;
	/** HTTP status that was sent; 0 until then, and when the connection was cut before, by either side. */
	status: number;
	/** The fault that was played, if any. */
	fault?: string;
	correlationId: string;
	/** Milliseconds since 1970. */
	startedAt: number;
	/** Milliseconds since 1970; undefined while the call is open. */
	finishedAt?: number;
}

/** Starts the record of a request. */
export function recordCall(request: Received, correlationId: string): RecordedCall {
	return {
		method: request.method,
		path: request.path,
		query: Object.fromEntries(new URLSearchParams(request.rawQuery)),
		oauth: oauthParameters(request),
		headers: request.headers,
		body: undefined,
		cards: 0,
		status: 0,
		correlationId,
		startedAt: Date.now(),
	};
}

function oauthParameters(request: Received): RecordedCall['oauth'] {
	const parsed = parseAuthorization(request.headers['authorization']);
	if (typeof parsed === 'string') return {};
	return {
		consumerKey: parsed.get('oauth_consumer_key'),
		nonce: parsed.get('oauth_nonce'),
		timestamp: parsed.get('oauth_timestamp'),
		bodyHash: parsed.get('oauth_body_hash'),
	};
}

/** The card numbers in a CCA request body, wherever the operation has them. */
export function cardNumbersIn(body: unknown): string[] {
	if (!isJsonObject(body)) return [];
	const entries: unknown[] = Array.isArray(body['customerPANs']) ? body['customerPANs'] : [body];
	return entries
		.filter((entry): entry is JsonObject => isJsonObject(entry))
		.map((entry) => entry['customerPAN'])
		.filter((pan) => typeof pan === 'string');
}

/** The most calls that were open at one moment. */
export function peakConcurrency(calls: RecordedCall[]): number {
	const openAt = (moment: number) =>
		calls.filter(
			(call) => call.startedAt <= moment && (call.finishedAt ?? Number.POSITIVE_INFINITY) > moment,
		).length;
	return Math.max(0, ...calls.map((call) => openAt(call.startedAt)));
}
