/**
 * One authentication for all: nodes, runs, the credential test and n8n's HTTP Request node share the token of a
 * credential as long as this process lives, and beyond that what n8n stores of it.
 *
 * Mastercard's rules: a token is good for two hours, is to be renewed after 90 minutes and to be used for all
 * calls; five failed authentications lock the account.
 */
import { BoundedMap } from '../boundedMap';
import type { HttpResponse, Failure } from '../errors/Failure';
import { MAX_REMEMBERED_SESSIONS } from '../limits';
import { createResponseRedactor } from '../redactResponse';
import { buildTokenRequest, parseTokenResponse, type TokenRequest } from './accessToken';
import {
	digestCredential,
	digestPartner,
	getSecrets,
	type OpenFinanceCredential,
} from './credential';
import {
	addFailure,
	getBlockingFailure,
	type FailedAuthentications,
} from './failedAuthentications';
import { parseStoredFailures, parseStoredSession, type Session } from './storedState';

/** `retryAfter` is the header as received. */
export type AuthenticationResult = { session: Session } | { failure: Failure; retryAfter?: string };

/** Sends a token request once. Rejects when no response comes back. */
export type TokenClient = (request: TokenRequest) => Promise<HttpResponse>;

export const RENEW_AFTER_MS = 90 * 60_000;

/** By the digest of the credential. */
const sessions = new BoundedMap<Session>(MAX_REMEMBERED_SESSIONS);
/** Tokens that Mastercard no longer takes. */
const declinedTokens = new BoundedMap<true>(MAX_REMEMBERED_SESSIONS);
/** By the digest of the partner. */
const failedAuthentications = new BoundedMap<FailedAuthentications>(MAX_REMEMBERED_SESSIONS);
/** By the digest of the partner: two secrets sent at the same time would not know of each other's failure. */
const pending = new Map<string, { credential: string; result: Promise<AuthenticationResult> }>();

/**
 * @returns The session of the credential that is young enough to be used: from memory or, when another process has
 * authenticated, from what n8n stored.
 */
export function getSession(credential: OpenFinanceCredential, now: number): Session | undefined {
	const known = [sessions.get(digestCredential(credential)), parseStoredSession(credential)];
	return known.find((session) => session !== undefined && isUsable(session, now));
}

/**
 * Authenticates, unless there is a session, or failed authentications forbid it. However many callers there are at the
 * same time, one request is sent, and those for other credentials of the partner follow one after another.
 *
 * @param clock Ms since 1970.
 * @param replaced A token whose session does not count, although it is usable. It stays in use if this fails.
 * @throws What `send` rejects with; that is forgotten at once.
 */
export async function authenticate(
	credential: OpenFinanceCredential,
	send: TokenClient,
	clock: () => number = Date.now,
	replaced?: string,
): Promise<AuthenticationResult> {
	const digest = digestCredential(credential);
	const partner = digestPartner(credential);
	for (;;) {
		const session = getSession(credential, clock());
		if (session !== undefined && session.token !== replaced) return { session };
		const failed = getFailedAuthentications(credential);
		const failure = getBlockingFailure(failed, digest, clock());
		if (failure !== undefined) return { failure };
		const other = pending.get(partner);
		if (other === undefined) break;
		if (other.credential === digest) return await other.result;
		await other.result.catch(() => undefined);
	}
	const result = requestToken(credential, send, clock).finally(() => pending.delete(partner));
	pending.set(partner, { credential: digest, result });
	return await result;
}

/** Whether the session that n8n stored can be used, in this process and in any other. */
export function isStoredSessionUsable(credential: OpenFinanceCredential, now: number): boolean {
	const stored = parseStoredSession(credential);
	return stored !== undefined && isUsable(stored, now);
}

/** Whether a token is known to be one that Mastercard no longer takes. */
export function isDeclinedToken(token: string): boolean {
	return declinedTokens.get(token) !== undefined;
}

/** Gives up a token that Mastercard no longer takes; one that has taken its place stays. */
export function invalidateToken(token: string): void {
	declinedTokens.set(token, true);
}

/** @returns Failures of the credential's partner, in this process or as n8n stored them. */
export function getFailedAuthentications(
	credential: OpenFinanceCredential,
): FailedAuthentications | undefined {
	const own = failedAuthentications.get(digestPartner(credential));
	const stored = parseStoredFailures(credential);
	if (own === undefined || stored === undefined) return own ?? stored;
	return own.at >= stored.at ? own : stored;
}

/** Whether failed authentications forbid another one. */
export function isBlocked(credential: OpenFinanceCredential, now: number): boolean {
	const failed = getFailedAuthentications(credential);
	return getBlockingFailure(failed, digestCredential(credential), now) !== undefined;
}

async function requestToken(
	credential: OpenFinanceCredential,
	send: TokenClient,
	clock: () => number,
): Promise<AuthenticationResult> {
	const issuedAt = clock();
	const redact = createResponseRedactor(getSecrets(credential));
	const response = redact(await send(buildTokenRequest(credential)));
	const result = parseTokenResponse(response, clock());
	const digest = digestCredential(credential);
	const partner = digestPartner(credential);
	if ('token' in result) {
		const session = { token: result.token, issuedAt };
		sessions.set(digest, session);
		failedAuthentications.set(partner, { at: clock(), times: 0, failures: {} });
		return { session };
	}
	const isDeclined = response.status >= 400 && !result.failure.retryable;
	if (!isDeclined) return { ...result, retryAfter: response.headers['retry-after'] };
	const before = getFailedAuthentications(credential) ?? { times: 0, failures: {} };
	const failed = addFailure(before, digest, result.failure, clock());
	failedAuthentications.set(partner, failed);
	return { failure: failed.failures[digest] ?? result.failure };
}

function isUsable({ token, issuedAt }: Session, now: number): boolean {
	// Below 0, or not a number: the clock was set back, or the stored text was changed.
	const age = now - issuedAt;
	return age >= 0 && age < RENEW_AFTER_MS && declinedTokens.get(token) === undefined;
}
