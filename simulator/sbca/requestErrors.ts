// The errors of SBCA: the documented ones word for word, the others in their style.
import { errorAnswer, type MastercardError } from '../errors';
import documented from '../fixtures/sbcaErrors.json';
import type { Answer } from '../http';

/** An error that the documentation prints, with its status. */
export function documentedError(reasonCode: keyof typeof documented): Answer {
	const { status, error } = documented[reasonCode];
	return errorAnswer(status, error);
}

/** A parameter with a value that is not allowed. For country_code this is the documented body, word for word. */
export function invalidData(parameter: string, rule: string): MastercardError {
	return {
		Source: 'CreditAnalytics',
		ReasonCode: `INVALID_DATA: ${parameter}`,
		Description: `Validation failed for ${parameter} parameter`,
		Recoverable: false,
		Details: `An invalid value was provided in for ${parameter}. ${rule}`,
	};
}

/** A parameter that must be there. The documentation prints this for country_code. */
export function missingParameter(parameter: string): MastercardError {
	return {
		Source: 'CreditAnalytics',
		ReasonCode: `querystring.${parameter}.missing`,
		Description: `The ${parameter} querystring parameter is required but not provided.`,
		Recoverable: false,
		Details: null,
	};
}

/** Chosen: the reference application only shows that a merchant too new to have metrics is an error. */
export function metricsNotFound(): Answer {
	return errorAnswer(404, {
		Source: 'CreditAnalytics',
		ReasonCode: 'METRICS_NOT_FOUND',
		Description: 'This error is thrown when a matched merchant is too new to have metrics.',
		Recoverable: false,
		Details: 'No metrics are available yet for the specified location.',
	});
}
