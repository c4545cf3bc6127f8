/** Reads what n8n's request helpers return for `returnFullResponse`. */
import type { HttpResponse } from '../../mastercard/errors/Failure';
import { isRecord } from '../../mastercard/json';

/** A response whose body is not parsed yet. */
export interface RawResponse extends Omit<HttpResponse, 'body'> {
	text: string;
}

/** Options under which both helpers hand out every response whole and unparsed, and follow no redirect. */
export const FULL_RESPONSE = {
	returnFullResponse: true,
	// Otherwise n8n hides the body of an error, and repeats a request after a 401.
	ignoreHttpStatusErrors: true,
	encoding: 'text',
	json: false,
	// Secrets and signatures are for one address only.
	disableFollowRedirect: true,
} as const;

/** @param response As a helper of n8n returned it. */
export function toRawResponse(response: unknown): RawResponse {
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	return {
		status: Number(statusCode),
		headers: Object.fromEntries(
			Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [
				name.toLowerCase(),
				String(value),
			]),
		),
		text: bodyToText(body),
	};
}

/** Bytes become one character each, from which they can be restored. */
function bodyToText(body: unknown): string {
	if (Buffer.isBuffer(body)) return body.toString('latin1');
	return typeof body === 'string' ? body : JSON.stringify(body ?? '');
}

/** Parses a body; one that is not JSON stays text. */
export function parseBody({ status, headers, text }: RawResponse): HttpResponse & {
	isJson: boolean;
} {
	try {
		return { status, headers, body: JSON.parse(text), isJson: true };
	} catch {
		return { status, headers, body: text, isJson: false };
	}
}
