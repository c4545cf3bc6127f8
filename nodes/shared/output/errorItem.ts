import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { RowFailure } from '../failure';

/**
 * The item of a failed row. `error` is the only key, and the item's own `error` property stays unset: only
 * this shape reaches the error branch on every supported n8n with its details intact.
 */
export function toErrorItem(failure: RowFailure, itemIndex: number): INodeExecutionData {
	const { message, description, httpCode, reasonCode, source, retryable, attempts, correlationId } =
		failure;
	const error: IDataObject = {
		message: `${message} [item ${itemIndex}]`,
		description,
		httpCode,
		reasonCode,
		source,
		retryable,
		attempts,
		correlationId,
	};
	return { json: { error }, pairedItem: { item: itemIndex } };
}
