// Errors of SBCA: documented ones verbatim, the others in the same style.
import { errorResponse, type MastercardError } from '../errors';
import documented from '../fixtures/sbcaErrors.json';
import type { SimulatedResponse } from '../http';

/** A documented error with its status. */
export function documentedError(reasonCode: keyof typeof documented): SimulatedResponse {
	const { status, error } = documented[reasonCode];
	return errorResponse(status, error);
}

/** A parameter has an invalid value. For country_code this is the documented body, verbatim. */
export function invalidData(parameter: string, rule: string): MastercardError {
	return {
		Source: 'CreditAnalytics',
		ReasonCode: `INVALID_DATA: ${parameter}`,
		Description: `Validation failed for ${parameter} parameter`,
		Recoverable: false,
		Details: `An invalid value was provided in for ${parameter}. ${rule}`,
	};
}

/** A required parameter is missing. Documented for country_code. */
export function missingParameter(parameter: string): MastercardError {
	return {
		Source: 'CreditAnalytics',
		ReasonCode: `querystring.${parameter}.missing`,
		Description: `The ${parameter} querystring parameter is required but not provided.`,
		Recoverable: false,
		Details: null,
	};
}

/** Assumed: the reference application shows only that a merchant too new to have metrics is an error. */
export function metricsNotFound(): SimulatedResponse {
	return errorResponse(404, {
		Source: 'CreditAnalytics',
		ReasonCode: 'METRICS_NOT_FOUND',
		Description: 'This error is thrown when a matched merchant is too new to have metrics.',
		Recoverable: false,
		Details: 'No metrics are available yet for the specified location.',
	});
}
