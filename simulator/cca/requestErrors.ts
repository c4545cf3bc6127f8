// Errors that come from the CCA application itself.
import type { MastercardError } from '../errors';

const SOURCE = 'ConsumerCreditAnalytics';

/** Documented: code-and-formats and the OpenAPI's BadRequestExample. */
export function missingField(name: string): MastercardError {
	return {
		Source: SOURCE,
		ReasonCode: 'MISSING_REQUIRED_FIELD',
		Description: 'The parameter is required but not provided.',
		Recoverable: false,
		Details: `The ${name} parameter is required but was not provided.`,
	};
}

/** Code and description are documented (the OpenAPI's Error schema); the details only for a PAN. */
export function invalidArgument(details: string): MastercardError {
	return {
		Source: SOURCE,
		ReasonCode: 'INVALID_ARGUMENT',
		Description: "This error is thrown when an argument passed to the API doesn't pass validation",
		Recoverable: false,
		Details: details,
	};
}

export const INVALID_PAN = invalidArgument(
	'The PAN argument does not match any of the supported, valid PAN numbers',
);

/** Assumed: SBCA's code for the same error. */
export const CONSENT_NOT_PROVIDED: MastercardError = {
	Source: SOURCE,
	ReasonCode: 'CONSENT_NOT_PROVIDED',
	Description: 'The request was rejected because hasConsent was not set to true',
	Recoverable: false,
	Details: 'Consent from the consumer is required for every card number',
};

/** Assumed: the code that several other Mastercard products use. */
export function cryptographyError(description: string): MastercardError {
	return {
		Source: SOURCE,
		ReasonCode: 'CRYPTOGRAPHY_ERROR',
		Description: description,
		Recoverable: false,
		Details: null,
	};
}

/** Whether a field counts as missing: `null`, an empty string and an empty list do. */
export function isMissing(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		value === '' ||
		(Array.isArray(value) && value.length === 0)
	);
}

/** Code and description are documented for a card in a 200 response; using them in an HTTP error is assumed. */
export function panNotFound(): MastercardError {
	return {
		Source: SOURCE,
		ReasonCode: 'PAN_NOT_FOUND',
		Description: 'This error is thrown when a PAN number is not found in Mastercard database',
		Recoverable: false,
		Details: null,
	};
}
