import type { INodeProperties } from 'n8n-workflow';
import { cardAndConsent, cardNumberOutput, countryCode } from '../shared/descriptions/card';
import { optionsCollection } from '../shared/descriptions/options';
import { simplify } from '../shared/descriptions/simplify';

export const description: INodeProperties[] = [
	...cardAndConsent,
	countryCode,
	{
		displayName: 'Product Type',
		name: 'productType',
		type: 'options',
		options: [{ name: 'Credit Card', value: 'CREDIT_CARD' }],
		default: 'CREDIT_CARD',
		description: 'Product the metrics cover',
	},
	simplify,
	{
		displayName: 'Metrics Format',
		name: 'metricsFormat',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { simplify: [false] } },
		options: [
			{
				name: 'Flat',
				value: 'flat',
				description: 'One item per card, with all metrics on one level',
			},
			{
				name: 'Grouped',
				value: 'grouped',
				description: "One item per card, with metrics in Mastercard's groups",
			},
			{ name: 'Rows', value: 'rows', description: 'One item per metric' },
		],
		default: 'grouped',
		description: "How a card's metrics appear in the output",
	},
	optionsCollection([
		cardNumberOutput,
		{
			displayName: 'Metrics',
			name: 'metrics',
			type: 'string',
			default: '',
			placeholder: 'e.g. core_xb_txn_amt_1m, core_recur_txn_amt_6m',
			description:
				"Mastercard's names of the metrics to keep, separated by commas. Leave empty to keep all.",
		},
	]),
];
