// Validates a /metrics request.
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
import { INVALID_COUNTRY, isCountryCode } from './scoresRequest';

const REQUIRED_FIELDS = ['countryCode', 'customerPAN', 'productType', 'hasConsent'];

/** @returns the card number, or the rejection if the request is invalid. A rejection never contains the card number. */
export function parseMetricsRequest(
	body: unknown,
): { pan: string } | { rejection: SimulatedResponse } {
	const request = isJsonObject(body) ? body : {};
	const missing = REQUIRED_FIELDS.filter((name) => isMissing(request[name]));
	if (missing.length > 0) return { rejection: errorResponse(400, ...missing.map(missingField)) };

	const errors = [];
	const pan = request['customerPAN'];
	if (!isCountryCode(request['countryCode'])) errors.push(INVALID_COUNTRY);
	if (request['productType'] !== 'CREDIT_CARD') {
		errors.push(invalidArgument('The productType argument must be CREDIT_CARD'));
	}
	if (!isCardNumber(pan)) {
		return { rejection: errorResponse(400, ...errors, INVALID_PAN) };
	}
	if (errors.length > 0) return { rejection: errorResponse(400, ...errors) };
	if (request['hasConsent'] !== true)
		return { rejection: errorResponse(403, CONSENT_NOT_PROVIDED) };
	return { pan };
}
