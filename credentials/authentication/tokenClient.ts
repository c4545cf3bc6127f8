/** Sends log-ins with n8n's request helper. */
import type { Answer } from '../../mastercard/errors/Failure';
import { isRecord } from '../../mastercard/json';
import type { LogInRequest } from '../../mastercard/openFinance/accessToken';
import type { SendLogIn } from '../../mastercard/openFinance/sessions';

/** The part of n8n's helper that is used here. */
export type HttpRequest = (options: LogInRequest & typeof OPTIONS) => Promise<unknown>;

/** The whole answer, whatever its status, as text: otherwise n8n hides what Mastercard says. */
const OPTIONS = {
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	encoding: 'text',
	json: false,
	// The secret goes to one address only.
	disableFollowRedirect: true,
	timeout: 30_000,
} as const;

/** @returns A sender that rejects as the helper does. */
export function logInThrough(httpRequest: HttpRequest): SendLogIn {
	return async (request) => answerOf(await httpRequest({ ...request, ...OPTIONS }));
}

function answerOf(response: unknown): Answer {
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	return {
		status: Number(statusCode),
		headers: Object.fromEntries(
			Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [
				name.toLowerCase(),
				String(value),
			]),
		),
		body: typeof body === 'string' ? parsed(body) : body,
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
