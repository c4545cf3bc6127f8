/** What the credential does with every request of n8n: it adds the app key and the token of the open session. */
import { isOwnHost } from '../../mastercard/environment';
import type { Failure } from '../../mastercard/errors/Failure';
import { TOKEN_TIMEOUT_MS } from '../../mastercard/limits';
import {
	digestCredential,
	toOpenFinanceCredential,
	type OpenFinanceCredential,
} from '../../mastercard/openFinance/credential';
import { getBlockingFailure } from '../../mastercard/openFinance/failedAuthentications';
import {
	authenticate,
	getFailedAuthentications,
	getSession,
	isBlocked,
	isStoredSessionUsable,
	type AuthenticationResult,
	type TokenClient,
} from '../../mastercard/openFinance/sessions';
import {
	parseStoredFailures,
	serializeFailures,
	serializeSession,
} from '../../mastercard/openFinance/storedState';
import { buildUrl } from './requestUrl';
import type { RequestOptions } from './requestOptions';
import { restrictRequest, type Restrictions } from './restrictRequest';
import { countReplacement, getSentToken, isTokenAtFault, setSentToken } from './sentTokens';
import { tokenClient, type HttpRequestHelper } from './tokenClient';
import { stripErrorCode } from './stripErrorCode';

/**
 * @param options n8n's description of the request, left as it is
 * @param raw the credential as n8n decrypted it
 * @param now ms since 1970
 * @returns the request with both headers; its URL is complete, as it was checked, under the names of both helpers of n8n
 * @throws Error for a field of the credential, for a host that is not the credential's own, or for an authentication
 * that has failed and is not repeated
 * @throws TokenRequired when there is no token, or only an old one: n8n then runs `preAuthenticate` and comes back
 */
export function authenticateOpenFinance<T extends RequestOptions>(
	options: T,
	raw: Record<string, unknown>,
	now: number,
): T & Restrictions & { url: string; headers: Record<string, unknown> } {
	const credential = readCredential(raw);
	const url = buildUrl(options);
	if (!isOwnHost(url, credential.baseUrl)) {
		throw new Error(
			`This credential is for ${new URL(credential.baseUrl).origin} only, and this request goes elsewhere. Change the URL of the request, or 'Base URL' in the credential.`,
		);
	}
	// A token that someone else stored has no known age; n8n renews it when Mastercard declines it.
	const unknownAge = credential.session === '' ? credential.token : '';
	const token = getSession(credential, now)?.token ?? unknownAge;
	if (token === '') throwStoredFailure(credential, now);
	if (token === '' || isStoredTokenObsolete(raw, credential, token, now)) {
		setSentToken(raw, '');
		throw new TokenRequired();
	}
	setSentToken(raw, token);
	const others = Object.entries(options.headers ?? {}).filter(
		([name]) => !/^finicity-app-(key|token)$/i.test(name),
	);
	return {
		...options,
		url,
		uri: url,
		baseURL: undefined,
		qs: undefined,
		headers: {
			Accept: 'application/json',
			...Object.fromEntries(others),
			'Finicity-App-Key': credential.appKey,
			'Finicity-App-Token': token,
		},
		...restrictRequest(url, options),
	};
}

/**
 * Authenticates for n8n, which calls this when it has stored no token, in every credential test, and after a failed
 * request: in its current helper after a 401, in the one of the HTTP Request node after any error.
 *
 * @returns what n8n stores: a token, or in its place that the authentication has failed, so that no other process
 * repeats it; nothing when the token is not why the request failed. Then n8n does not send it again.
 * @throws Error with a sentence to show
 */
export async function preAuthenticate(
	raw: Record<string, unknown>,
	httpRequest: HttpRequestHelper,
	clock: () => number = Date.now,
): Promise<{ token?: string; session?: string }> {
	const credential = readCredential(raw);
	const current = getSession(credential, clock());
	if (current === undefined) throwStoredFailure(credential, clock());
	const sent = getSentToken(raw);
	const isTest = sent === undefined && credential.token !== '';
	const client = tokenClient(httpRequest, TOKEN_TIMEOUT_MS);
	if (sent && !(await isTokenAtFault(credential, sent, client, clock()))) return {};
	const replaced = isTest ? current?.token : undefined;
	const result = await authenticateOrThrow(credential, client, clock, replaced);
	if ('session' in result) {
		const { session } = result;
		if (sent && session.token !== current?.token) countReplacement(credential, clock());
		return { token: session.token, session: serializeSession(session, credential) };
	}
	const failed = getFailedAuthentications(credential);
	if (failed !== undefined && isBlocked(credential, clock()))
		return { token: '', session: serializeFailures(failed, credential) };
	throw new Error(toSentence(result.failure));
}

/** Lets n8n store what this process already has in place of a token that is old or declined, once for a request. */
function isStoredTokenObsolete(
	raw: Record<string, unknown>,
	credential: OpenFinanceCredential,
	token: string,
	now: number,
): boolean {
	const isStored = credential.token === '' || credential.token === token;
	return !isStored && getSentToken(raw) !== '' && !isStoredSessionUsable(credential, now);
}

/** @throws Error when n8n has stored a failure because of which the credential is not sent */
function throwStoredFailure(credential: OpenFinanceCredential, now: number): void {
	const failed = parseStoredFailures(credential);
	const failure = getBlockingFailure(failed, digestCredential(credential), now);
	if (failure !== undefined) throw new Error(toSentence(failure));
}

/** @throws Error without a `code` */
function readCredential(raw: Record<string, unknown>): OpenFinanceCredential {
	try {
		return toOpenFinanceCredential(raw);
	} catch (cause) {
		throw stripErrorCode(cause);
	}
}

async function authenticateOrThrow(
	credential: OpenFinanceCredential,
	client: TokenClient,
	clock: () => number,
	replaced: string | undefined,
): Promise<AuthenticationResult> {
	try {
		return await authenticate(credential, client, clock, replaced);
	} catch {
		throw unreachable();
	}
}

function unreachable(): Error {
	return new Error(
		"Mastercard Open Finance could not be reached to authenticate. Check 'Base URL' in the credential, the network and the proxy.",
	);
}

function toSentence({ message, description }: Failure): string {
	return `${message.replace(/\.$/, '')}. ${description}`;
}

/** Looks to n8n like a 401, which is what makes it authenticate; so an old token is renewed before Mastercard declines it. */
class TokenRequired extends Error {
	readonly response = { status: 401 };

	constructor() {
		super('A new access token of Mastercard Open Finance is due.');
	}
}
