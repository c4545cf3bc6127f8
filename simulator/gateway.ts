// One call from the signed request to the answer: authenticate, find the operation, decrypt, ask it.
import type { KeyObject } from 'node:crypto';
import { cardNumbersIn, type RecordedCall } from './calls';
import { cryptographyError } from './cca/requestErrors';
import { CREDIT_ANALYTICS } from './creditAnalytics';
import { errorAnswer, gatewayError } from './errors';
import { isJsonObject, type Answer, type Received } from './http';
import { openJwe } from './jwe/open';
import type { NonceMemory } from './oauth1/nonceMemory';
import { verifyRequest, type KnownClient } from './oauth1/verify';
import { isOpenFinancePath, type OpenFinance } from './openFinance/openFinance';
import { findRoute } from './routes';

/** What the gateway knows and remembers. */
export interface GatewayState {
	client: KnownClient;
	nonces: NonceMemory;
	/** Opens encrypted requests. */
	requestKey: KeyObject;
	openFinance: OpenFinance;
}

/** What a request comes to. */
export interface Outcome {
	answer: Answer;
	/** Refused for its signature, time or nonce: faults never take the place of such a refusal. */
	isRefused?: true;
	/** The field name under which a 200 is to be encrypted. */
	sealAs?: string;
}

/** Field names under which encrypted payloads are accepted; the answer comes back under the same one. */
const FIELD_NAMES = ['encryptedData', 'encryptedValue'];

/** Answers a request and completes its record on the way. */
export function answerRequest(request: Received, call: RecordedCall, state: GatewayState): Outcome {
	const query = new URLSearchParams(request.rawQuery);
	const sent = parsedJson(request.bytes.toString('utf8'));
	const { headers, now } = request;
	if (isOpenFinancePath(request.path)) {
		call.body = sent;
		return { answer: state.openFinance.answer(request, { query, body: sent, headers, now }) };
	}

	const verdict = verifyRequest(request, state.client, state.nonces);
	if ('refusal' in verdict) return { answer: verdict.refusal, isRefused: true };
	const found = findRoute(CREDIT_ANALYTICS, request);
	if (found === undefined) {
		return {
			answer: gatewayError(404, 'NOT_FOUND', 'The requested resource was not found.'),
		};
	}
	const { route, pathValues } = found;
	const opened: Opened = route.encrypted ? openEnvelope(sent, state.requestKey) : { body: sent };
	if ('refusal' in opened) return { answer: opened.refusal };
	const { body, fieldName } = opened;

	call.body = body;
	call.cards = cardNumbersIn(body).length;
	const answer = route.answer({ query, body, pathValues, headers, now });
	return { answer, sealAs: fieldName };
}

type Opened = { body: unknown; fieldName?: string } | { refusal: Answer };

function openEnvelope(sent: unknown, requestKey: KeyObject): Opened {
	const envelope = isJsonObject(sent) ? sent : {};
	const fieldName = FIELD_NAMES.find((name) => typeof envelope[name] === 'string');
	if (fieldName === undefined) {
		return { refusal: errorAnswer(400, cryptographyError('Request is not encrypted')) };
	}
	const text = openJwe(String(envelope[fieldName]), requestKey);
	const body = text === undefined ? undefined : parsedJson(text);
	if (body === undefined) {
		return { refusal: errorAnswer(400, cryptographyError('Request could not be decrypted')) };
	}
	return { body, fieldName };
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
