/** Parameters that apply only to Open Finance: the operation, the customer and the existing report. */
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
				description: 'Create a report on a location',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get report',
				description: 'Get an existing report as data or as a PDF',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many reports',
				description: "List a customer's reports",
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
		description: 'Report ID from the Get Many operation',
		displayOptions: { show: { ...onlyOpenFinance, operation: ['get'] } },
	},
	{
		displayName: 'Report Format',
		name: 'reportFormat',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'JSON', value: 'json', description: 'The same items as for a new report' },
			{ name: 'PDF', value: 'pdf', description: 'One item with a PDF file' },
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
