/** Parameters shared by CCA Scores and CCA Metrics. */
import type { INodeProperties } from 'n8n-workflow';
import { consentBuilderHint } from './consentHint';
import { COUNTRIES } from './countries';
import { consentNotFromModel, textNotFromModel } from './toolForm';

const customerPan: INodeProperties = {
	displayName: 'Customer PAN',
	name: 'customerPan',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.cardNumber }}',
	description:
		"The consumer's card number, 16 to 19 digits. Spaces and dashes are removed. Alternatively, a sealed card (a compact JWE), which the credential's 'Card Sealing Key' opens.",
	hint: 'The card number or a sealed card. Masked in the output by default.',
	builderHint: {
		propertyHint:
			'Map it to the column with the card number. Never write a card number into a workflow, and never let a model fill it in.',
	},
};

const hasConsent: INodeProperties = {
	displayName: 'Has Consent',
	name: 'hasConsent',
	type: 'boolean',
	default: false,
	description: 'Whether the cardholder consented to this request',
	hint: 'Only rows set to true are sent',
	builderHint: consentBuilderHint,
};

const consentReference: INodeProperties = {
	displayName: 'Consent Reference',
	name: 'consentReference',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.consentId }}',
	description:
		'Reference to the consent in your records. Copied to the output, never sent to Mastercard.',
};

/** Which card a row is about, and the consent to ask about it. */
export const cardAndConsent: INodeProperties[] = [
	...textNotFromModel(customerPan),
	...consentNotFromModel(hasConsent),
	...textNotFromModel(consentReference),
];

/** A list to choose from; other codes can still come from an expression. */
export const countryCode: INodeProperties = {
	displayName: 'Country Code',
	name: 'countryCode',
	type: 'options',
	options: COUNTRIES,
	default: 'USA',
	description: 'Country where the card was issued (ISO 3166-1 alpha-3)',
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
