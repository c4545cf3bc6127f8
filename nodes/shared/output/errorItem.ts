import type { IDataObject, IExecuteFunctions, INodeExecutionData, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Failure } from '../../../mastercard/errors/Failure';
import { InvalidParameter } from '../../../mastercard/errors/InvalidParameterError';

/** A row that has no result, with how often it was asked for. */
export interface RowFailure extends Failure {
	attempts: number;
}

/** A row that was refused before any call. */
export function refusal(error: InvalidParameter): RowFailure {
	return {
		message: error.message,
		description: error.wayOut,
		httpCode: null,
		reasonCode: error.code,
		source: 'Node',
		retryable: false,
		correlationId: null,
		attempts: 0,
	};
}

/**
 * The item of a failed row. `error` is the only key, and the item's own `error` property stays unset: only
 * this shape reaches the error branch on every supported n8n with its details intact.
 */
export function failureItem(failure: RowFailure, itemIndex: number): INodeExecutionData {
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

/** The error that stops the node at a failed row. */
export function stoppingError(
	context: IExecuteFunctions,
	failure: RowFailure,
	itemIndex: number,
	alreadyAnswered: number,
): NodeApiError | NodeOperationError {
	const message = `${failure.message} [item ${itemIndex}]`;
	const description = [
		failure.description,
		alreadyAnswered > 0
			? `${alreadyAnswered} ${alreadyAnswered === 1 ? 'row was' : 'rows were'} already answered; set 'On Error' in the node's settings to 'Continue' to keep such answers.`
			: '',
		failure.correlationId === null ? '' : `Correlation ID: ${failure.correlationId}.`,
	]
		.filter((part) => part !== '')
		.join(' ');
	if (failure.httpCode === null)
		return new NodeOperationError(context.getNode(), message, { description, itemIndex });
	const { reasonCode, source, correlationId } = failure;
	// From a plain object: wrapping an error would drop the message and the description.
	const facts: JsonObject = { reasonCode, source, correlationId };
	return new NodeApiError(context.getNode(), facts, {
		message,
		description,
		httpCode: String(failure.httpCode),
		itemIndex,
	});
}
