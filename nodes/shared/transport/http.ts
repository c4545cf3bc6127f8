/** One HTTP request through n8n's own helper, which lets the credential sign it. */
import { sleep, type IExecuteFunctions, type IHttpRequestOptions } from 'n8n-workflow';
import type { Attempt } from '../../../batch/types';
import type { Answer } from '../../../mastercard/errors/Failure';
import { unreadable } from '../../../mastercard/errors/failureFromResponse';
import { isRecord } from '../../../mastercard/json';
import type { Reply } from './transport';
import { connectionTrouble } from './networkErrors';

/** An answer whose body was not looked at yet. */
export interface RawAnswer extends Omit<Answer, 'body'> {
	text: string;
}

/**
 * Sends one request once. The full response is asked for and no status is an error: otherwise n8n hides
 * the error body, and after a 401 it sends the request again on its own, which can be billed twice.
 */
export async function sendOnce(
	context: IExecuteFunctions,
	credentialType: string,
	options: IHttpRequestOptions & { timeout: number },
): Promise<Attempt<RawAnswer>> {
	try {
		const request = context.helpers.httpRequestWithAuthentication.call(context, credentialType, {
			...options,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// Text, or bytes for files, so that nothing but our own reader interprets the body.
			encoding: options.encoding ?? 'text',
			json: false,
			// A signature is valid for one URL only.
			disableFollowRedirect: true,
			sendCredentialsOnCrossOriginRedirect: false,
		});
		const response = await within(options.timeout, request);
		return response === TOO_LATE ? tooLate : answered(response);
	} catch (error) {
		return connectionTrouble(error);
	}
}

const TOO_LATE = Symbol('too late');
const tooLate: Attempt<never> = {
	kind: 'unanswered',
	cause: 'timeout',
	message: 'Mastercard did not answer in time',
};

/** n8n's own limit ends at each byte that trickles in, and its helper takes no signal of ours. */
async function within(milliseconds: number, request: Promise<unknown>): Promise<unknown> {
	const done = new AbortController();
	// A little later, so that n8n's own limit comes first where it works: it closes the connection.
	const limit = sleep(milliseconds + 100, done.signal).then(
		() => TOO_LATE,
		() => TOO_LATE,
	);
	try {
		return await Promise.race([request, limit]);
	} finally {
		done.abort();
		// What arrives too late, or fails then, is of no interest any more.
		request.catch(() => undefined);
	}
}

function answered(response: unknown): Attempt<RawAnswer> {
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	const status = Number(statusCode);
	const byName = isRecord(headers) ? lowerCaseNames(headers) : {};
	return {
		kind: 'answered',
		status,
		retryAfter: byName['retry-after'],
		answer: {
			status,
			headers: byName,
			text: textOf(body),
		},
	};
}

/** Bytes become one character each, from which they can be had again. */
function textOf(body: unknown): string {
	if (Buffer.isBuffer(body)) return body.toString('latin1');
	return typeof body === 'string' ? body : JSON.stringify(body ?? '');
}

function lowerCaseNames(headers: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

/** Parses a body; one that is no JSON stays text. */
export function readBody({ status, headers, text }: RawAnswer): Answer & { isJson: boolean } {
	try {
		return { status, headers, body: JSON.parse(text), isJson: true };
	} catch {
		return { status, headers, body: text, isJson: false };
	}
}

/** What is said of a result that is no JSON. */
export function notJson(raw: RawAnswer): Reply {
	return {
		failure: unreadable(
			{ ...raw, body: null },
			'UNREADABLE_ANSWER',
			'The answer is not the JSON that Mastercard sends',
			'A proxy on the way may have answered instead, or the answer was cut off. The call may have been charged, and was therefore not repeated.',
		),
	};
}
