/** Parses the error bodies of Mastercard's services and gateway. */
import { isRecord, toText } from '../json';
import { MAX_ERROR_ENTRIES, MAX_ERROR_TEXT_BYTES } from '../limits';
import { truncate } from './truncate';

/** One entry of an error body, with codes and texts as sent, shortened only if very long. */
export interface ApiError {
	source: string | null;
	reasonCode: string | null;
	description: string | null;
	details: string | null;
}

/**
 * @param body A parsed error body, or the text when it is not JSON.
 * @returns Every error in it, in Mastercard's order; empty when the body has none of the known shapes:
 * `Errors.Error[]` (gateway, CCA, SBCA; a single error may come without the list), `errors[]` with
 * camelCase names, and the flat `{code, message}` of Open Finance, whose code is text or a number.
 */
export function parseErrors(body: unknown): ApiError[] {
	if (!isRecord(body)) return [];
	const wrapper = isRecord(body.Errors) ? body.Errors.Error : body.errors;
	if (wrapper !== undefined && wrapper !== null) {
		return (Array.isArray(wrapper) ? wrapper : [wrapper])
			.filter(isRecord)
			.slice(0, MAX_ERROR_ENTRIES)
			.map(parseEntry);
	}
	return 'code' in body || 'message' in body || 'reasonCode' in body ? [parseEntry(body)] : [];
}

function parseEntry(entry: Record<string, unknown>): ApiError {
	return {
		source: readable(entry.Source ?? entry.source),
		reasonCode: readable(entry.ReasonCode ?? entry.reasonCode ?? entry.errorCode ?? entry.code),
		description: readable(
			entry.Description ?? entry.description ?? entry.errorMessage ?? entry.message,
		),
		details: readable(entry.Details ?? entry.details ?? entry.user_message),
	};
}

function readable(value: unknown): string | null {
	const text = toText(value);
	return text === null ? null : toText(truncate(withoutBaseString(text), MAX_ERROR_TEXT_BYTES));
}

/** The gateway quotes the signature base string, which contains the consumer key and is of no use to the user. */
function withoutBaseString(text: string): string {
	const start = text.search(/Acceptable signature base string/i);
	return start < 0 ? text : text.slice(0, start).trimEnd();
}
