/** Parses the error bodies of Mastercard's services and gateway. */
import { isRecord, toText } from '../json';

/** One entry of an error body, with codes and texts as sent, shortened only if very long. */
export interface ApiError {
	source: string | null;
	reasonCode: string | null;
	description: string | null;
	details: string | null;
}

/** Mastercard's longest published text has about 200 characters; a proxy's error page can have any number. */
const MAX_TEXT_LENGTH = 1000;
const MAX_ERRORS = 20;

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
			.slice(0, MAX_ERRORS)
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
	return text === null ? null : toText(truncate(withoutBaseString(text)));
}

/** The gateway quotes the signature base string, which contains the consumer key and is of no use to the user. */
function withoutBaseString(text: string): string {
	const start = text.search(/Acceptable signature base string/i);
	return start < 0 ? text : text.slice(0, start).trimEnd();
}

/** Cuts after a plain word: redaction would not recognize half a card number or half a key. */
function truncate(text: string): string {
	if (text.length <= MAX_TEXT_LENGTH) return text;
	const words = text.slice(0, MAX_TEXT_LENGTH).matchAll(/(?<!\S)\p{L}+[.,;:!?)]*(?=\s)/gu);
	const last = [...words].at(-1);
	return last === undefined ? '…' : `${text.slice(0, last.index + last[0].length)} …`;
}
