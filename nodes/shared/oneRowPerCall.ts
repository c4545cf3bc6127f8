/** For operations whose API takes one row per call. */
import type { HttpResponse } from '../../mastercard/errors/Failure';
import type { Operation, ParsedResult } from './operation';
import type { ApiRequest } from './transport/transport';

type OneRowPerCall<Row, Value> = Pick<
	Operation<Row, Value>,
	'dedupeKey' | 'maxRowsPerCall' | 'buildRequest' | 'parseResponse'
>;

/** @returns The parts of an operation that follow from how one row is sent; equal rows are sent once. */
export function oneRowPerCall<Row, Value>(
	buildRequest: (row: Row) => ApiRequest,
	parseResponse: (response: HttpResponse, row: Row, now: number) => ParsedResult<Row, Value>,
): OneRowPerCall<Row, Value> {
	return {
		dedupeKey: (row) => JSON.stringify(row),
		maxRowsPerCall: 1,
		buildRequest: ([row]) => buildRequest(row as Row),
		parseResponse: (response, rows, now) => rows.map((row) => parseResponse(response, row, now)),
	};
}
