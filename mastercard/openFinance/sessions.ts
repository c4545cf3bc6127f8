/**
 * One log-in for all: nodes, runs, the credential test and n8n's HTTP Request node share the token of a
 * credential as long as this process lives, and what n8n stores of it beyond that.
 *
 * Mastercard's rules: a token is good for two hours, is to be renewed after 90 minutes and to be used for all
 * calls; five refused log-ins lock the account.
 */
import { createHash } from 'node:crypto';
import type { Answer, Failure } from '../errors/Failure';
import type { OpenFinanceCredential } from './credential';
import { logInRequest, readLogIn, type LogInRequest } from './accessToken';

export interface Session {
	token: string;
	/** Ms since 1970. */
	openedAt: number;
}

export type LogIn = { session: Session } | { failure: Failure };

/** Sends a log-in once. Rejects when no answer comes back. */
export type SendLogIn = (request: LogInRequest) => Promise<Answer>;

const MINUTE_MS = 60_000;
export const RENEW_AFTER_MS = 90 * MINUTE_MS;

/** What is refused once will be refused again; a second and a third try are only for an account that was opened again. */
export const REFUSAL_STANDS_MS = 15 * MINUTE_MS;
export const MOST_REFUSALS = 3;

interface Memory {
	session?: Session;
	underway?: Promise<LogIn>;
	refusal?: { failure: Failure; at: number; times: number };
}

const memories = new Map<string, Memory>();

/**
 * @returns The session of the credential that is young enough to be used: from memory or, in a process that
 * has not yet logged in, from what n8n stored.
 */
export function currentSession(
	credential: OpenFinanceCredential,
	now: number,
): Session | undefined {
	const { session } = memoryOf(credential);
	return session !== undefined && isYoung(session, now) ? session : undefined;
}

/**
 * Logs in, unless there is a session. However many ask at the same time, one log-in is sent; a refused one
 * is not sent again for the same values, but its refusal given again.
 *
 * @param clock ms since 1970
 * @throws What `send` rejects with; that is forgotten at once.
 */
export async function openSession(
	credential: OpenFinanceCredential,
	send: SendLogIn,
	clock: () => number = Date.now,
): Promise<LogIn> {
	const memory = memoryOf(credential);
	const session = currentSession(credential, clock());
	if (session !== undefined) return { session };
	if (memory.underway !== undefined) return await memory.underway;
	const { refusal } = memory;
	if (refusal !== undefined && stands(refusal, clock())) return { failure: refusal.failure };

	memory.underway = logIn(credential, memory, send, clock);
	try {
		return await memory.underway;
	} finally {
		delete memory.underway;
	}
}

/** Forgets a token that Mastercard no longer takes, unless it was already replaced. */
export function endSession(credential: OpenFinanceCredential, token: string): void {
	const memory = memoryOf(credential);
	if (memory.session?.token === token) delete memory.session;
}

/** What n8n stores beside the token: when it was opened, and for which values of the credential. */
export function describeSession({ openedAt }: Session, credential: OpenFinanceCredential): string {
	return `${new Date(openedAt).toISOString()} ${digestOf(credential)}`;
}

async function logIn(
	credential: OpenFinanceCredential,
	memory: Memory,
	send: SendLogIn,
	clock: () => number,
): Promise<LogIn> {
	const openedAt = clock();
	const result = readLogIn(await send(logInRequest(credential)), clock());
	if ('token' in result) {
		memory.session = { token: result.token, openedAt };
		delete memory.refusal;
		return { session: memory.session };
	}
	if (result.failure.retryable) return result;
	const times = (memory.refusal?.times ?? 0) + 1;
	const until = times < MOST_REFUSALS ? 'for 15 minutes' : 'until n8n is restarted';
	const failure: Failure = {
		...result.failure,
		description: `${result.failure.description} The same values are not tried again ${until}, because five refused log-ins lock the account; a corrected credential is used at once.`,
	};
	memory.refusal = { failure, at: clock(), times };
	return { failure };
}

function memoryOf(credential: OpenFinanceCredential): Memory {
	const digest = digestOf(credential);
	const known = memories.get(digest);
	if (known !== undefined) return known;
	const session = storedSession(credential, digest);
	const memory: Memory = session === undefined ? {} : { session };
	memories.set(digest, memory);
	return memory;
}

/** A token of other values is not taken over: the credential was changed since. */
function storedSession({ token, session }: OpenFinanceCredential, digest: string) {
	const [openedAt = '', madeFor] = session.split(' ');
	if (token === '' || madeFor !== digest) return undefined;
	return { token, openedAt: Date.parse(openedAt) };
}

function isYoung({ openedAt }: Session, now: number): boolean {
	// Below 0, or not a number: the clock was set back, or the stored text was changed.
	return now - openedAt >= 0 && now - openedAt < RENEW_AFTER_MS;
}

function stands({ at, times }: { at: number; times: number }, now: number): boolean {
	return times >= MOST_REFUSALS || Math.abs(now - at) < REFUSAL_STANDS_MS;
}

function digestOf({ baseUrl, appKey, partnerId, partnerSecret }: OpenFinanceCredential): string {
	return createHash('sha256')
		.update(JSON.stringify([baseUrl, appKey, partnerId, partnerSecret]))
		.digest('base64url');
}
