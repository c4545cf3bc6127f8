/**
 * `POST /aggregation/v2/partners/authentication`: app key, partner ID and partner secret for a token.
 *
 * Source: Mastercard's Open Finance US specification 1.43.0, operation CreateToken.
 */
import type { HttpResponse, Failure } from '../errors/Failure';
import { parseErrors } from '../errors/parseErrors';
import { isRecord, toText } from '../json';
import { MAX_TOKEN_LENGTH } from '../limits';
import type { OpenFinanceCredential } from './credential';
import { unexpected, declined } from './failure';

const PATH = '/aggregation/v2/partners/authentication';

export interface TokenRequest {
	method: 'POST' | 'GET';
	url: string;
	headers: Record<string, string>;
	/** JSON. */
	body?: string;
}

/** Free of charge, and with a short response. */
const CHECK = '/aggregation/v1/customers?limit=1';

/** A request that shows whether Mastercard still takes a token. */
export function buildTokenCheck(
	{ baseUrl, appKey }: OpenFinanceCredential,
	token: string,
): TokenRequest {
	return {
		method: 'GET',
		url: baseUrl + CHECK,
		headers: {
			'Finicity-App-Key': appKey,
			'Finicity-App-Token': token,
			Accept: 'application/json',
		},
	};
}

/** Whether a response says that the token of its request is not, or no longer, taken. */
export function isTokenDeclined({ status, body }: HttpResponse): boolean {
	return status === 401 && !isAppKeyDeclined(body);
}

/** Whether an error is about the app key; a new token changes nothing about that. */
export function isAppKeyDeclined(body: unknown): boolean {
	return ['10026', '10027'].includes(parseErrors(body)[0]?.reasonCode ?? '');
}

export function buildTokenRequest(credential: OpenFinanceCredential): TokenRequest {
	const { baseUrl, appKey, partnerId, partnerSecret } = credential;
	return {
		method: 'POST',
		url: baseUrl + PATH,
		headers: {
			'Finicity-App-Key': appKey,
			Accept: 'application/json',
			'Content-Type': 'application/json',
		},
		body: JSON.stringify({ partnerId, partnerSecret }),
	};
}

const COPY = 'Copy it again from your project on Mastercard Developers.';
const APP_KEY: readonly [string, string] = ["'App Key' is not one that Mastercard knows", COPY];
const LOCKED =
	'Check that the three belong together. If they do, the account may be locked: five failed authentications lock it, and only Mastercard support can open it again.';

const NOT_MASTERCARD =
	"Check 'Base URL' in the credential, and whether a proxy has responded instead. Nothing else was sent.";

/** The code for a partner secret that is wrong: only another one can help. */
export const WRONG_SECRET = '10001';

/** Which field each code of a failed authentication is about, and what to do. */
const BY_CODE: Readonly<Record<string, readonly [message: string, advice: string]>> = {
	'10026': APP_KEY,
	'10027': APP_KEY,
	'12401': ["'Partner ID' is not one that Mastercard knows", COPY],
	'10001': ["'Partner Secret' is not the one of this 'Partner ID'", COPY],
	'10021': ["Mastercard declines this combination of 'App Key' and 'Partner ID'", LOCKED],
};

/**
 * @param now Our clock, ms since 1970.
 * @returns The token, or why there is none, in a sentence that names the field at fault.
 */
export function parseTokenResponse(
	response: HttpResponse,
	now: number,
): { token: string } | { failure: Failure } {
	const { status, body } = response;
	if (status === 200) {
		const token = isRecord(body) ? toText(body.token) : null;
		if (token !== null && isSendable(token)) return { token };
		const { failure } = unexpected(response, 'a token');
		return { failure: { ...failure, description: NOT_MASTERCARD } };
	}

	const { failure } = declined(response, now);
	const [error] = parseErrors(body);
	const code = failure.reasonCode ?? '';
	const [message, advice] = Object.hasOwn(BY_CODE, code) ? (BY_CODE[code] ?? []) : [];
	if (message !== undefined && advice !== undefined)
		return {
			failure: { ...failure, message, description: `${quoted(error?.description)}${advice}` },
		};
	// Trouble, or a redirect: neither says anything about the credential.
	if (failure.retryable || status < 400) return { failure };
	return {
		failure: {
			...failure,
			message: 'Mastercard declined the authentication',
			description: `${quoted(error?.description)}${LOCKED}`,
		},
	};
}

/** Whether it can be sent in a header. */
function isSendable(token: string): boolean {
	return token.length <= MAX_TOKEN_LENGTH && /^[\x21-\x7e]+$/.test(token);
}

function quoted(words: string | null | undefined): string {
	return words ? `Mastercard says: ${words.replace(/[.\s]*$/, '')}. ` : '';
}
