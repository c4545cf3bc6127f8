/** The items of rows that have no result. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { truncate } from '../../../mastercard/errors/truncate';
import {
	MAX_ERROR_BYTES,
	MAX_ERROR_NAME_BYTES,
	MAX_ERROR_TEXT_BYTES,
} from '../../../mastercard/limits';
import type { RowFailure } from '../failure';

/**
 * Fields that tell which row an error is about, where the input row itself must not be shown. Never throws.
 *
 * @param row The parsed row; undefined when it could not be parsed, or when nothing was.
 */
export type IdentifyRow<Row> = (itemIndex: number, row?: Row) => IDataObject;

/**
 * The item of a failed row. `error` is the only key, and the item's own `error` property stays unset: only
 * this shape reaches the error branch on every supported n8n with its details intact.
 *
 * @param identity For nodes whose input rows hold card numbers. On the error output, n8n merges the input row into
 * an item that is paired by an object, and leaves it alone when it is paired by a plain number; `$('...').item`
 * follows both.
 * @returns An item whose `error` takes at most {@link MAX_ERROR_BYTES}.
 */
export function toErrorItem(
	failure: RowFailure,
	itemIndex: number,
	identity?: IDataObject,
): INodeExecutionData {
	const { message, description, httpCode, reasonCode, source, retryable, attempts, correlationId } =
		failure;
	const error: IDataObject = {
		message: `${truncate(message, MAX_ERROR_TEXT_BYTES)} [item ${itemIndex}]`,
		description: '',
		httpCode,
		reasonCode: shortName(reasonCode),
		source: shortName(source),
		retryable,
		attempts,
		correlationId: shortName(correlationId),
		item: itemIndex,
		scope: failure.scope,
		...shortNames(identity),
	};
	const room = MAX_ERROR_BYTES - Buffer.byteLength(JSON.stringify(error));
	error.description = truncate(description, room);
	return {
		json: { error },
		pairedItem: identity === undefined ? { item: itemIndex } : itemIndex,
	};
}

function shortNames(identity: IDataObject = {}): IDataObject {
	return Object.fromEntries(
		Object.entries(identity).map(([field, value]) => [field, shortName(String(value))]),
	);
}

function shortName(name: string | null): string | null {
	return name === null ? null : truncate(name, MAX_ERROR_NAME_BYTES);
}
