/** Why a row has no result although it was sent, or was refused before. Plain data, safe to show. */
export interface Failure {
	/** What happened, in one sentence. */
	message: string;
	/** What Mastercard said about it, and what the user can do. */
	description: string;
	/** HTTP status of the last answer; null when there was none. */
	httpCode: number | null;
	/** Mastercard's own code, passed through as sent, or ours when Mastercard gave none. */
	reasonCode: string | null;
	/** Who refused: a Mastercard service, its gateway, or this node. */
	source: string | null;
	/** Whether sending the same row again later can succeed. */
	retryable: boolean;
	/** Mastercard's id for the call, for their support. */
	correlationId: string | null;
}

/** What the transport brings back: the status, the headers by lower-case name and the readable body. */
export interface Answer {
	status: number;
	headers: Readonly<Record<string, string>>;
	body: unknown;
}

/** One row's share of an answer. */
export type RowResult<Value> =
	/** Mastercard has data for the row. */
	| { kind: 'found'; value: Value }
	/** Mastercard answered, and has none: an unscored card, a merchant without a match. */
	| { kind: 'unavailable'; reasonCode: string; value: Value }
	| { kind: 'failed'; failure: Failure };
