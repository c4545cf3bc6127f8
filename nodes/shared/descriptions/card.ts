/** Parameters that both nodes about cards have. */
import type { INodeProperties } from 'n8n-workflow';
import { COUNTRIES } from './countries';

export const customerPan: INodeProperties = {
	displayName: 'Customer PAN',
	name: 'customerPan',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.cardNumber }}',
	description:
		'Card number of the consumer, 16 to 19 digits; spaces and dashes are removed. It is masked in the output.',
};

export const hasConsent: INodeProperties = {
	displayName: 'Has Consent',
	name: 'hasConsent',
	type: 'boolean',
	default: false,
	description:
		'Whether the person agreed that you ask Mastercard. Map it to your consent records: rows in which it is anything but true are not sent.',
};

export const consentReference: INodeProperties = {
	displayName: 'Consent Reference',
	name: 'consentReference',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.consentId }}',
	description: 'Where to find the consent in your records. Copied to the output, never sent.',
};

/** A list to choose from; other codes can still come from an expression. */
export const countryCode: INodeProperties = {
	displayName: 'Country Code',
	name: 'countryCode',
	type: 'options',
	options: Object.entries(COUNTRIES)
		.map(([value, country]) => ({ name: `${country} (${value})`, value }))
		.sort((a, b) => a.name.localeCompare(b.name)),
	default: 'USA',
	description: 'Country in which the card was issued, as ISO 3166-1 alpha-3 code',
};

export const cardNumberOutput: INodeProperties = {
	displayName: 'Card Number Output',
	name: 'cardNumberOutput',
	type: 'options',
	options: [
		{
			name: 'Full',
			value: 'full',
			description: 'All digits. n8n stores them with the execution.',
		},
		{ name: 'Masked', value: 'masked', description: 'First 6 and last 4 digits' },
		{ name: 'None', value: 'none', description: 'No card number at all' },
	],
	default: 'masked',
	description: 'How the card number appears in the output',
};
