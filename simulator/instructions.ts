// What a user reads after the start: the credential field by field, and what there is to try.
import { DOCUMENTED_METRICS_CARDS, CHOSEN_METRICS_CARDS } from './cca/metrics';
import { DOCUMENTED_CARDS } from './cca/scores';
import { DOCUMENTED_CUSTOMER } from './openFinance/customers';
import { DOCUMENTED_MERCHANTS } from './sbca/matches';
import type { Simulator } from './server';

/** The fields in the order of the credential's form. */
const FIELDS: Array<[keyof Simulator['credential'], label: string]> = [
	['environment', 'Environment (choose Custom)'],
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
	[3, 'no data in the current or the previous year'],
	[4, 'new merchant, fewer periods'],
	[5, 'too new: metrics not found'],
	[6, 'location not found'],
	[7, 'consent not provided (with consent false)'],
];

/** The whole text. */
export function instructions(simulator: Simulator, identityFolder: string): string {
	const { credential, openFinanceCredential: openFinance } = simulator;
	return [
		`The local Mastercard is listening on ${simulator.url}`,
		`Its keys are kept in ${identityFolder}`,
		'so the values below stay the same at the next start. They are good for this server only.',
		heading('In n8n: Credentials, Create, "Mastercard API". Paste field by field:'),
		...FIELDS.map(([field, label]) => `${label}:\n${credential[field].trim()}\n`),
		heading('In n8n: Credentials, Create, "Mastercard Open Finance API"'),
		`Base URL:\n${openFinance.baseUrl}\n`,
		`App Key:\n${openFinance.appKey}\n`,
		`Partner ID:\n${openFinance.partnerId}\n`,
		`Partner Secret:\n${openFinance.partnerSecret}\n`,
		`The customer ID ${DOCUMENTED_CUSTOMER} is there from the start.`,
		'',
		'A first try: the node CCA Scores with card number 5425233430109903 and Has Consent switched on.',
		heading('Card numbers with a documented answer from CCA Scores'),
		...DOCUMENTED_CARDS.map(({ pan, title }) => `  ${pan}  ${withoutNumber(title)}`),
		heading('... and from CCA Metrics'),
		...DOCUMENTED_METRICS_CARDS.map(({ pan, title }) => `  ${pan}  ${withoutNumber(title)}`),
		`  ${CHOSEN_METRICS_CARDS.unparseableGroup}  A group of metrics that cannot be read`,
		`  ${CHOSEN_METRICS_CARDS.httpError}  Not found, as an HTTP error`,
		`  ${CHOSEN_METRICS_CARDS.errorsInAnswer}  Not found, inside a successful answer`,
		'Any other card number with a right check digit gets an answer that never changes.',
		heading('Merchants with a documented answer from SBCA Match Location (country USA)'),
		...DOCUMENTED_MERCHANTS.map(
			({ companyName, idValue, matches, reasonCode }) =>
				`  ${companyName.padEnd(20)} or merchant ID ${idValue.padEnd(15)} ${reasonCode ?? `${matches.length} ${matches.length === 1 ? 'match' : 'matches'}`}`,
		),
		'Any other name with an address, or merchant ID, gets matches that never change.',
		heading('Location IDs with a documented answer from SBCA Report'),
		...LOCATIONS.map(([n, meaning]) => `  a1b2c3d4-0000-1234-abcd-00000000000${n}  ${meaning}`),
		'',
		'Requests are listed below by method, path and status; never with their contents.',
		'Press Ctrl-C to stop.',
		'',
	].join('\n');
}

/** Mastercard numbers its cases page by page, so the numbers repeat. */
function withoutNumber(title: string): string {
	return title.replace(/^Test case \d+\s*[:-]\s*/, '');
}

function heading(text: string): string {
	return `\n${text}\n${'-'.repeat(text.length)}`;
}
