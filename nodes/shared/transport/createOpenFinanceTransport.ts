/** The door to Open Finance US: one session for the whole run, which the credential puts into every request. */
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attempt } from '../../../batch/types';
import { readErrors } from '../../../mastercard/errors/parseErrors';
import { requestUrl } from '../../../credentials/authentication/requestUrl';
import {
	toOpenFinanceCredential,
	type OpenFinanceCredential,
} from '../../../mastercard/openFinance/credential';
import { logInThrough, type HttpRequest } from '../../../credentials/authentication/tokenClient';
import {
	currentSession,
	endSession,
	openSession,
	type LogIn,
} from '../../../mastercard/openFinance/sessions';
import type { Connection, Reply } from './transport';
import { connectionTrouble } from './networkErrors';
import { credentialFlaw } from '../credentialFlaw';
import type { RowFailure } from '../output/errorItem';
import { notJson, readBody, sendOnce, type RawAnswer } from './http';
import type { ApiRequest } from '../operation';

const CREDENTIAL = 'mastercardOpenFinanceApi';

/** Refusals of the app key; a new token changes nothing about them. */
const APP_KEY_REFUSED = ['10026', '10027'];

/**
 * Opens the connection of the credential 'Mastercard Open Finance API', and logs in unless a session is open.
 * A log-in that Mastercard refuses is told once for all rows; one that only did not get through is tried again with
 * the calls that need it.
 */
export async function openMastercardOpenFinance(
	context: IExecuteFunctions,
): Promise<Connection | RowFailure> {
	const credential = readCredential(await context.getCredentials(CREDENTIAL));
	if ('message' in credential) return credential;
	const logIn = async () => await openOrExplain(credential, requestsOf(context));
	const opened = await logIn();
	if ('failure' in opened && !opened.failure.retryable) return { ...opened.failure, attempts: 0 };

	/** Once for a run: a token that is refused as soon as it is made would bring a log-in for every row. */
	let renewed = false;
	const secrets = new Set([credential.appKey, credential.partnerId, credential.partnerSecret]);
	const inSession = async (request: ApiRequest, timeoutMs: number) => {
		const session = await logIn();
		if (!('session' in session)) return { attempt: unopened(session) };
		secrets.add(session.session.token);
		const attempt = await sendOnce(context, CREDENTIAL, optionsOf(credential, request, timeoutMs));
		return { attempt: readAttempt(attempt, request), token: session.session.token };
	};
	return {
		secrets,
		async send(request, timeoutMs) {
			const { attempt, token } = await inSession(request, timeoutMs);
			if (token === undefined || !isTokenRefused(attempt)) return attempt;
			if (currentSession(credential, Date.now())?.token === token) {
				if (renewed) return attempt;
				renewed = true;
				endSession(credential, token);
			}
			return (await inSession(request, timeoutMs)).attempt;
		},
	};
}

function readCredential(raw: Record<string, unknown>): OpenFinanceCredential | RowFailure {
	try {
		return toOpenFinanceCredential(raw);
	} catch (error) {
		return credentialFlaw(error);
	}
}

/** Only for the log-in; everything else goes through the credential. */
function requestsOf(context: IExecuteFunctions): HttpRequest {
	return async (options) => await context.helpers.httpRequest(options);
}

type Unopened = Extract<LogIn, { failure: unknown }> | { trouble: Attempt<never> };

async function openOrExplain(
	credential: OpenFinanceCredential,
	httpRequest: HttpRequest,
): Promise<LogIn | { trouble: Attempt<never> }> {
	try {
		return await openSession(credential, logInThrough(httpRequest));
	} catch (error) {
		return { trouble: connectionTrouble(error) };
	}
}

/** The status decides whether the call, and with it the log-in, is tried again. */
function unopened(logIn: Unopened): Attempt<Reply> {
	if ('trouble' in logIn) return logIn.trouble;
	const { failure } = logIn;
	return { kind: 'answered', status: failure.httpCode ?? 401, answer: { failure } };
}

function optionsOf(
	{ baseUrl }: OpenFinanceCredential,
	{ method, path, query, body, accept }: ApiRequest,
	timeout: number,
) {
	return {
		method,
		url: requestUrl({ url: baseUrl + path, qs: query }),
		timeout,
		headers: {
			Accept: accept ?? 'application/json',
			...(body !== undefined && { 'Content-Type': 'application/json' }),
		},
		...(accept !== undefined && { encoding: 'arraybuffer' as const }),
		...(body !== undefined && { body: JSON.stringify(body) }),
	};
}

function readAttempt(attempt: Attempt<RawAnswer>, { accept }: ApiRequest): Attempt<Reply> {
	if (attempt.kind === 'unanswered') return attempt;
	const answer = readBody(attempt.answer);
	const isReadable = answer.isJson || accept !== undefined || answer.status >= 300;
	return { ...attempt, answer: isReadable ? { answer } : notJson(attempt.answer) };
}

function isTokenRefused(attempt: Attempt<Reply>): boolean {
	if (attempt.kind === 'unanswered' || attempt.status !== 401) return false;
	const body = 'answer' in attempt.answer ? attempt.answer.answer.body : null;
	return !APP_KEY_REFUSED.includes(readErrors(body)[0]?.reasonCode ?? '');
}
