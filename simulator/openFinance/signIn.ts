// App key, partner sign-in and tokens.
import { randomBytes } from 'node:crypto';
import { isJsonObject, type Answer, type Question } from '../http';
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

/** Documented: five failed attempts lock an account. */
const ATTEMPTS_BEFORE_LOCK = 5;

/** Hands out tokens and checks them. */
export interface SignIn {
	/** POST /aggregation/v2/partners/authentication */
	logIn(question: Question): Answer;
	/** The refusal for a request without the right key and token, or undefined. */
	refusal(question: Question): Answer | undefined;
	/** Unlocks the account and forgets all tokens. */
	reset(): void;
}

/** @param tokenSeconds how long a token is good; documented are 7200 */
export function createSignIn(partner: Identity['openFinance'], tokenSeconds: number): SignIn {
	const madeAt = new Map<string, number>();
	let failures = 0;

	function appKeyRefusal({ headers }: Question): Answer | undefined {
		const key = headers['finicity-app-key'];
		if (!key) return MISSING_APP_KEY;
		return key === partner.appKey ? undefined : INVALID_APP_KEY;
	}

	return {
		logIn(question) {
			const refused = appKeyRefusal(question);
			if (refused) return refused;
			const body = isJsonObject(question.body) ? question.body : {};
			const missing = ['partnerId', 'partnerSecret'].find((name) => !body[name]);
			if (missing !== undefined) return missingParameter(missing);
			if (body['partnerId'] !== partner.partnerId) return PARTNER_NOT_FOUND;
			if (failures >= ATTEMPTS_BEFORE_LOCK) return NOT_AUTHORIZED;
			if (body['partnerSecret'] !== partner.partnerSecret) {
				failures += 1;
				return INVALID_CREDENTIALS;
			}
			failures = 0;
			const token = randomBytes(10).toString('hex');
			madeAt.set(token, question.now);
			return { status: 200, body: { token } };
		},
		refusal(question) {
			const refused = appKeyRefusal(question);
			if (refused) return refused;
			const token = question.headers['finicity-app-token'];
			if (!token) return MISSING_TOKEN;
			const since = madeAt.get(token);
			if (since === undefined) return INVALID_TOKEN;
			return question.now - since >= tokenSeconds * 1000 ? EXPIRED_TOKEN : undefined;
		},
		reset() {
			madeAt.clear();
			failures = 0;
		},
	};
}
