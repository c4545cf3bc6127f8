/** What only Open Finance asks for before a report: the operation, the customer, and which stored report. */
import type { INodeProperties } from 'n8n-workflow';
import { onlyOpenFinance } from '../shared/descriptions/authentication';
import { customerId } from '../shared/descriptions/business';

export const openFinanceParameters: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create report',
				description: 'Make a new report on a location',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get report',
				description: 'Read a report that was made before, as data or as PDF',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many reports',
				description: 'List the reports that were made on a customer',
			},
		],
		default: 'create',
		displayOptions: { show: onlyOpenFinance },
	},
	{ ...customerId, displayOptions: { show: onlyOpenFinance } },
	{
		displayName: 'Report ID',
		name: 'reportId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.reportId }}',
		description: 'The ID that the operation Get Many gives',
		displayOptions: { show: { ...onlyOpenFinance, operation: ['get'] } },
	},
	{
		displayName: 'Report Format',
		name: 'reportFormat',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'JSON', value: 'json', description: 'Items as for a new report' },
			{ name: 'PDF', value: 'pdf', description: 'A file for people, one item each' },
		],
		default: 'json',
		displayOptions: { show: { ...onlyOpenFinance, operation: ['get'] } },
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { ...onlyOpenFinance, operation: ['get'], reportFormat: ['pdf'] } },
	},
];
