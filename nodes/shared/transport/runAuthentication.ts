/** The authentication of one run: requested with the usual retries, and its failure shared by all rows. */
import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import { runCalls } from '../../../batch/runCalls';
import type { Attempt, NetworkError } from '../../../batch/types';
import { limitTime } from '../../../credentials/authentication/restrictRequest';
import { tokenClient } from '../../../credentials/authentication/tokenClient';
import type { Failure } from '../../../mastercard/errors/Failure';
import type { OpenFinanceCredential } from '../../../mastercard/openFinance/credential';
import {
	authenticate,
	getSession,
	isBlocked,
	type AuthenticationResult,
} from '../../../mastercard/openFinance/sessions';
import type { Session } from '../../../mastercard/openFinance/storedState';
import { parseRunSettings } from '../execution/runSettings';
import { failedCall } from '../failure';
import { networkError, toNetworkError } from './networkErrors';

type Outcome = Session | { failure: Failure };

export interface RunAuthentication {
	/** Authenticates unless there is a session. Once this has failed, it fails for the rest of the run. */
	getSession(): Promise<Outcome>;
	currentToken(): string | undefined;
}

/** @param type Name of the credential type. */
export function createRunAuthentication(
	context: IExecuteFunctions,
	type: string,
	credential: OpenFinanceCredential,
): RunAuthentication {
	let failed: { failure: Failure } | undefined;
	let pending: Promise<Outcome> | undefined;

	async function request(): Promise<Outcome> {
		const outcome = await requestWithRetries(context, credential);
		if (!('failure' in outcome)) return outcome;
		// Whatever its status and code: every row needs the token.
		failed = { failure: { ...outcome.failure, scope: 'run' } };
		if (isBlocked(credential, Date.now())) await storeFailure();
		return failed;
	}

	/** n8n calls the credential, which has nothing to send, and stores that it must not authenticate again. */
	async function storeFailure() {
		const options = { url: credential.baseUrl };
		await context.helpers.httpRequestWithAuthentication
			.call(context, type, options)
			.catch(() => undefined);
	}

	return {
		async getSession() {
			if (failed !== undefined) return failed;
			const session = getSession(credential, Date.now());
			if (session !== undefined) return session;
			pending ??= request().finally(() => (pending = undefined));
			return await pending;
		},
		currentToken: () => getSession(credential, Date.now())?.token,
	};
}

async function requestWithRetries(
	context: IExecuteFunctions,
	credential: OpenFinanceCredential,
): Promise<Outcome> {
	const signal = context.getExecutionCancelSignal();
	let result: Outcome = {
		failure: failedCall({ kind: 'notSent', reason: 'cancelled', attempts: 0 }),
	};
	await runCalls(
		[credential],
		async (_, { timeoutMs }) => await attemptAuthentication(context, credential, timeoutMs),
		{ ...parseRunSettings(context), requestsPerSecond: 0, stopOnFirstFailure: false },
		{ now: Date.now, sleep, random: Math.random, signal },
		(outcome) => {
			if (outcome.kind !== 'response') result = { failure: failedCall(outcome) };
			else if ('session' in outcome.response) result = outcome.response.session;
			else result = outcome.response;
		},
	);
	return result;
}

/** One token request, or the wait for one that another run has sent. */
async function attemptAuthentication(
	context: IExecuteFunctions,
	credential: OpenFinanceCredential,
	timeoutMs: number,
): Promise<Attempt<AuthenticationResult>> {
	const cancelSignal = context.getExecutionCancelSignal();
	const send = tokenClient(
		async (options) => await context.helpers.httpRequest(options),
		timeoutMs,
	);
	const response = authenticate(credential, send).then(toAttempt, toNetworkError);
	// A cancelled run stops waiting; the request goes on within its time, since other runs may wait for it too.
	return await Promise.race([
		response,
		waitForEnd(limitTime(timeoutMs, cancelSignal), cancelSignal),
	]);
}

async function waitForEnd(limit: AbortSignal, cancelSignal?: AbortSignal): Promise<NetworkError> {
	if (!limit.aborted) await new Promise((end) => limit.addEventListener('abort', end));
	return networkError(cancelSignal?.aborted === true ? 'cancelled' : 'timeout');
}

/** The status decides whether the request is sent again. */
function toAttempt(result: AuthenticationResult): Attempt<AuthenticationResult> {
	if ('session' in result) return { kind: 'response', status: 200, response: result };
	const { failure, retryAfter } = result;
	return { kind: 'response', status: failure.httpCode ?? 401, retryAfter, response: result };
}
