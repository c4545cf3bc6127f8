/** The form of "Mastercard API", in the order in which a person holds things in hand. */
import type { INodeProperties } from 'n8n-workflow';

const HOW_TO_CONVERT =
	'<a href="https://github.com/mastercard-credit-analytics/n8n-nodes-mastercard-credit-analytics/blob/main/docs/credentials.md#2-convert-each-p12-file-to-text" target="_blank">How to convert it</a>';

/** n8n neither stores nor uses the value of a field that the form does not have. */
const onlyWith = (field: string) => ({ displayOptions: { hide: { [field]: [''] } } });

/** A field that is shown on request. Its value is kept and used either way, as n8n does with hidden fields alone. */
function onRequest(field: INodeProperties): INodeProperties[] {
	return [
		{ ...field, displayOptions: { show: { moreSettings: [true] } } },
		{ ...field, type: 'hidden', displayOptions: { show: { moreSettings: [false] } } },
	];
}

const heading = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
});

const signing: INodeProperties[] = [
	heading(
		'signingHeading',
		'What signs your requests: you got these when you created the project on Mastercard Developers',
	),
	{
		displayName: 'Consumer Key',
		name: 'consumerKey',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 48 characters!48 characters',
		hint: 'On the page of your project: 97 characters with an exclamation mark in the middle',
	},
	{
		displayName: 'Signing Key',
		name: 'signingKey',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. MIIKgAIBAzCCCj... or -----BEGIN PRIVATE KEY-----',
		hint: `The .p12 file that you downloaded, as Base64 text. ${HOW_TO_CONVERT}. A private key in PEM format will do, too.`,
	},
	{
		displayName: 'Signing Key Password',
		name: 'signingKeyPassword',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		hint: 'The password that was set when the key was created',
	},
];

const encryption: INodeProperties[] = [
	heading(
		'encryptionHeading',
		'What encrypts cards: only for CCA Scores and CCA Metrics, so leave these empty for SBCA',
	),
	{
		displayName: 'Encryption Certificate',
		name: 'encryptionCertificate',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
		hint: 'The content of the .pem file that Mastercard Developers calls "Client Encryption Key"',
	},
	{
		displayName: 'Decryption Key',
		name: 'decryptionKey',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		placeholder: 'e.g. MIIKgAIBAzCCCj... or -----BEGIN PRIVATE KEY-----',
		hint: 'The .p12 file that Mastercard Developers calls "Mastercard Encryption Key", converted like the signing key. If empty, the signing key is used.',
	},
	{
		displayName: 'Decryption Key Password',
		name: 'decryptionKeyPassword',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		hint: 'The password of the decryption key',
		...onlyWith('decryptionKey'),
	},
];

const optional: INodeProperties[] = [
	heading('optionalHeading', 'Optional: scores and reports work without these'),
	{
		displayName: 'Card Reference Key',
		name: 'cardReferenceKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		hint: 'A secret of your choice. With it, results include a reference that is always the same for a card but does not reveal the card number. Keep a copy: a new key changes all references.',
	},
	{
		displayName: 'More Settings',
		name: 'moreSettings',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: 'Whether to show the settings that few projects need',
		hint: 'For sealed cards, for .p12 files with several keys, and for another name of the encrypted field',
	},
	...onRequest({
		displayName: 'Card Sealing Key',
		name: 'cardSealingKey',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		hint: 'Only for sealed cards: the private key that opens them, in PEM format or as a .p12 file in Base64',
	}),
	...onRequest({
		displayName: 'Card Sealing Key Password',
		name: 'cardSealingKeyPassword',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		hint: 'The password of the card sealing key',
	}),
	...[
		{ key: 'signing', displayName: 'Signing Key Alias', name: 'signingKeyAlias' },
		{ key: 'decryption', displayName: 'Decryption Key Alias', name: 'decryptionKeyAlias' },
	].flatMap(({ key, ...names }) =>
		onRequest({
			...names,
			type: 'string',
			default: '',
			placeholder: 'e.g. keyalias',
			hint: `Only needed if the .p12 file of the ${key} key contains several keys`,
		}),
	),
	...onRequest({
		displayName: 'Encrypted Value Field Name',
		name: 'encryptedValueFieldName',
		type: 'string',
		default: 'encryptedData',
		hint: 'Leave encryptedData, unless your Mastercard contact names another field',
	}),
];

export const mastercardApiProperties: INodeProperties[] = [
	{
		displayName: 'Environment',
		name: 'environment',
		type: 'options',
		options: [
			{ name: 'Sandbox', value: 'sandbox' },
			{ name: 'Production', value: 'production' },
			{ name: 'Custom', value: 'custom' },
		],
		default: 'sandbox',
		hint: 'Where to send requests. Sandbox and Production have separate keys.',
	},
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		displayOptions: { show: { environment: ['custom'] } },
		default: '',
		placeholder: 'e.g. http://localhost:8080',
		hint: 'Replaces https://sandbox.api.mastercard.com. Must start with https, or with http on this machine.',
	},
	...signing,
	...encryption,
	...optional,
];
