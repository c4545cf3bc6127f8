/**
 * Creates something for each row, and never a second time unawares: a request whose response was lost is not repeated
 * before Mastercard's list shows that it has created nothing.
 */
import type { Failure, HttpResponse } from '../../../mastercard/errors/Failure';
import { isUnconfirmed } from '../failure';
import type { Operation, ParsedResult } from '../operation';
import type { ApiRequest } from '../transport/transport';
import type { Creation, CreationRow, CreationState, FetchResult, Unfinished } from './creation';
import { describeNotCreated, describeUnknown } from './failures';

/**
 * Milliseconds before Mastercard is asked again about a report in progress, as its specification says. So long it also
 * gets to list what a lost request has created.
 */
export const WAIT_MS = 20_000;

type Parts<Row, Value> = Required<
	Pick<
		Operation<Row, Value>,
		'dedupeKey' | 'maxRowsPerCall' | 'buildRequest' | 'parseResponse' | 'parseFailure'
	>
>;

/** @param maxAttempts Requests to create that are sent for a row at most. */
export function createOnce<Row extends CreationRow, Value>(
	creation: Creation<Row, Value>,
	maxAttempts: number,
): Parts<Row, Value> {
	type Result = ParsedResult<Row, Value>;

	/** Asks for the list, because the request to create got no usable response. */
	const lookUp = (row: Row, lost: Failure): Result => {
		const requests = (row.creation?.requests ?? 0) + 1;
		const state: CreationState = { step: 'lookUp', requests, lost, ids: [] };
		return failed(describeUnknown(creation, row, lost), { ...row, creation: state }, WAIT_MS);
	};

	/** The list shows that the lost request has created nothing. */
	const createAgain = (row: Row, state: CreationState): Result => {
		const failure = describeNotCreated(creation, state.lost);
		if (state.requests >= maxAttempts) return { kind: 'failed', failure };
		return failed(failure, { ...row, creation: { ...state, step: 'create', ids: [] } });
	};

	/** The list, or the candidate before, leaves these. */
	const compare = (row: Row, state: CreationState, candidates: readonly string[]): Result => {
		const ids = creation.byId?.narrow(row, candidates) ?? [];
		if (ids.length === 0) return createAgain(row, state);
		const failure = describeUnknown(creation, row, state.lost);
		return failed(failure, { ...row, creation: { ...state, step: 'compare', ids } });
	};

	const fetch = (row: Row, { id, failure }: Unfinished, others: readonly string[] = []): Result => {
		if (id === null) return lookUp(row, failure);
		const requests = row.creation?.requests ?? 1;
		const state: CreationState = { step: 'fetch', requests, lost: failure, ids: [id, ...others] };
		return failed(failure, { ...row, creation: state }, WAIT_MS);
	};

	const parseCreated = (response: HttpResponse, row: Row, now: number): Result => {
		const result = creation.parseResponse(response, row, now);
		if (result.kind === 'unfinished') return fetch(row, result);
		return result.kind === 'failed' ? parseFailure(result.failure, row) : result;
	};

	const parseFetched = (result: FetchResult<Value>, row: Row, state: CreationState): Result => {
		const others = state.ids.slice(1);
		if (result.kind === 'unfinished') return fetch(row, result, others);
		if (result.kind === 'unavailable') return parseFailure(result.failure, row);
		return result.kind === 'other' ? compare(row, state, others) : result;
	};

	const parseResponse = (response: HttpResponse, row: Row, now: number): Result => {
		const state = row.creation;
		if (state === undefined || state.step === 'create') return parseCreated(response, row, now);
		if (state.step === 'lookUp') {
			const result = creation.parseLookup(response, row, now);
			if (result.kind === 'failed') return parseFailure(result.failure, row);
			if (result.kind === 'none') return createAgain(row, state);
			return result.kind === 'candidates' ? compare(row, state, result.ids) : result;
		}
		const id = { id: state.ids[0] ?? '', isKnown: state.step === 'fetch' };
		const result = creation.byId?.parseResponse(response, row, id, now) ?? { kind: 'other' };
		return parseFetched(result, row, state);
	};

	const parseFailure = (failure: Failure, row: Row): Result => {
		const { step = 'create', lost = failure } = row.creation ?? {};
		if (step === 'create')
			return isUnconfirmed(failure) ? lookUp(row, failure) : { kind: 'failed', failure };
		// What is fetched exists, and its failure says how to get it.
		if (step === 'fetch') return { kind: 'failed', failure: lost };
		return { kind: 'failed', failure: describeUnknown(creation, row, lost) };
	};

	return {
		dedupeKey: (row) => JSON.stringify(row),
		maxRowsPerCall: 1,
		buildRequest: ([row]) => buildRequest(creation, row as Row),
		parseResponse: (response, rows, now) => rows.map((row) => parseResponse(response, row, now)),
		parseFailure,
	};
}

function buildRequest<Row extends CreationRow, Value>(
	creation: Creation<Row, Value>,
	row: Row,
): ApiRequest {
	const { step, ids } = row.creation ?? { step: 'create', ids: [] };
	if (step === 'create') return { ...creation.buildRequest(row), creates: true };
	const [id] = ids;
	if (id === undefined || creation.byId === undefined) return creation.buildLookup(row);
	return creation.byId.buildRequest(row, id);
}

/** A result that stands if the next request is not sent. */
function failed<Row, Value>(failure: Failure, row: Row, waitMs?: number): ParsedResult<Row, Value> {
	return { kind: 'failed', failure, next: { row, ...(waitMs !== undefined && { waitMs }) } };
}
