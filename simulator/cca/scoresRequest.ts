// Checks a /scores request the way the application would, before any card is looked up.
import { errorAnswer } from '../errors';
import { isJsonObject, type Answer } from '../http';
import { isCardNumber } from './cardNumber';
import {
	CONSENT_NOT_PROVIDED,
	INVALID_PAN,
	invalidArgument,
	isAbsent,
	missingField,
} from './requestErrors';

/** A request that passed. */
export interface ScoresRequest {
	pans: string[];
	hasEmbedding: boolean;
}

/** Documented maximum of card numbers in one request. */
export const MAX_CARDS = 20;

const FIELDS = ['hasEmbedding', 'countryCode', 'customerPANs', 'scoreTypes', 'productTypes'];

/** @returns the request, or the refusal. A refusal never quotes a card number. */
export function readScoresRequest(body: unknown): ScoresRequest | { refusal: Answer } {
	const request = isJsonObject(body) ? body : {};
	const missing = FIELDS.filter((name) => isAbsent(request[name]));
	const cards = Array.isArray(request['customerPANs']) ? request['customerPANs'].map(card) : [];
	cards.forEach((entry, index) => {
		for (const name of ['customerPAN', 'hasConsent'] as const) {
			if (isAbsent(entry[name])) missing.push(`customerPANs[${index}].${name}`);
		}
	});
	if (missing.length > 0) return { refusal: errorAnswer(400, ...missing.map(missingField)) };

	const wrong = [];
	if (typeof request['hasEmbedding'] !== 'boolean') {
		wrong.push(invalidArgument('The hasEmbedding argument must be true or false'));
	}
	if (!isCountryCode(request['countryCode'])) wrong.push(INVALID_COUNTRY);
	if (!isListOf(request['scoreTypes'], 'DELINQUENCY')) {
		wrong.push(invalidArgument('The scoreTypes argument must be a list of: DELINQUENCY'));
	}
	if (!isListOf(request['productTypes'], 'CREDIT_CARD')) {
		wrong.push(invalidArgument('The productTypes argument must be a list of: CREDIT_CARD'));
	}
	if (cards.length === 0) wrong.push(invalidArgument('The customerPANs argument must be a list'));
	if (cards.length > MAX_CARDS) {
		wrong.push(
			invalidArgument(`The customerPANs argument allows at most ${MAX_CARDS} card numbers`),
		);
	}
	const pans = cards.map((entry) => entry.customerPAN).filter(isCardNumber);
	if (pans.length < cards.length) wrong.push(INVALID_PAN);
	if (wrong.length > 0) return { refusal: errorAnswer(400, ...wrong) };

	if (cards.some((entry) => entry.hasConsent !== true)) {
		return { refusal: errorAnswer(403, CONSENT_NOT_PROVIDED) };
	}
	return { pans, hasEmbedding: request['hasEmbedding'] === true };
}

export const INVALID_COUNTRY = invalidArgument(
	'The countryCode argument must be a 3-letter country abbreviation',
);

/** Three capital letters. Which countries Mastercard supports is not published. */
export function isCountryCode(value: unknown): boolean {
	return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

function card(value: unknown): { customerPAN?: unknown; hasConsent?: unknown } {
	return isJsonObject(value) ? value : {};
}

function isListOf(value: unknown, allowed: string): boolean {
	return Array.isArray(value) && value.every((entry) => entry === allowed);
}
