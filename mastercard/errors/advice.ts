/**
 * What to do about each error, as a table: Mastercard's reason codes first, the HTTP status otherwise.
 *
 * Codes are those seen in Mastercard's documents and repositories; an unknown code passes through
 * with the advice of its status.
 */

/** Advice by reason code. Codes with a parameter after a colon are looked up by the part before it. */
export const BY_REASON_CODE: Readonly<Record<string, string>> = {
	// The gateway, before any service sees the call.
	AUTHENTICATION_FAILED:
		"Check that 'Consumer Key' and 'Signing Key' in the credential belong together, to this environment and to a project whose key has not expired.",
	INVALID_AUTH_HEADER:
		"The request reached Mastercard without a readable signature. Check 'Consumer Key' in the credential for characters that do not belong there.",
	INVALID_BODY_HASH:
		'Something between n8n and Mastercard changes the request body. Check proxies on the way.',
	INVALID_TIMESTAMP: 'Set the clock of the machine that runs n8n.',
	DECLINED:
		"The key is valid, but the project may not use this API. Add the API to the project on Mastercard Developers, and check 'Environment' in the credential.",
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
		"Choose another way in 'Match By': Mastercard does not take this kind of ID in every country or contract.",
	'INVALID_DATA: country_code':
		'Mastercard offers this API in some countries only. Ask your Mastercard representative which countries your contract covers.',
	AGG_MERCHANT_NOT_PERMITTED:
		'Mastercard keeps this merchant as an aggregate of many businesses or shops, and gives data for small and medium businesses only. Give the particulars of the single business.',
	CONSENT_NOT_PROVIDED: "Get the business owner's consent and set 'Has Consent' to true.",
	LOCATION_NOT_FOUND:
		"Location IDs change when Mastercard reconciles its records. Look the merchant up again with SBCA Match Location, or add the option 'Rematch'.",
	METRICS_NOT_FOUND:
		'Mastercard has no figures for this location yet, for example because the merchant is too new. Try again in some weeks, or ask the business for another way to show its sales.',
	MATCHES_NOT_FOUND:
		'Check the spelling, try the trading name (DBA) instead of the legal name, or match by merchant ID.',
	COUNTRY_NOT_PERMITTED:
		'Mastercard does not offer this API for the country. Ask your Mastercard representative which countries your contract covers.',

	// Open Finance US.
	'10000': 'Correct the field that Mastercard names.',
	'10002': "Check 'Customer ID': the customer has to belong to the partner of the credential.",
	'10003': 'Correct the field that Mastercard names.',
	'10010': "Check 'Customer ID': the customer has to belong to the partner of the credential.",
	'10020': 'Fill in the fields that Mastercard names.',
	'10022': 'The token of the session is no longer valid. Run the row again.',
	'10023': 'The token of the session has expired. Run the row again.',
	'10024': 'The request reached Mastercard without its token. Check proxies on the way.',
	'10025': 'Correct the fields that Mastercard names.',
	'10026':
		"The request reached Mastercard without 'App Key'. Check the credential, and proxies on the way.",
	'10027': "Check 'App Key' in the credential.",
	'10030': 'Give either an ID or name and address, not both.',
	'10100':
		'Mastercard has no figures for this location: the merchant may be too new, or the location ID may have changed. Look the merchant up again with SBCA Match Location.',
	'11000': 'A customer can have one business record, and this one has it already. Go on with it.',
	'14001':
		"Check 'Customer ID' and, where there is one, 'Report ID': both have to belong to the partner of the credential.",
	'20400':
		'Wait before asking for more reports on this customer, or ask Mastercard to raise the limit.',
	'110002':
		"This 'Username' is taken. When 'attempts' is above 1, or the answer of an earlier run was lost, its customer may have been created then. Look for it before you choose another name, as active customers are charged: GET /aggregation/v1/customers?username=... in the HTTP Request node, with this credential. A name that a testing customer had cannot be used again.",
	'110039': "Change 'Username' to what Mastercard allows.",
};

const BY_STATUS: Readonly<Record<number, string>> = {
	400: 'Correct what Mastercard names and run the row again.',
	401: "Check 'Consumer Key', 'Signing Key' and 'Environment' in the credential.",
	403: 'Check that the Mastercard Developers project includes this API and that the contract covers this request.',
	404: "Check 'Environment' in the credential and that the project includes this API.",
	408: 'Run the row again later.',
	413: "Lower 'Batch Size' in the node's options.",
	429: "Lower 'Requests per Second' or 'Concurrency' in the node's options, and run the row again later.",
};

const REDIRECTED =
	"A proxy on the way, or a wrong 'Base URL' in the credential, sends the request to another address. That was not followed: a request is made, and signed, for one address only.";

/**
 * @param status HTTP status of the answer.
 * @param reasonCode Mastercard's code, if it gave one.
 * @returns One or more sentences that say what to do.
 */
export function getAdvice(status: number, reasonCode: string | null): string {
	// Codes are open strings: one such as "constructor" must not find what every object inherits.
	const known = [reasonCode ?? '', reasonCode?.split(':')[0] ?? ''].find((code) =>
		Object.hasOwn(BY_REASON_CODE, code),
	);
	const byCode = known === undefined ? undefined : BY_REASON_CODE[known];
	if (byCode !== undefined) return byCode;
	if (status >= 300 && status < 400) return REDIRECTED;
	if (status >= 500) return 'The service is having trouble. Run the row again later.';
	return BY_STATUS[status] ?? 'Give the correlation ID to Mastercard support.';
}
