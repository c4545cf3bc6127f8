/** Reads the error bodies that Mastercard's services and gateway send. */
import { isRecord, textOf } from '../json';

/** One entry of an error body; codes and texts exactly as sent. */
export interface ApiError {
	source: string | null;
	reasonCode: string | null;
	description: string | null;
	details: string | null;
}

/**
 * @param body A parsed error body, or the text when it was not JSON.
 * @returns Every error in it, in Mastercard's order; empty when the body has none of the known shapes:
 * `Errors.Error[]` (gateway, CCA, SBCA; a single error may come without the list), `errors[]` with
 * camelCase names, and the flat `{code, message}` of Open Finance, whose code is text or a number.
 */
export function readErrors(body: unknown): ApiError[] {
	if (!isRecord(body)) return [];
	const wrapper = isRecord(body.Errors) ? body.Errors.Error : body.errors;
	if (wrapper !== undefined && wrapper !== null) {
		return (Array.isArray(wrapper) ? wrapper : [wrapper]).filter(isRecord).map(readEntry);
	}
	return 'code' in body || 'message' in body || 'reasonCode' in body ? [readEntry(body)] : [];
}

function readEntry(entry: Record<string, unknown>): ApiError {
	return {
		source: textOf(entry.Source ?? entry.source),
		reasonCode: textOf(entry.ReasonCode ?? entry.reasonCode ?? entry.errorCode ?? entry.code),
		description: textOf(
			entry.Description ?? entry.description ?? entry.errorMessage ?? entry.message,
		),
		details: textOf(entry.Details ?? entry.details ?? entry.user_message),
	};
}
