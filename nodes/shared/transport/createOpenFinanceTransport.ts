/** Transport for Open Finance US: one access token for the whole run, which the credential adds to every request. */
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attempt } from '../../../batch/types';
import { buildUrl } from '../../../credentials/authentication/requestUrl';
import { isAppKeyDeclined } from '../../../mastercard/openFinance/accessToken';
import {
	toOpenFinanceCredential,
	type OpenFinanceCredential,
} from '../../../mastercard/openFinance/credential';
import { invalidateToken } from '../../../mastercard/openFinance/sessions';
import { invalidCredential, type RowFailure } from '../failure';
import { sendRequest } from './http';
import { createOpenFinanceParser } from './openFinanceResponse';
import { createRunAuthentication } from './runAuthentication';
import type { ApiRequest, ApiResponse, Transport } from './transport';

const CREDENTIAL = 'mastercardOpenFinanceApi';

/**
 * Opens the credential 'Mastercard Open Finance API', and authenticates unless there is a valid token. When the
 * authentication fails, or Mastercard declines the app key, all rows fail alike and nothing more is sent.
 */
export async function createOpenFinanceTransport(
	context: IExecuteFunctions,
): Promise<Transport | RowFailure> {
	const credential = parseCredential(await context.getCredentials(CREDENTIAL));
	if ('message' in credential) return credential;
	const authentication = createRunAuthentication(context, CREDENTIAL, credential);
	const opened = await authentication.getSession();
	if ('failure' in opened) return { ...opened.failure, attempts: 0 };

	const parse = createOpenFinanceParser(credential);
	let acceptedToken = '';
	let hasRenewed = false;
	let declinedAppKey: Attempt<ApiResponse> | undefined;

	/** A token that is declined at its first use is renewed once in a run: the next would be declined as well. */
	const renew = (token: string): boolean => {
		if (authentication.currentToken() !== token) return true;
		if (token !== acceptedToken && hasRenewed) return false;
		hasRenewed = true;
		invalidateToken(token);
		return true;
	};

	const send = async (request: ApiRequest, timeoutMs: number): Promise<Attempt<ApiResponse>> => {
		if (declinedAppKey !== undefined) return declinedAppKey;
		const session = await authentication.getSession();
		if ('failure' in session) return unsent(session);
		const { token } = session;
		const options = buildOptions(credential, request, timeoutMs);
		const sent = await sendRequest(context, CREDENTIAL, options);
		if (sent.kind === 'networkError') return sent;
		const attempt = { ...sent, response: parse(sent.response, request, token) };
		if (attempt.status !== 401) {
			acceptedToken = token;
			return attempt;
		}
		if (isAppKeyDeclined(getBody(attempt.response))) {
			declinedAppKey = { ...attempt, requests: 0 };
			return attempt;
		}
		if (!renew(token)) return attempt;
		const next = await send(request, timeoutMs);
		return { ...next, requests: 1 + (next.requests ?? 1) };
	};

	let first: Promise<unknown> | undefined;
	return {
		async send(request, timeoutMs) {
			// The first goes alone: when Mastercard declines its app key, no other is sent.
			const attempt =
				first === undefined ? send(request, timeoutMs) : first.then(() => send(request, timeoutMs));
			first ??= attempt.catch(() => undefined);
			return await attempt;
		},
	};
}

function parseCredential(raw: Record<string, unknown>): OpenFinanceCredential | RowFailure {
	try {
		return toOpenFinanceCredential(raw);
	} catch (error) {
		return invalidCredential(error);
	}
}

function buildOptions(
	{ baseUrl }: OpenFinanceCredential,
	{ method, path, query, body, accept }: ApiRequest,
	timeout: number,
) {
	return {
		method,
		url: buildUrl({ url: baseUrl + path, qs: query }),
		timeout,
		headers: {
			Accept: accept ?? 'application/json',
			...(body !== undefined && { 'Content-Type': 'application/json' }),
		},
		...(body !== undefined && { body: JSON.stringify(body) }),
	};
}

/** A status that is not retried: the authentication has had its retries. */
function unsent(response: ApiResponse): Attempt<ApiResponse> {
	return { kind: 'response', status: 401, requests: 0, response };
}

function getBody(response: ApiResponse): unknown {
	return 'response' in response ? response.response.body : null;
}
