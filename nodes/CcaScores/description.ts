import type { INodeProperties } from 'n8n-workflow';
import { cardAndConsent, cardNumberOutput, countryCode } from '../shared/descriptions/card';
import { optionsCollection } from '../shared/descriptions/options';
import { simplify } from '../shared/descriptions/simplify';

export const description: INodeProperties[] = [
	...cardAndConsent,
	countryCode,
	{
		displayName: 'Score Types',
		name: 'scoreTypes',
		type: 'multiOptions',
		options: [
			{
				name: 'Delinquency',
				value: 'DELINQUENCY',
				description: 'How likely the cardholder is to fall behind on payments',
			},
		],
		default: ['DELINQUENCY'],
		description: 'Which scores to request',
	},
	{
		displayName: 'Product Types',
		name: 'productTypes',
		type: 'multiOptions',
		options: [{ name: 'Credit Card', value: 'CREDIT_CARD' }],
		default: ['CREDIT_CARD'],
		description: 'Products the scores cover',
	},
	{
		displayName: 'Has Embedding',
		name: 'hasEmbedding',
		type: 'boolean',
		default: false,
		description:
			'Whether to also get the embedding features behind the score, as input for your own models',
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
				description:
					"The first model's score at the top level and, unless simplified, every model's score in a list",
			},
			{
				name: 'One Item per Model',
				value: 'perModel',
				description: "One item for each model's score for a card",
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
			{ name: 'Leave Out', value: 'omit', description: 'Output no item for the card' },
			{
				name: 'Output with the Reason',
				value: 'output',
				description: 'Output an item with scored: false and the reason',
			},
			{
				name: 'Treat as an Error',
				value: 'error',
				description: "Follow 'On Error' in the node's settings",
			},
		],
		default: 'output',
		description: 'What to do with a card that Mastercard cannot score',
	},
	simplify,
	optionsCollection([
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20 },
			default: 20,
			description: 'Number of cards per request, from 1 to 20',
		},
		cardNumberOutput,
		{
			displayName: 'Embedding Format',
			name: 'embeddingFormat',
			type: 'options',
			options: [
				{ name: 'Array', value: 'array', description: "Numbers only, in Mastercard's order" },
				{ name: 'Object', value: 'object', description: 'Names and numbers' },
				{ name: 'Raw', value: 'raw', description: "Mastercard's text, unchanged" },
			],
			default: 'object',
			description: 'How the embedding appears in the output',
		},
	]),
];
