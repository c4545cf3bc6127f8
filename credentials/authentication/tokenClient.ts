/** Sends Open Finance token requests with n8n's request helper. */
import type { TokenRequest } from '../../mastercard/openFinance/accessToken';
import type { TokenClient } from '../../mastercard/openFinance/sessions';
import { FULL_RESPONSE, parseBody, toRawResponse } from './httpResponse';

const TIMEOUT_MS = 30_000;

/** The part of n8n's helper that is used here. */
export type HttpRequestHelper = (
	options: TokenRequest & typeof FULL_RESPONSE & { timeout: number },
) => Promise<unknown>;

/** @returns A client that rejects as the helper does. */
export function tokenClient(httpRequest: HttpRequestHelper): TokenClient {
	return async (request) => {
		const options = { ...request, ...FULL_RESPONSE, timeout: TIMEOUT_MS };
		return parseBody(toRawResponse(await httpRequest(options)));
	};
}
