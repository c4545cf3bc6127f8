/** Sends Open Finance token requests with n8n's request helper. */
import { MAX_TOKEN_RESPONSE_BYTES } from '../../mastercard/limits';
import type { TokenRequest } from '../../mastercard/openFinance/accessToken';
import type { TokenClient } from '../../mastercard/openFinance/sessions';
import { FULL_RESPONSE, parseBody, readResponse } from './httpResponse';
import { restrictRequest, type Restrictions } from './restrictRequest';

/** The part of n8n's helper that is used here. */
export type HttpRequestHelper = (
	options: TokenRequest & typeof FULL_RESPONSE & Restrictions & { timeout: number },
) => Promise<unknown>;

/**
 * @param timeout Milliseconds for the whole request.
 * @returns A client that rejects as the helper does, when the time is over, and for a response of more than 64 KB.
 */
export function tokenClient(httpRequest: HttpRequestHelper, timeout: number): TokenClient {
	return async (request) => {
		const restrictions = restrictRequest(request.url, { timeout });
		const response = await httpRequest({ ...request, ...FULL_RESPONSE, ...restrictions, timeout });
		return parseBody(await readResponse(response, MAX_TOKEN_RESPONSE_BYTES));
	};
}
