/** Why a row has no result: one factory for each kind of failure, and the error that stops a node. */
import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type JsonObject,
} from 'n8n-workflow';
import type { CallOutcome } from '../../batch/types';
import type { Failure } from '../../mastercard/errors/Failure';
import type { InvalidParameterError } from '../../mastercard/errors/InvalidParameterError';
import { UNEXPECTED_RESPONSE } from '../../mastercard/errors/responseFailure';
import { truncate } from '../../mastercard/errors/truncate';
import { CredentialFieldError } from '../../mastercard/keys/CredentialFieldError';
import { MAX_ERROR_BYTES } from '../../mastercard/limits';
import { redactText } from '../../redaction/redactText';
import {
	NETWORK_ERRORS,
	UNCONFIRMED_REASON_CODES,
	isNetworkErrorCause,
} from './transport/networkErrors';

/** The failure of a row, with the number of attempts made for it. */
export interface RowFailure extends Failure {
	attempts: number;
}

/** What all failures that this package notices itself have in common. */
const OURS = { httpCode: null, source: 'Node', retryable: false, correlationId: null } as const;

/** A row that is never sent because of its own parameters. */
export function rejectedRow({ code, message, hint }: InvalidParameterError): RowFailure {
	return { ...OURS, message, description: hint, reasonCode: code, scope: 'row', attempts: 0 };
}

/** A credential with which nothing can be sent. */
export function invalidCredential(error: unknown): RowFailure {
	const isOurs = error instanceof CredentialFieldError;
	return {
		...OURS,
		message: isOurs ? error.message : 'The credential could not be read',
		description: 'Nothing was sent. Correct the credential and run the node again.',
		reasonCode: isOurs ? error.code : 'CREDENTIAL',
		scope: 'run',
		attempts: 0,
	};
}

/** A call that was never sent, or that got no response. */
export function failedCall(outcome: CallOutcome<unknown>): Failure {
	if (outcome.kind === 'response') return missingResult();
	if (outcome.kind === 'notSent')
		return {
			...OURS,
			message:
				outcome.reason === 'cancelled'
					? 'Not sent: the execution was cancelled'
					: 'Not sent: an earlier call failed',
			description: 'Nothing was charged for this row. Run it again.',
			reasonCode: NOT_SENT,
			retryable: true,
			scope: 'run',
		};
	const cause = isNetworkErrorCause(outcome.cause) ? outcome.cause : 'other';
	const { advice, message, reasonCode, retryable, scope } = NETWORK_ERRORS[cause];
	return { ...OURS, message, description: advice, reasonCode, retryable, scope };
}

/** Whether a request may have been processed despite this status. After 429 and other 4xx it was turned away. */
export function isUnconfirmedStatus(status: number): boolean {
	return status === 408 || status >= 500;
}

/** Whether Mastercard may have done what a failed request was to do: the service failed, or no usable response came. */
export function isUnconfirmed({ httpCode, reasonCode, source }: Failure): boolean {
	if (httpCode !== null && httpCode >= 300) return isUnconfirmedStatus(httpCode);
	return (
		source === OURS.source &&
		UNCONFIRMED_REASON_CODES.concat(UNEXPECTED_RESPONSE).includes(reasonCode ?? '')
	);
}

/** A call that was stopped before it was sent: a consequence of another row's failure, not a cause. */
export const NOT_SENT = 'NOT_SENT';

/** A response that arrived and cannot be turned into a result for the row. */
export function missingResult(httpCode: number | null = null): Failure {
	return {
		...OURS,
		message: 'Unexpected response from Mastercard: no result could be read for this row',
		description:
			'The call may have been charged, so it was not repeated. Report this to the authors of this package.',
		httpCode,
		reasonCode: UNEXPECTED_RESPONSE,
		scope: 'call',
	};
}

/** A file that Mastercard delivered and n8n's binary data could not take. */
export function fileNotStored(error: unknown): Failure {
	return {
		...OURS,
		message: "The file from Mastercard could not be stored in n8n's binary data",
		description: `Check where n8n keeps binary data, then run the row again. ${quoteError(error)}`,
		reasonCode: 'FILE_NOT_STORED',
		retryable: true,
		scope: 'run',
	};
}

/** A run that cannot give any row a result: an invalid setting, a missing credential, or a fault of this package. */
export function failedRun(error: unknown): RowFailure {
	if (error instanceof CredentialFieldError) return invalidCredential(error);
	const isNodeError = error instanceof NodeOperationError || error instanceof NodeApiError;
	const description = isNodeError ? redactText(error.description ?? '') : quoteError(error);
	return {
		...OURS,
		message: isNodeError ? redactText(error.message) : 'The node could not finish this run',
		description,
		reasonCode: isNodeError ? 'NODE_SETTING' : 'NODE_FAULT',
		scope: 'run',
		attempts: 0,
	};
}

/**
 * What n8n, or an expression in a node, says about an error. It may quote a piece of a card number that is too short
 * to be recognized as one, so every longer sequence of digits is covered. Masked card numbers stay.
 */
export function quoteError(error: unknown): string {
	const text = error instanceof Error ? redactText(error.message) : '';
	return text.replace(
		/(\d{6}\*{3,}\d{4})|\d(?:[^\p{L}\p{N}]{0,6}\d){4,}/gu,
		(_, masked?: string) => masked ?? '***',
	);
}

/**
 * The error that stops a node.
 *
 * @param failure Of the row that stops it.
 * @param itemIndex Position of that row; undefined when no single row is at fault.
 * @param completedRows How many rows already have a result, which n8n discards.
 */
export function toNodeError(
	context: IExecuteFunctions,
	failure: Failure,
	itemIndex?: number,
	completedRows = 0,
): NodeApiError | NodeOperationError {
	const { httpCode, reasonCode, source, correlationId } = failure;
	const message =
		itemIndex === undefined ? failure.message : `${failure.message} [item ${itemIndex}]`;
	const description = [
		truncate(failure.description, MAX_ERROR_BYTES),
		completedRows > 0
			? `${completedRows} ${completedRows === 1 ? 'row' : 'rows'} had already been processed; to keep such results, set 'On Error' in the node's settings to 'Continue'.`
			: '',
		correlationId === null ? '' : `Correlation ID: ${correlationId}.`,
	]
		.filter((part) => part !== '')
		.join(' ');
	if (httpCode === null)
		return new NodeOperationError(context.getNode(), message, { description, itemIndex });
	// From a plain object: wrapping an error would drop the message and the description.
	const facts: JsonObject = { reasonCode, source, correlationId };
	return new NodeApiError(context.getNode(), facts, {
		message,
		description,
		httpCode: String(httpCode),
		itemIndex,
	});
}
