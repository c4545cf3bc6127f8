/** One attempt of one call: build the request, send it, and split the response by row. */
import type { Attempt } from '../../../batch/types';
import { tryOrUndefined } from '../../../mastercard/tryOrUndefined';
import { isUnconfirmedStatus, missingResult } from '../failure';
import type { Operation, ParsedResult } from '../operation';
import { networkError } from '../transport/networkErrors';
import type { ApiResponse, Transport } from '../transport/transport';

/**
 * Never rejects: whatever a response holds, the rows of other calls must not suffer from it, and what was
 * sent before it failed is not reported as unsent.
 */
export async function attemptCall<Row, Value>(
	operation: Operation<Row, Value>,
	transport: Transport,
	rows: readonly Row[],
	timeoutMs: number,
): Promise<Attempt<ParsedResult<Row, Value>[]>> {
	const request = tryOrUndefined(() => operation.buildRequest(rows));
	if (request === undefined) return networkError('requestNotBuilt');

	const sent = await transport.send(request, timeoutMs).catch(() => networkError('other'));
	const attempt = request.creates === true ? withoutRepetition(sent) : sent;
	if (attempt.kind === 'networkError') return attempt;
	const response =
		tryOrUndefined(() => parseResponse(operation, attempt.response, rows)) ??
		rows.map(() => toFailed<Row, Value>(attempt.status));
	return { ...attempt, response };
}

/** A request that creates something is repeated only where nothing can have been created. */
function withoutRepetition<Response>(attempt: Attempt<Response>): Attempt<Response> {
	const isUnconfirmed =
		attempt.kind === 'networkError'
			? attempt.retry === 'once'
			: isUnconfirmedStatus(attempt.status);
	return isUnconfirmed ? { ...attempt, retry: 'never' } : attempt;
}

function parseResponse<Row, Value>(
	operation: Operation<Row, Value>,
	apiResponse: ApiResponse,
	rows: readonly Row[],
): ParsedResult<Row, Value>[] {
	if ('failure' in apiResponse) {
		const { failure } = apiResponse;
		return rows.map((row) => operation.parseFailure?.(failure, row) ?? { kind: 'failed', failure });
	}
	const results = operation.parseResponse(apiResponse.response, rows, Date.now());
	return rows.map((_, index) => results[index] ?? toFailed(null));
}

function toFailed<Row, Value>(httpCode: number | null): ParsedResult<Row, Value> {
	return { kind: 'failed', failure: missingResult(httpCode) };
}
