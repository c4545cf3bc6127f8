import { NodeApiError, NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { scrubText } from '../../redaction/scrub';
import type { RowFailure } from './output/errorItem';

const NODE_FAULT = 'The node could not finish this run';

/** Why no row has a result: a setting that cannot be, a credential that is missing, or a fault of this package. */
export function runFailure(error: unknown): RowFailure {
	const known = error instanceof NodeOperationError || error instanceof NodeApiError;
	return {
		message: known ? scrubText(error.message) : NODE_FAULT,
		description: scrubText((known ? error.description : messageOf(error)) ?? ''),
		httpCode: null,
		reasonCode: known ? 'NODE_SETTING' : 'NODE_FAULT',
		source: 'Node',
		retryable: false,
		correlationId: null,
		attempts: 0,
	};
}

/** The error that stops the node: ours as it is, anything else without its data. */
export function asNodeError(
	context: IExecuteFunctions,
	error: unknown,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError || error instanceof NodeApiError) return error;
	return new NodeOperationError(context.getNode(), NODE_FAULT, {
		description: scrubText(messageOf(error)),
	});
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : '';
}
