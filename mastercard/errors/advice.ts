/**
 * What to do about each error: a table by Mastercard's reason code, and one by HTTP status for all other codes.
 *
 * The codes are from Mastercard's documentation and repositories. An unknown code passes through with the advice
 * for its status.
 */

/** Advice by reason code. Codes with a parameter after a colon are looked up by the part before it. */
export const BY_REASON_CODE: Readonly<Record<string, string>> = {
	// The gateway, before the call reaches a service.
	AUTHENTICATION_FAILED:
		"Check that 'Consumer Key' and 'Signing Key' in the credential belong to the same key, that the key is for this environment, and that it has not expired.",
	INVALID_AUTH_HEADER:
		"The request reached Mastercard without a readable signature. Check 'Consumer Key' in the credential for invalid characters.",
	INVALID_BODY_HASH:
		'The request body was changed between n8n and Mastercard. Check any proxy in between.',
	INVALID_TIMESTAMP: 'Correct the clock of the machine that runs n8n.',
	DECLINED:
		"The key is valid, but the project is not authorized to use this API. Add the API to the project on Mastercard Developers, and check 'Environment' in the credential.",
	NOT_FOUND:
		"Check 'Environment' in the credential and that the Mastercard Developers project includes this API.",
	RATE_LIMIT_EXCEEDED: "Lower 'Requests per Second' or 'Concurrency' in the node's options.",
	CRYPTOGRAPHY_ERROR:
		"Check that 'Encryption Certificate' in the credential is the Client Encryption Key of this project and environment.",
	CRYPTO_ERROR:
		"Check that 'Encryption Certificate' in the credential is the Client Encryption Key of this project and environment.",

	// Consumer Credit Analytics.
	MISSING_REQUIRED_FIELD: 'Fill in the parameter that Mastercard names.',
	INVALID_ARGUMENT: 'Correct the parameter that Mastercard names.',

	// Small Business Credit Analytics.
	INVALID_DATA: 'Correct the parameter that Mastercard names.',
	'INVALID_DATA: id_type':
		"Choose another option in 'Match By': Mastercard does not support this type of ID in every country or under every contract.",
	'INVALID_DATA: country_code':
		'Mastercard offers this API in certain countries only. Contact your Mastercard representative to find out which countries your contract covers.',
	AGG_MERCHANT_NOT_PERMITTED:
		'Mastercard lists this merchant as an aggregate of several businesses or locations, and provides data for small and medium businesses only. Enter the details of the individual business.',
	CONSENT_NOT_PROVIDED: "Get the business owner's consent and set 'Has Consent' to true.",
	LOCATION_NOT_FOUND:
		"Location IDs change when Mastercard reconciles its records. Look the merchant up again with SBCA Match Location, or add the option 'Rematch'.",
	METRICS_NOT_FOUND:
		'Mastercard has no metrics for this location yet, for example because the merchant is too new. Try again in a few weeks, or request other proof of sales from the business.',
	MATCHES_NOT_FOUND:
		'Check the spelling, try the trading name (DBA) instead of the legal name, or match by merchant ID.',
	COUNTRY_NOT_PERMITTED:
		'Mastercard does not offer this API for the country. Contact your Mastercard representative to find out which countries your contract covers.',

	// Open Finance US.
	'10000': 'Correct the field that Mastercard names.',
	'10002': "Check 'Customer ID': the customer must belong to the partner in the credential.",
	'10003': 'Correct the field that Mastercard names.',
	'10010': "Check 'Customer ID': the customer must belong to the partner in the credential.",
	'10020': 'Fill in the fields that Mastercard names.',
	'10022': 'The session token is no longer valid. Run the row again.',
	'10023': 'The session token has expired. Run the row again.',
	'10024': 'The request reached Mastercard without its token. Check any proxy in between.',
	'10025': 'Correct the fields that Mastercard names.',
	'10026':
		"The request reached Mastercard without 'App Key'. Check the credential and any proxy in between.",
	'10027': "Check 'App Key' in the credential.",
	'10030': 'Enter either an ID or a name and address, not both.',
	'10100':
		'Mastercard has no metrics for this location: the merchant may be too new, or the location ID may have changed. Look the merchant up again with SBCA Match Location.',
	'11000':
		'This customer already has a business record, and can have only one. Continue with the existing record.',
	'14001':
		"Check 'Customer ID' and, if present, 'Report ID': both must belong to the partner in the credential.",
	'20400':
		'Wait before requesting more reports on this customer, or contact Mastercard to have the limit raised.',
	'110002':
		"This 'Username' is already in use, perhaps because of an earlier run. Active customers are charged, so look for it before you choose another name: send GET /aggregation/v1/customers?username=... with the HTTP Request node and this credential. The name of a testing customer cannot be used again.",
	'110039': "Change 'Username' to one that Mastercard allows.",
};

const BY_STATUS: Readonly<Record<number, string>> = {
	400: 'Correct the problem that Mastercard describes and run the row again.',
	401: "Check 'Consumer Key', 'Signing Key' and 'Environment' in the credential.",
	403: 'Check that the Mastercard Developers project includes this API and that the contract covers this request.',
	404: "Check 'Environment' in the credential and that the project includes this API.",
	408: 'Run the row again later.',
	413: "Lower 'Batch Size' in the node's options, if it has this option.",
	429: "Lower 'Requests per Second' or 'Concurrency' in the node's options, and run the row again later.",
};

const REDIRECTED =
	"A proxy, or a wrong 'Base URL' in the credential, redirects the request to another address. The redirect was not followed, because a request is made and signed for one address only.";

/**
 * @param status HTTP status of the response.
 * @param reasonCode Mastercard's code, if it gave one.
 * @returns One or more sentences that say what to do.
 */
export function getAdvice(status: number, reasonCode: string | null): string {
	const byCode = BY_REASON_CODE[findKnownReasonCode(reasonCode) ?? ''];
	if (byCode !== undefined) return byCode;
	if (status >= 300 && status < 400) return REDIRECTED;
	if (status >= 500) return 'The service is temporarily unavailable. Run the row again later.';
	return BY_STATUS[status] ?? 'Give the correlation ID to Mastercard support.';
}

/** @returns The code in the table that a reason code stands for: the code itself, or the part of it before a colon. */
export function findKnownReasonCode(reasonCode: string | null): string | undefined {
	// Codes are arbitrary strings: one such as "constructor" must not match an inherited property.
	return [reasonCode ?? '', reasonCode?.split(':')[0] ?? ''].find((code) =>
		Object.hasOwn(BY_REASON_CODE, code),
	);
}
