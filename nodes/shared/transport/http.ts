/** One HTTP request through n8n's own helper, which lets the credential sign it. */
import { sleep, type IExecuteFunctions, type IHttpRequestOptions } from 'n8n-workflow';
import type { Attempt } from '../../../batch/types';
import {
	FULL_RESPONSE,
	toRawResponse,
	type RawResponse,
} from '../../../credentials/authentication/httpResponse';
import {
	UNEXPECTED_RESPONSE,
	unusableResponseFailure,
} from '../../../mastercard/errors/responseFailure';
import { networkError, toNetworkError } from './networkErrors';
import type { ApiResponse } from './transport';

/** Sends one request once. No status is an error, and no redirect is followed. */
export async function sendRequest(
	context: IExecuteFunctions,
	credentialType: string,
	options: IHttpRequestOptions & { timeout: number },
): Promise<Attempt<RawResponse>> {
	try {
		const request = context.helpers.httpRequestWithAuthentication.call(context, credentialType, {
			...FULL_RESPONSE,
			sendCredentialsOnCrossOriginRedirect: false,
			...options,
		});
		const received = await withTimeout(options.timeout, request);
		if (received === TIMED_OUT) return networkError('timeout');
		const response = toRawResponse(received);
		const { status, headers } = response;
		return { kind: 'response', status, retryAfter: headers['retry-after'], response };
	} catch (error) {
		return toNetworkError(error);
	}
}

const TIMED_OUT = Symbol('timed out');

/** n8n's own timeout restarts with each byte that trickles in, and its helper takes no signal of ours. */
async function withTimeout(milliseconds: number, request: Promise<unknown>): Promise<unknown> {
	const done = new AbortController();
	// A little later, so that n8n's own timeout comes first where it works: it closes the connection.
	const timeout = sleep(milliseconds + 100, done.signal).then(
		() => TIMED_OUT,
		() => TIMED_OUT,
	);
	try {
		return await Promise.race([request, timeout]);
	} finally {
		done.abort();
		// What arrives too late, or fails then, no longer matters.
		request.catch(() => undefined);
	}
}

/** A successful response that is not JSON. */
export function nonJsonResponse(raw: RawResponse): ApiResponse {
	return {
		failure: unusableResponseFailure(
			{ ...raw, body: null },
			UNEXPECTED_RESPONSE,
			'Unexpected response from Mastercard: expected JSON',
			'A proxy may have responded instead, or the response was cut off. The call may have been charged, so it was not repeated.',
		),
	};
}
