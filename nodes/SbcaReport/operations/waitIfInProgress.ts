/** Getting a report again while Mastercard is still creating it. */
import type { HttpResponse, RowResult } from '../../../mastercard/errors/Failure';
import { isInProgress } from '../../../mastercard/openFinance/report';
import { WAIT_MS } from '../../shared/creation/createOnce';
import type { ParsedResult } from '../../shared/operation';

/** @returns The result, after which the same row is sent again if the response shows a report in progress. */
export function waitIfInProgress<Row, Value>(
	result: RowResult<Value>,
	{ body }: HttpResponse,
	row: Row,
): ParsedResult<Row, Value> {
	const isWaiting = result.kind === 'failed' && isInProgress(body);
	return isWaiting ? { ...result, next: { row, waitMs: WAIT_MS } } : result;
}
