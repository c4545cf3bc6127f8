/**
 * Which token a failed request was sent with, and whether it is why the request failed. n8n tells neither; but it hands
 * the same copy of the credential to both of its functions for one request.
 */
import { BoundedMap } from '../../mastercard/boundedMap';
import { MAX_REMEMBERED_SESSIONS, MAX_TOKEN_REPLACEMENTS } from '../../mastercard/limits';
import { buildTokenCheck, isTokenDeclined } from '../../mastercard/openFinance/accessToken';
import {
	digestCredential,
	type OpenFinanceCredential,
} from '../../mastercard/openFinance/credential';
import {
	invalidateToken,
	isDeclinedToken,
	type TokenClient,
} from '../../mastercard/openFinance/sessions';

const sentTokens = new WeakMap<object, string>();

/** By the digest of the credential: when its last declined tokens were replaced, ms since 1970. */
const replacements = new BoundedMap<readonly number[]>(MAX_REMEMBERED_SESSIONS);

const MINUTE_MS = 60_000;

/** @param token The one that a request is about to be sent with; empty when it is not sent for want of one. */
export function setSentToken(raw: object, token: string): void {
	sentTokens.set(raw, token);
}

/** @returns As above; undefined before the first request with this copy of the credential. */
export function getSentToken(raw: object): string | undefined {
	return sentTokens.get(raw);
}

/** Counts a token that has replaced a declined one. @param now Ms since 1970. */
export function countReplacement(credential: OpenFinanceCredential, now: number): void {
	const digest = digestCredential(credential);
	const times = [...(replacements.get(digest) ?? []), now];
	replacements.set(digest, times.slice(-MAX_TOKEN_REPLACEMENTS));
}

/** Whether so many tokens were replaced within a minute that the next one would be declined as well. */
function isReplacedTooOften(credential: OpenFinanceCredential, now: number): boolean {
	const times = replacements.get(digestCredential(credential)) ?? [];
	const recent = times.filter((time) => Math.abs(now - time) < MINUTE_MS);
	return recent.length >= MAX_TOKEN_REPLACEMENTS;
}

/**
 * Whether a request that was sent with this token can succeed with another one. Mastercard is asked with a free request:
 * otherwise every failed request would be sent again, also one that may have been charged.
 *
 * @param now Ms since 1970.
 */
export async function isTokenAtFault(
	credential: OpenFinanceCredential,
	token: string,
	send: TokenClient,
	now: number,
): Promise<boolean> {
	if (isDeclinedToken(token)) return true;
	if (isReplacedTooOften(credential, now)) return false;
	const response = await send(buildTokenCheck(credential, token)).catch(() => undefined);
	if (response === undefined || !isTokenDeclined(response)) return false;
	invalidateToken(token);
	return true;
}
