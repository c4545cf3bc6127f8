import type { INodeProperties } from 'n8n-workflow';
import { authentication, onlyStandalone } from '../shared/descriptions/authentication';
import { merchantCountry, nameAndAddress } from '../shared/descriptions/merchant';
import { optionsCollection } from '../shared/descriptions/options';

export const description: INodeProperties[] = [
	authentication,
	{
		displayName: 'Match By',
		name: 'matchBy',
		type: 'options',
		options: [
			{
				name: 'Merchant ID',
				value: 'merchantId',
				description: 'The ID its acquirer gave it; the most accurate way',
			},
			{ name: 'Name and Address', value: 'nameAndAddress' },
			{
				name: 'Tax ID',
				value: 'taxId',
				description: 'Not in every country and contract',
			},
		],
		default: 'nameAndAddress',
		description: 'What the merchant is looked up by',
	},
	...nameAndAddress.map((parameter) => ({
		...parameter,
		displayOptions: { show: { matchBy: ['nameAndAddress'] } },
	})),
	{
		displayName: 'ID Value',
		name: 'idValue',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 106241230D01',
		description: 'The merchant ID or tax ID',
		displayOptions: { show: { matchBy: ['merchantId', 'taxId'] } },
	},
	{ ...merchantCountry, displayOptions: { show: onlyStandalone } },
	{
		displayName: 'Matches to Return',
		name: 'matchesToReturn',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'One item for each location that Mastercard finds',
			},
			{ name: 'Best', value: 'best', description: 'Only the location that matches best' },
		],
		default: 'all',
		description: 'Which locations to output',
	},
	{
		displayName: 'No Match',
		name: 'noMatch',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Leave Out', value: 'omit', description: 'No item for such a merchant' },
			{
				name: 'Output with the Reason',
				value: 'output',
				description: 'An item with matched: false and why',
			},
			{
				name: 'Treat as an Error',
				value: 'error',
				description: "Follows 'On Error' in the node's settings",
			},
		],
		default: 'output',
		description: 'What happens to a merchant that Mastercard does not find',
	},
	optionsCollection(),
];
