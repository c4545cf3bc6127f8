// App key, partner authentication and access tokens.
import { randomBytes } from 'node:crypto';
import {
	isJsonObject,
	type OperationRequest,
	type ReceivedRequest,
	type SimulatedResponse,
} from '../http';
import type { Identity } from '../identity';
import {
	EXPIRED_TOKEN,
	INVALID_APP_KEY,
	INVALID_CREDENTIALS,
	INVALID_TOKEN,
	MISSING_APP_KEY,
	MISSING_TOKEN,
	missingParameter,
	NOT_AUTHORIZED,
	PARTNER_NOT_FOUND,
} from './errors';

/** Documented: an account is locked after five failed attempts. */
const MAX_FAILED_ATTEMPTS = 5;

/** Issues tokens and verifies them. */
export interface Authentication {
	/** POST /aggregation/v2/partners/authentication */
	createToken(request: OperationRequest): SimulatedResponse;
	/** Checks app key and token; returns the rejection, or undefined if both are valid. */
	verifyToken(request: ReceivedRequest): SimulatedResponse | undefined;
	/** Ends all tokens before their time. */
	endTokens: () => void;
	/** Unlocks the account and revokes all tokens. */
	reset(): void;
}

/** @param tokenTtlSeconds lifetime of a token; the documentation says 7200 */
export function createAuthentication(
	partner: Identity['openFinance'],
	tokenTtlSeconds: number,
): Authentication {
	const issuedAt = new Map<string, number>();
	let failedAttempts = 0;

	function verifyAppKey(headers: ReceivedRequest['headers']): SimulatedResponse | undefined {
		const key = headers['finicity-app-key'];
		if (!key) return MISSING_APP_KEY;
		return key === partner.appKey ? undefined : INVALID_APP_KEY;
	}

	return {
		createToken(request) {
			const rejection = verifyAppKey(request.headers);
			if (rejection) return rejection;
			const body = isJsonObject(request.body) ? request.body : {};
			const missing = ['partnerId', 'partnerSecret'].find((name) => !body[name]);
			if (missing !== undefined) return missingParameter(missing);
			if (body['partnerId'] !== partner.partnerId) return PARTNER_NOT_FOUND;
			if (failedAttempts >= MAX_FAILED_ATTEMPTS) return NOT_AUTHORIZED;
			if (body['partnerSecret'] !== partner.partnerSecret) {
				failedAttempts += 1;
				return INVALID_CREDENTIALS;
			}
			failedAttempts = 0;
			const token = randomBytes(10).toString('hex');
			issuedAt.set(token, request.now);
			return { status: 200, body: { token } };
		},
		verifyToken(request) {
			const rejection = verifyAppKey(request.headers);
			if (rejection) return rejection;
			const token = request.headers['finicity-app-token'];
			if (!token) return MISSING_TOKEN;
			const time = issuedAt.get(token);
			if (time === undefined) return INVALID_TOKEN;
			return request.now - time >= tokenTtlSeconds * 1000 ? EXPIRED_TOKEN : undefined;
		},
		endTokens() {
			for (const token of issuedAt.keys()) issuedAt.set(token, Number.NEGATIVE_INFINITY);
		},
		reset() {
			issuedAt.clear();
			failedAttempts = 0;
		},
	};
}
