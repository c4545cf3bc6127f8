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
				description: 'Say which business a customer is; each has one',
			},
			{
				name: 'Create Customer',
				value: 'createCustomer',
				action: 'Create customer',
				description: 'Enroll a merchant, for the customer ID that its reports are filed under',
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
			'Your own unique name for the customer, 6 to 255 characters; Mastercard advises against email addresses',
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
				description: 'A real merchant; Mastercard charges for it',
			},
			{ name: 'Testing', value: 'testing', description: 'For trying out, free of charge' },
		],
		default: 'testing',
		description: 'What kind of customer to create; it stays that',
		displayOptions: forCustomer,
	},
	{ ...customerId, displayOptions: forBusiness },
	{ ...businessDetails, displayOptions: forBusiness },
	optionsCollection(),
];
