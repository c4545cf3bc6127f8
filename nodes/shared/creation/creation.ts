/**
 * Requests that create something for which Mastercard may charge. Mastercard has no idempotency keys, with which a
 * service recognizes a repeated request; but it lists what exists.
 */
import type { Failure, HttpResponse, RowResult } from '../../../mastercard/errors/Failure';
import type { ApiRequest } from '../transport/transport';

/** It exists, and Mastercard has not finished it. */
export interface Unfinished {
	kind: 'unfinished';
	/** Null when the response does not say. */
	id: string | null;
	/** For when it is not waited for. */
	failure: Failure;
}

/** What the list shows: what was created, or nothing, or the IDs of those that may be it. */
export type LookupResult<Value> =
	RowResult<Value> | { kind: 'none' } | { kind: 'candidates'; ids: readonly string[] };

/** What was fetched by its ID: what was created, or something else; or why it could not be fetched. */
export type FetchResult<Value> =
	RowResult<Value> | Unfinished | { kind: 'other' } | { kind: 'unavailable'; failure: Failure };

/** How one kind of thing is created, and found again. */
export interface Creation<Row, Value> {
	/** "report" */
	subject: string;
	/** What the user can do to find it; a sentence. */
	howToFind(row: Row): string;
	buildRequest(row: Row): ApiRequest;
	parseResponse(response: HttpResponse, row: Row, now: number): RowResult<Value> | Unfinished;
	/** The list of what exists. */
	buildLookup(row: Row): ApiRequest;
	parseLookup(response: HttpResponse, row: Row, now: number): LookupResult<Value>;
	/** Where a list does not tell enough, or where creating takes time. */
	byId?: {
		/** @returns Those that may be what the row has created, by all that other rows have found out. */
		narrow(row: Row, ids: readonly string[]): readonly string[];
		buildRequest(row: Row, id: string): ApiRequest;
		/** @param isKnown Whether the ID is known to be that of what the row has created. */
		parseResponse(
			response: HttpResponse,
			row: Row,
			id: { id: string; isKnown: boolean },
			now: number,
		): FetchResult<Value>;
	};
}

/** How far a row has come whose first request gave no result. */
export interface CreationState {
	step: 'create' | 'lookUp' | 'compare' | 'fetch';
	/** Requests to create that were sent. */
	requests: number;
	/** Why the last of them gave no result: its response was lost, or what it creates is not finished. */
	lost: Failure;
	/** To compare or to fetch: the next ID, then those to try after it. */
	ids: readonly string[];
}

export interface CreationRow {
	/** Not set for the first request. */
	creation?: CreationState;
}
