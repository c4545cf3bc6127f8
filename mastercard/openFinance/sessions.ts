/**
 * One log-in for all: nodes, runs, the credential test and n8n's HTTP Request node share the token of a
 * credential as long as this process lives, and what n8n stores of it beyond that.
 *
 * Mastercard's rules: a token is good for two hours, is to be renewed after 90 minutes and to be used for all
 * calls; five refused log-ins lock the account.
 */
import { createHash } from 'node:crypto';
import type { HttpResponse, Failure } from '../errors/Failure';
import type { OpenFinanceCredential } from './credential';
import { buildTokenRequest, parseTokenResponse, type TokenRequest } from './accessToken';

export interface Session {
	token: string;
	/** Ms since 1970. */
	issuedAt: number;
}

export type AuthenticationResult = { session: Session } | { failure: Failure };

/** Sends a log-in once. Rejects when no answer comes back. */
export type TokenClient = (request: TokenRequest) => Promise<HttpResponse>;

const MINUTE_MS = 60_000;
export const RENEW_AFTER_MS = 90 * MINUTE_MS;

/** What is refused once will be refused again; a second and a third try are only for an account that was opened again. */
export const COOLDOWN_MS = 15 * MINUTE_MS;
export const MAX_FAILED_AUTHENTICATIONS = 3;

interface Account {
	session?: Session;
	pending?: Promise<AuthenticationResult>;
	failedAuthentication?: { failure: Failure; at: number; times: number };
}

const accounts = new Map<string, Account>();

/**
 * @returns The session of the credential that is young enough to be used: from memory or, in a process that
 * has not yet logged in, from what n8n stored.
 */
export function getSession(credential: OpenFinanceCredential, now: number): Session | undefined {
	const { session } = getAccount(credential);
	return session !== undefined && isFresh(session, now) ? session : undefined;
}

/**
 * Logs in, unless there is a session. However many ask at the same time, one log-in is sent; a refused one
 * is not sent again for the same values, but its refusal given again.
 *
 * @param clock ms since 1970
 * @throws What `send` rejects with; that is forgotten at once.
 */
export async function authenticate(
	credential: OpenFinanceCredential,
	send: TokenClient,
	clock: () => number = Date.now,
): Promise<AuthenticationResult> {
	const account = getAccount(credential);
	const session = getSession(credential, clock());
	if (session !== undefined) return { session };
	if (account.pending !== undefined) return await account.pending;
	const { failedAuthentication } = account;
	if (failedAuthentication !== undefined && isCoolingDown(failedAuthentication, clock()))
		return { failure: failedAuthentication.failure };

	account.pending = requestToken(credential, account, send, clock);
	try {
		return await account.pending;
	} finally {
		delete account.pending;
	}
}

/** Forgets a token that Mastercard no longer takes, unless it was already replaced. */
export function invalidateSession(credential: OpenFinanceCredential, token: string): void {
	const account = getAccount(credential);
	if (account.session?.token === token) delete account.session;
}

/** What n8n stores beside the token: when it was opened, and for which values of the credential. */
export function serializeSession({ issuedAt }: Session, credential: OpenFinanceCredential): string {
	return `${new Date(issuedAt).toISOString()} ${digestCredential(credential)}`;
}

async function requestToken(
	credential: OpenFinanceCredential,
	account: Account,
	send: TokenClient,
	clock: () => number,
): Promise<AuthenticationResult> {
	const issuedAt = clock();
	const result = parseTokenResponse(await send(buildTokenRequest(credential)), clock());
	if ('token' in result) {
		account.session = { token: result.token, issuedAt };
		delete account.failedAuthentication;
		return { session: account.session };
	}
	if (result.failure.retryable) return result;
	const times = (account.failedAuthentication?.times ?? 0) + 1;
	const until = times < MAX_FAILED_AUTHENTICATIONS ? 'for 15 minutes' : 'until n8n is restarted';
	const failure: Failure = {
		...result.failure,
		description: `${result.failure.description} The same values are not tried again ${until}, because five refused log-ins lock the account; a corrected credential is used at once.`,
	};
	account.failedAuthentication = { failure, at: clock(), times };
	return { failure };
}

function getAccount(credential: OpenFinanceCredential): Account {
	const digest = digestCredential(credential);
	const known = accounts.get(digest);
	if (known !== undefined) return known;
	const session = parseStoredSession(credential, digest);
	const account: Account = session === undefined ? {} : { session };
	accounts.set(digest, account);
	return account;
}

/** A token of other values is not taken over: the credential was changed since. */
function parseStoredSession({ token, session }: OpenFinanceCredential, digest: string) {
	const [issuedAt = '', madeFor] = session.split(' ');
	if (token === '' || madeFor !== digest) return undefined;
	return { token, issuedAt: Date.parse(issuedAt) };
}

function isFresh({ issuedAt }: Session, now: number): boolean {
	// Below 0, or not a number: the clock was set back, or the stored text was changed.
	return now - issuedAt >= 0 && now - issuedAt < RENEW_AFTER_MS;
}

function isCoolingDown({ at, times }: { at: number; times: number }, now: number): boolean {
	return times >= MAX_FAILED_AUTHENTICATIONS || Math.abs(now - at) < COOLDOWN_MS;
}

function digestCredential({
	baseUrl,
	appKey,
	partnerId,
	partnerSecret,
}: OpenFinanceCredential): string {
	return createHash('sha256')
		.update(JSON.stringify([baseUrl, appKey, partnerId, partnerSecret]))
		.digest('base64url');
}
