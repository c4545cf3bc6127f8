import type { INodeProperties } from 'n8n-workflow';
import { businessDetails, customerId } from '../shared/descriptions/business';
import { optionsCollection } from '../shared/descriptions/options';

const forCustomer = { show: { operation: ['createCustomer'] } };
const forBusiness = { show: { operation: ['createBusiness'] } };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Create Business Record',
				value: 'createBusiness',
				action: 'Create business record',
				description: 'Create the one business record that a customer can have',
			},
			{
				name: 'Create Customer',
				value: 'createCustomer',
				action: 'Create customer',
				description: 'Enroll a merchant to get the customer ID its reports are filed under',
			},
		],
		default: 'createCustomer',
	},
	{
		displayName: 'Username',
		name: 'username',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.merchantNumber }}',
		description:
			'A unique name of your choice, 6 to 255 characters. Mastercard advises against email addresses.',
		displayOptions: forCustomer,
	},
	{
		displayName: 'Customer Type',
		name: 'customerType',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Active',
				value: 'active',
				description: 'A real merchant, billed by Mastercard',
			},
			{ name: 'Testing', value: 'testing', description: 'For testing, free of charge' },
		],
		default: 'testing',
		description: 'Customer type. Cannot be changed later.',
		displayOptions: forCustomer,
	},
	{ ...customerId, displayOptions: forBusiness },
	{ ...businessDetails, displayOptions: forBusiness },
	optionsCollection(),
];
