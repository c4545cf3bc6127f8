/** One HTTP request through n8n's own helper, which lets the credential sign it. */
import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Attempt } from '../../../batch/types';
import {
	FULL_RESPONSE,
	readResponse,
	type RawResponse,
} from '../../../credentials/authentication/httpResponse';
import type { HttpResponse } from '../../../mastercard/errors/Failure';
import {
	UNEXPECTED_RESPONSE,
	unusableResponseFailure,
} from '../../../mastercard/errors/responseFailure';
import { MAX_RESPONSE_BYTES } from '../../../mastercard/limits';
import { toNetworkError } from './networkErrors';
import type { ApiResponse } from './transport';

/**
 * Sends one request once. No status is an error. The credential sees to it that no redirect is followed, and that
 * the request and its response together take no longer than `timeout`.
 */
export async function sendRequest(
	context: IExecuteFunctions,
	credentialType: string,
	options: IHttpRequestOptions & { timeout: number },
): Promise<Attempt<RawResponse>> {
	try {
		const request = { ...FULL_RESPONSE, ...options };
		const received: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			credentialType,
			request,
		);
		const response = await readResponse(received, MAX_RESPONSE_BYTES);
		const { status, headers } = response;
		return { kind: 'response', status, retryAfter: headers['retry-after'], response };
	} catch (error) {
		return toNetworkError(error, context.getExecutionCancelSignal());
	}
}

/** A successful response that is not JSON. */
export function nonJsonResponse(response: HttpResponse): ApiResponse {
	return {
		failure: unusableResponseFailure(
			response,
			UNEXPECTED_RESPONSE,
			'Unexpected response from Mastercard: expected JSON',
			'A proxy may have responded instead, or the response was cut off. The call may have been charged, so it was not repeated.',
		),
	};
}
