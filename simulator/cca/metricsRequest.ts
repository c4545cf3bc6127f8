// Checks a /metrics request the way the application would, before the card is looked up.
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
import { INVALID_COUNTRY, isCountryCode } from './scoresRequest';

const FIELDS = ['countryCode', 'customerPAN', 'productType', 'hasConsent'];

/** @returns the card number, or the refusal. A refusal never quotes it. */
export function readMetricsRequest(body: unknown): { pan: string } | { refusal: Answer } {
	const request = isJsonObject(body) ? body : {};
	const missing = FIELDS.filter((name) => isAbsent(request[name]));
	if (missing.length > 0) return { refusal: errorAnswer(400, ...missing.map(missingField)) };

	const wrong = [];
	const pan = request['customerPAN'];
	if (!isCountryCode(request['countryCode'])) wrong.push(INVALID_COUNTRY);
	if (request['productType'] !== 'CREDIT_CARD') {
		wrong.push(invalidArgument('The productType argument must be CREDIT_CARD'));
	}
	if (!isCardNumber(pan)) {
		return { refusal: errorAnswer(400, ...wrong, INVALID_PAN) };
	}
	if (wrong.length > 0) return { refusal: errorAnswer(400, ...wrong) };
	if (request['hasConsent'] !== true) return { refusal: errorAnswer(403, CONSENT_NOT_PROVIDED) };
	return { pan };
}
