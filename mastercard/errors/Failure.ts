import type { FailureScope } from './scope';

/** Why a row has no result: it was rejected before the call, or the call failed. Plain data, safe to display. */
export interface Failure {
	/** What happened, in one sentence. */
	message: string;
	/** Mastercard's details, and what the user can do. */
	description: string;
	/** HTTP status of the last response; null when there was none. */
	httpCode: number | null;
	/** Mastercard's own code, unchanged, or ours when Mastercard gave none. */
	reasonCode: string | null;
	/** Who reported it: a Mastercard service, its gateway, or this node. */
	source: string | null;
	/** Whether sending the same row again later can succeed. */
	retryable: boolean;
	/** Whether this row, its request or the whole run is at fault. */
	scope: FailureScope;
	/** Mastercard's ID for the call, for their support. */
	correlationId: string | null;
}

/** What the transport returns: the status, the headers by lower-case name and the parsed body. */
export interface HttpResponse {
	status: number;
	headers: Readonly<Record<string, string>>;
	body: unknown;
}

/** One row's share of a response. */
export type RowResult<Value> =
	/** Mastercard has data for the row. */
	| { kind: 'succeeded'; value: Value }
	/** Mastercard responded, and has no data: an unscored card, a merchant without a match. */
	| { kind: 'noData'; reasonCode: string; value: Value }
	| { kind: 'failed'; failure: Failure };
