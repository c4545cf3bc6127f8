/**
 * What n8n stores with the credential, in its hidden field 'Session': when the token was issued, or which
 * authentications have failed. Other processes, and later ones, read it.
 *
 * What remains: processes that authenticate at the same time do not see each other's failure yet, so each of them may
 * send the same wrong values once. n8n stores nothing for a credential whose values come from outside n8n, nor what
 * another credential, or another program, of the same partner has sent.
 */
import type { Failure } from '../errors/Failure';
import { isRecord } from '../json';
import { digestCredential, digestPartner, type OpenFinanceCredential } from './credential';
import type { FailedAuthentications } from './failedAuthentications';

export interface Session {
	token: string;
	/** Ms since 1970. */
	issuedAt: number;
}

/** @returns What n8n stores beside the token. */
export function serializeSession({ issuedAt }: Session, credential: OpenFinanceCredential): string {
	return JSON.stringify({
		issuedAt: new Date(issuedAt).toISOString(),
		credential: digestCredential(credential),
	});
}

/** @returns What n8n stores in place of a session. */
export function serializeFailures(
	failed: FailedAuthentications,
	credential: OpenFinanceCredential,
): string {
	return JSON.stringify({ ...failed, partner: digestPartner(credential) });
}

/** @returns The stored session, unless the credential was changed since. */
export function parseStoredSession(credential: OpenFinanceCredential): Session | undefined {
	const { token } = credential;
	const state = parseState(credential);
	if (token === '' || state.credential !== digestCredential(credential)) return undefined;
	return { token, issuedAt: Date.parse(String(state.issuedAt)) };
}

/** @returns The stored failures, unless the credential is for another partner now. */
export function parseStoredFailures(
	credential: OpenFinanceCredential,
): FailedAuthentications | undefined {
	const { partner, at, times, failures } = parseState(credential);
	if (partner !== digestPartner(credential) || !isRecord(failures)) return undefined;
	return {
		at: Number(at),
		times: Number(times),
		// Written by `serializeFailures` alone; n8n keeps it encrypted.
		failures: failures as Record<string, Failure>,
	};
}

function parseState({ session }: OpenFinanceCredential): Record<string, unknown> {
	try {
		const state: unknown = JSON.parse(session);
		return isRecord(state) ? state : {};
	} catch {
		return {};
	}
}
