/** Transport for Open Finance US: one access token for the whole run, which the credential adds to every request. */
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attempt } from '../../../batch/types';
import { parseBody, type RawResponse } from '../../../credentials/authentication/httpResponse';
import { buildUrl } from '../../../credentials/authentication/requestUrl';
import { tokenClient } from '../../../credentials/authentication/tokenClient';
import { parseErrors } from '../../../mastercard/errors/parseErrors';
import {
	toOpenFinanceCredential,
	type OpenFinanceCredential,
} from '../../../mastercard/openFinance/credential';
import {
	authenticate,
	getSession,
	invalidateSession,
	type AuthenticationResult,
} from '../../../mastercard/openFinance/sessions';
import { invalidCredential, type RowFailure } from '../failure';
import { nonJsonResponse, sendRequest } from './http';
import { toNetworkError } from './networkErrors';
import type { ApiRequest, ApiResponse, Transport } from './transport';

const CREDENTIAL = 'mastercardOpenFinanceApi';

/** Codes about the app key; a new token changes nothing about them. */
const APP_KEY_CODES = ['10026', '10027'];

/**
 * Opens the credential 'Mastercard Open Finance API', and authenticates unless there is a valid token.
 * A failed authentication is reported once for all rows; a request that only did not get through is sent again
 * with the calls that need it.
 */
export async function createOpenFinanceTransport(
	context: IExecuteFunctions,
): Promise<Transport | RowFailure> {
	const credential = parseCredential(await context.getCredentials(CREDENTIAL));
	if ('message' in credential) return credential;
	const client = tokenClient(async (options) => await context.helpers.httpRequest(options));
	const openSession = async () => await authenticateOrExplain(credential, client);
	const first = await openSession();
	if ('failure' in first && !first.failure.retryable) return { ...first.failure, attempts: 0 };

	/** Once for a run: a token that is declined as soon as it is issued would cost an authentication for every row. */
	let isRenewed = false;
	const secrets = new Set([credential.appKey, credential.partnerId, credential.partnerSecret]);
	const sendWithToken = async (request: ApiRequest, timeoutMs: number) => {
		const opened = await openSession();
		if (!('session' in opened)) return { attempt: toAttempt(opened) };
		const { token } = opened.session;
		secrets.add(token);
		const options = buildOptions(credential, request, timeoutMs);
		const attempt = await sendRequest(context, CREDENTIAL, options);
		return { attempt: parseAttempt(attempt, request), token };
	};
	return {
		secrets,
		async send(request, timeoutMs) {
			const { attempt, token } = await sendWithToken(request, timeoutMs);
			if (token === undefined || !isTokenDeclined(attempt)) return attempt;
			if (getSession(credential, Date.now())?.token === token) {
				if (isRenewed) return attempt;
				isRenewed = true;
				invalidateSession(credential, token);
			}
			return (await sendWithToken(request, timeoutMs)).attempt;
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

type NotAuthenticated = Extract<AuthenticationResult, { failure: unknown }> | NetworkFailure;

interface NetworkFailure {
	attempt: Attempt<never>;
}

async function authenticateOrExplain(
	credential: OpenFinanceCredential,
	client: ReturnType<typeof tokenClient>,
): Promise<AuthenticationResult | NetworkFailure> {
	try {
		const result = await authenticate(credential, client);
		// Whatever its status and code: every row needs it.
		return 'failure' in result ? { failure: { ...result.failure, scope: 'run' } } : result;
	} catch (error) {
		return { attempt: toNetworkError(error) };
	}
}

/** The status decides whether the call, and with it the authentication, is retried. */
function toAttempt(result: NotAuthenticated): Attempt<ApiResponse> {
	if ('attempt' in result) return result.attempt;
	const { failure } = result;
	return { kind: 'response', status: failure.httpCode ?? 401, response: { failure } };
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
		...(accept !== undefined && { encoding: 'arraybuffer' as const }),
		...(body !== undefined && { body: JSON.stringify(body) }),
	};
}

function parseAttempt(attempt: Attempt<RawResponse>, { accept }: ApiRequest): Attempt<ApiResponse> {
	if (attempt.kind === 'networkError') return attempt;
	const response = parseBody(attempt.response);
	const isUsable = response.isJson || accept !== undefined || response.status >= 300;
	return { ...attempt, response: isUsable ? { response } : nonJsonResponse(attempt.response) };
}

function isTokenDeclined(attempt: Attempt<ApiResponse>): boolean {
	if (attempt.kind === 'networkError' || attempt.status !== 401) return false;
	const body = 'response' in attempt.response ? attempt.response.response.body : null;
	return !APP_KEY_CODES.includes(parseErrors(body)[0]?.reasonCode ?? '');
}
