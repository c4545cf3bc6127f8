// The plain data that travels between the stages of one call.

/** A request as it arrived: nothing decoded, so that signatures can be checked over the true bytes. */
export interface Received {
	method: string;
	/** Path as in the request line, percent-encoding untouched. */
	path: string;
	/** Query string as in the request line, without `?`. */
	rawQuery: string;
	host: string;
	headers: Record<string, string | undefined>;
	bytes: Buffer;
	/** The server's own clock, milliseconds since 1970 (moved by `clockSkewSeconds`). */
	now: number;
}

/** What an operation is asked: the query decoded, the JSON body decrypted. */
export interface Question {
	query: URLSearchParams;
	/** The JSON body; `undefined` when there was none. */
	body: unknown;
	/** The segments of the path that matched `*` in the route. */
	pathValues: string[];
	/** Names in lower case. */
	headers: Received['headers'];
	/** The server's own clock, milliseconds since 1970. */
	now: number;
}

/** What an operation answers, before encryption and before any fault. */
export interface Answer {
	status: number;
	/** JSON value; `undefined` means an empty body. */
	body: unknown;
	/** Sent in place of the body. */
	file?: { type: string; bytes: Buffer };
}

/** A body that is a JSON object. */
export type JsonObject = Record<string, unknown>;

/** Tells a JSON object from every other JSON value. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
