// Validates a /scores request.
import { errorResponse } from '../errors';
import { isJsonObject, type SimulatedResponse } from '../http';
import { isCardNumber } from './cardNumber';
import {
	CONSENT_NOT_PROVIDED,
	INVALID_PAN,
	invalidArgument,
	isMissing,
	missingField,
} from './requestErrors';

/** A valid request. */
export interface ScoresRequest {
	pans: string[];
	hasEmbedding: boolean;
}

/** Documented maximum number of cards in a request. */
export const MAX_CARDS = 20;

const REQUIRED_FIELDS = [
	'hasEmbedding',
	'countryCode',
	'customerPANs',
	'scoreTypes',
	'productTypes',
];

/** @returns the request, or the rejection if it is invalid. A rejection never contains a card number. */
export function parseScoresRequest(
	body: unknown,
): ScoresRequest | { rejection: SimulatedResponse } {
	const request = isJsonObject(body) ? body : {};
	const missing = REQUIRED_FIELDS.filter((name) => isMissing(request[name]));
	const cards = Array.isArray(request['customerPANs']) ? request['customerPANs'].map(toCard) : [];
	cards.forEach((card, index) => {
		for (const name of ['customerPAN', 'hasConsent'] as const) {
			if (isMissing(card[name])) missing.push(`customerPANs[${index}].${name}`);
		}
	});
	if (missing.length > 0) return { rejection: errorResponse(400, ...missing.map(missingField)) };

	const errors = [];
	if (typeof request['hasEmbedding'] !== 'boolean') {
		errors.push(invalidArgument('The hasEmbedding argument must be true or false'));
	}
	if (!isCountryCode(request['countryCode'])) errors.push(INVALID_COUNTRY);
	if (!isListOf(request['scoreTypes'], 'DELINQUENCY')) {
		errors.push(invalidArgument('The scoreTypes argument must be a list of: DELINQUENCY'));
	}
	if (!isListOf(request['productTypes'], 'CREDIT_CARD')) {
		errors.push(invalidArgument('The productTypes argument must be a list of: CREDIT_CARD'));
	}
	if (cards.length === 0) errors.push(invalidArgument('The customerPANs argument must be a list'));
	if (cards.length > MAX_CARDS) {
		errors.push(
			invalidArgument(`The customerPANs argument allows at most ${MAX_CARDS} card numbers`),
		);
	}
	const pans = cards.map((card) => card.customerPAN).filter(isCardNumber);
	if (pans.length < cards.length) errors.push(INVALID_PAN);
	if (errors.length > 0) return { rejection: errorResponse(400, ...errors) };

	if (cards.some((card) => card.hasConsent !== true)) {
		return { rejection: errorResponse(403, CONSENT_NOT_PROVIDED) };
	}
	return { pans, hasEmbedding: request['hasEmbedding'] === true };
}

export const INVALID_COUNTRY = invalidArgument(
	'The countryCode argument must be a 3-letter country abbreviation',
);

/** Three upper-case letters. Mastercard does not publish the supported countries. */
export function isCountryCode(value: unknown): boolean {
	return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

function toCard(value: unknown): { customerPAN?: unknown; hasConsent?: unknown } {
	return isJsonObject(value) ? value : {};
}

function isListOf(value: unknown, allowed: string): boolean {
	return Array.isArray(value) && value.every((entry) => entry === allowed);
}
