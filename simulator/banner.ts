// The text that the command line prints after start-up: the values of both credentials, and test data to try.
import { DOCUMENTED_METRICS_CARDS, METRICS_TEST_CARDS } from './cca/metrics';
import { DOCUMENTED_CARDS } from './cca/scores';
import { DOCUMENTED_CUSTOMER } from './openFinance/customerStore';
import { DOCUMENTED_MERCHANTS } from './sbca/matches';
import type { Simulator } from './server';

/** The fields in the order of the n8n credential. */
const CREDENTIAL_FIELDS: Array<[keyof Simulator['credential'], label: string]> = [
	['environment', 'Environment (select Custom)'],
	['baseUrl', 'Base URL'],
	['consumerKey', 'Consumer Key'],
	['signingKey', 'Signing Key'],
	['signingKeyAlias', 'Signing Key Alias'],
	['signingKeyPassword', 'Signing Key Password'],
	['encryptionCertificate', 'Encryption Certificate'],
	['decryptionKey', 'Decryption Key'],
	['decryptionKeyAlias', 'Decryption Key Alias'],
	['decryptionKeyPassword', 'Decryption Key Password'],
	['encryptedValueFieldName', 'Encrypted Value Field Name'],
	['cardReferenceKey', 'Card Reference Key (optional)'],
];

const LOCATIONS: Array<[number, string]> = [
	[1, 'full report, weekly and monthly'],
	[2, 'low transaction volume'],
	[3, 'no data for the current or the previous year'],
	[4, 'new merchant with fewer periods'],
	[5, 'merchant too new: metrics not found'],
	[6, 'location not found'],
	[7, 'consent not provided (if consent is false)'],
];

/** Formats the whole banner. */
export function formatBanner(simulator: Simulator, identityFolder: string): string {
	const { credential, openFinanceCredential: openFinance } = simulator;
	return [
		`The Mastercard simulator is listening on ${simulator.url}`,
		`Its keys are stored in ${identityFolder},`,
		'so the values below stay the same after a restart. They work with this simulator only.',
		formatHeading('n8n credential "Mastercard API": paste these values field by field'),
		...CREDENTIAL_FIELDS.map(([field, label]) => `${label}:\n${credential[field].trim()}\n`),
		formatHeading('n8n credential "Mastercard Open Finance API"'),
		`Base URL:\n${openFinance.baseUrl}\n`,
		`App Key:\n${openFinance.appKey}\n`,
		`Partner ID:\n${openFinance.partnerId}\n`,
		`Partner Secret:\n${openFinance.partnerSecret}\n`,
		`Customer ID ${DOCUMENTED_CUSTOMER} already exists.`,
		'',
		'To get started, run the CCA Scores node with card number 5425233430109903 and Has Consent switched on.',
		formatHeading('Card numbers with a documented response from CCA Scores'),
		...DOCUMENTED_CARDS.map(({ pan, title }) => `  ${pan}  ${removeCaseNumber(title)}`),
		formatHeading('Card numbers for CCA Metrics'),
		...DOCUMENTED_METRICS_CARDS.map(({ pan, title }) => `  ${pan}  ${removeCaseNumber(title)}`),
		`  ${METRICS_TEST_CARDS.malformedGroup}  One group of metrics cannot be parsed`,
		`  ${METRICS_TEST_CARDS.httpError}  Card not found, as an HTTP error`,
		`  ${METRICS_TEST_CARDS.errorsInBody}  Card not found, in a successful response`,
		'Any other valid card number has a generated response that never changes.',
		formatHeading('Merchants with a documented response from SBCA Match Location (country USA)'),
		...DOCUMENTED_MERCHANTS.map(
			({ companyName, idValue, matches, reasonCode }) =>
				`  ${companyName.padEnd(20)} or merchant ID ${idValue.padEnd(15)} ${reasonCode ?? `${matches.length} ${matches.length === 1 ? 'match' : 'matches'}`}`,
		),
		'Any other name and address, or merchant ID, has generated matches that never change.',
		formatHeading('Location IDs with a documented response from SBCA Report'),
		...LOCATIONS.map(
			([number, meaning]) => `  a1b2c3d4-0000-1234-abcd-00000000000${number}  ${meaning}`,
		),
		'',
		'Requests are logged below with method, path and status, but never with their contents.',
		'Press Ctrl+C to stop.',
		'',
	].join('\n');
}

/** Mastercard numbers its test cases separately on each page, so the numbers repeat. */
function removeCaseNumber(title: string): string {
	return title.replace(/^Test case \d+\s*[:-]\s*/, '');
}

function formatHeading(text: string): string {
	return `\n${text}\n${'-'.repeat(text.length)}`;
}
