// Requests and responses as plain data, in the forms they have between the stages of a call.

/** A request exactly as received: nothing is decoded, because the signature covers the original bytes. */
export interface ReceivedRequest {
	method: string;
	/** Path from the request line, still percent-encoded. */
	path: string;
	/** Query string from the request line, without `?`. */
	rawQuery: string;
	host: string;
	/** Header names are in lower case. */
	headers: Record<string, string | undefined>;
	rawBody: Buffer;
	/** The simulator's clock, in milliseconds since 1970 (shifted by `clockSkewSeconds`). */
	now: number;
}

/** The input of an operation: decoded query, decrypted JSON body. */
export interface OperationRequest {
	query: URLSearchParams;
	/** The JSON body; `undefined` if there was none. */
	body: unknown;
	/** The values of the route's path parameters, still percent-encoded. */
	pathParameters: Record<string, string>;
	/** Header names are in lower case. */
	headers: ReceivedRequest['headers'];
	/** The simulator's clock, in milliseconds since 1970. */
	now: number;
	/** The simulator's week: 0 is this week, -1 the one before. */
	week: number;
}

/** The result of an operation, before encryption and before any fault. */
export interface SimulatedResponse {
	status: number;
	/** JSON value; `undefined` means an empty body. */
	body: unknown;
	/** Sent instead of `body`. */
	file?: { contentType: string; bytes: Buffer };
}

/** A JSON value that is an object. */
export type JsonObject = Record<string, unknown>;

/** Distinguishes a JSON object from every other JSON value. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a JSON text, or `undefined` if it is not valid JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
