/**
 * When an authentication is not sent because others have failed. Mastercard locks an account after five failed
 * authentications, with whatever secret they were sent, so they are counted by partner and host.
 */
import type { Failure } from '../errors/Failure';
import {
	FAILED_AUTHENTICATION_PAUSE_MS,
	MAX_FAILED_AUTHENTICATIONS,
	MAX_REMEMBERED_FAILURES,
} from '../limits';
import { WRONG_SECRET } from './accessToken';

/** Since the partner's last successful authentication. */
export interface FailedAuthentications {
	/** Of the last one, ms since 1970. */
	at: number;
	times: number;
	/** By the digest of the credential, the last one last. */
	failures: Readonly<Record<string, Failure>>;
}

/**
 * @param credential Its digest.
 * @param now Ms since 1970.
 */
export function addFailure(
	{ times, failures }: Pick<FailedAuthentications, 'times' | 'failures'>,
	credential: string,
	failure: Failure,
	now: number,
): FailedAuthentications {
	const isLast = isFinal(failure) || times + 1 >= MAX_FAILED_AUTHENTICATIONS;
	const description = `${failure.description} The same values are not sent again ${isLast ? 'until the credential is changed' : 'for 15 minutes'}, because five failed authentications lock the account.`;
	const others = Object.entries(failures).filter(([name]) => name !== credential);
	const entries = [...others, [credential, { ...failure, description }] as const];
	return {
		at: now,
		times: times + 1,
		failures: Object.fromEntries(entries.slice(-MAX_REMEMBERED_FAILURES)),
	};
}

/**
 * A credential whose secret is wrong is not sent again. Any other failure can end without a change to the credential
 * (an account is unlocked, an app key activated), so it is sent again after a pause, but not more than three times.
 * A changed credential is sent at once, unless three have failed within the pause.
 *
 * @param credential Its digest.
 * @param now Ms since 1970.
 * @returns Why the credential is not sent; undefined when it may be.
 */
export function getBlockingFailure(
	failed: FailedAuthentications | undefined,
	credential: string,
	now: number,
): Failure | undefined {
	if (failed === undefined) return undefined;
	const { at, times, failures } = failed;
	// Either way: the clock may have been set back.
	const isRecent = Math.abs(now - at) < FAILED_AUTHENTICATION_PAUSE_MS;
	const isLimitReached = times >= MAX_FAILED_AUTHENTICATIONS;
	const own = failures[credential];
	if (own === undefined) return isRecent && isLimitReached ? PAUSE : undefined;
	return isFinal(own) || isRecent || isLimitReached ? own : undefined;
}

function isFinal({ reasonCode }: Failure): boolean {
	return reasonCode === WRONG_SECRET;
}

const PAUSE: Failure = {
	message: "Mastercard declined the last three authentications of this 'Partner ID'",
	description:
		'This one was not sent, because five failed authentications lock the account. Check all fields of the credential; 15 minutes after the last one, it will be sent.',
	httpCode: null,
	reasonCode: 'AUTHENTICATION_PAUSED',
	source: 'Node',
	retryable: true,
	scope: 'run',
	correlationId: null,
};
