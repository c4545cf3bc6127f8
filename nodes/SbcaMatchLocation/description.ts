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
				description: "ID assigned by the merchant's acquirer; the most accurate option",
			},
			{ name: 'Name and Address', value: 'nameAndAddress' },
			{
				name: 'Tax ID',
				value: 'taxId',
				description: 'Not available in every country or under every contract',
			},
		],
		default: 'nameAndAddress',
		description: 'How to look up the merchant',
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
		hint: "The merchant ID or tax ID, as 'Match By' says",
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
			{ name: 'Best', value: 'best', description: 'Only the best match' },
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
			{ name: 'Leave Out', value: 'omit', description: 'Output no item for the merchant' },
			{
				name: 'Output with the Reason',
				value: 'output',
				description: 'Output an item with matched: false and the reason',
			},
			{
				name: 'Treat as an Error',
				value: 'error',
				description: "Follow 'On Error' in the node's settings",
			},
		],
		default: 'output',
		description: 'What to do with a merchant that Mastercard cannot find',
	},
	optionsCollection(),
];
