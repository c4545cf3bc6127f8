import type { INodeProperties } from 'n8n-workflow';
import {
	cardNumberOutput,
	consentReference,
	countryCode,
	customerPan,
	hasConsent,
} from '../shared/descriptions/card';
import { optionsCollection } from '../shared/descriptions/options';

export const description: INodeProperties[] = [
	customerPan,
	hasConsent,
	consentReference,
	countryCode,
	{
		displayName: 'Score Types',
		name: 'scoreTypes',
		type: 'multiOptions',
		options: [
			{
				name: 'Delinquency',
				value: 'DELINQUENCY',
				description: 'How likely the cardholder is to fall behind with payments',
			},
		],
		default: ['DELINQUENCY'],
		description: 'Which scores to ask for',
	},
	{
		displayName: 'Product Types',
		name: 'productTypes',
		type: 'multiOptions',
		options: [{ name: 'Credit Card', value: 'CREDIT_CARD' }],
		default: ['CREDIT_CARD'],
		description: 'Which products the scores are about',
	},
	{
		displayName: 'Has Embedding',
		name: 'hasEmbedding',
		type: 'boolean',
		default: false,
		description: 'Whether to get the numbers behind the score too, as input for models of your own',
	},
	{
		displayName: 'Output Mode',
		name: 'outputMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'One Item per Card',
				value: 'perCard',
				description: "The first model's score on top, every model's score in a list",
			},
			{
				name: 'One Item per Model',
				value: 'perModel',
				description: "One item for each model's score of a card",
			},
		],
		default: 'perCard',
	},
	{
		displayName: 'Unscored Cards',
		name: 'unscoredCards',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Leave Out', value: 'omit', description: 'No item for such a card' },
			{
				name: 'Output with the Reason',
				value: 'output',
				description: 'An item with scored: false and why',
			},
			{
				name: 'Treat as an Error',
				value: 'error',
				description: "Follows 'On Error' in the node's settings",
			},
		],
		default: 'output',
		description: 'What happens to a card that Mastercard cannot score',
	},
	optionsCollection([
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20 },
			default: 20,
			description: 'How many cards to put into one request, 1 to 20',
		},
		cardNumberOutput,
		{
			displayName: 'Embedding Format',
			name: 'embeddingFormat',
			type: 'options',
			options: [
				{ name: 'Array', value: 'array', description: 'Numbers only, in the order sent' },
				{ name: 'Object', value: 'object', description: 'Names and numbers' },
				{ name: 'Raw', value: 'raw', description: 'The text that Mastercard sent' },
			],
			default: 'object',
			description: 'How the embedding appears in the output',
		},
	]),
];
