/** One attempt of one call: build the request, send it, and split the response by row. */
import type { Attempt } from '../../../batch/types';
import type { RowResult } from '../../../mastercard/errors/Failure';
import { missingResult } from '../failure';
import type { Operation } from '../operation';
import type { RowResponse } from '../rows';
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
): Promise<Attempt<RowResponse<Row, Value>[]>> {
	const request = tryOrUndefined(() => operation.buildRequest(rows));
	if (request === undefined) return networkError('requestNotBuilt');

	const attempt = await transport.send(request, timeoutMs).catch(() => networkError('other'));
	if (attempt.kind === 'networkError') return attempt;
	const response =
		tryOrUndefined(() => toRowResponses(operation, attempt.response, rows)) ??
		rows.map(() => ({ result: toFailed(attempt.status) }));
	return { ...attempt, response };
}

function toRowResponses<Row, Value>(
	operation: Operation<Row, Value>,
	apiResponse: ApiResponse,
	rows: readonly Row[],
): RowResponse<Row, Value>[] {
	if ('failure' in apiResponse)
		return rows.map((row) => withFollowUp(operation, row, { kind: 'failed', ...apiResponse }));
	const { response } = apiResponse;
	const results = operation.parseResponse(response, rows, Date.now());
	return rows.map((row, index) => withFollowUp(operation, row, results[index] ?? toFailed(null)));
}

function withFollowUp<Row, Value>(
	operation: Operation<Row, Value>,
	row: Row,
	result: RowResult<Value>,
): RowResponse<Row, Value> {
	return { result, followUp: operation.followUp?.(row, result) };
}

function toFailed(httpCode: number | null): RowResult<never> {
	return { kind: 'failed', failure: missingResult(httpCode) };
}

function tryOrUndefined<Value>(action: () => Value): Value | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
