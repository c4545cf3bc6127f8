import type { INodeProperties } from 'n8n-workflow';
import { businessDetails, customerId } from '../shared/descriptions/business';
import { includeSensitiveFields } from '../shared/descriptions/sensitiveFields';
import { optionsCollection } from '../shared/descriptions/options';

const forCustomer = { show: { operation: ['createCustomer'] } };
const forBusiness = { show: { operation: ['createBusiness'] } };

/** For options, which stand inside a collection. */
const onlyIn = (operation: string) => ({ show: { '/operation': [operation] } });

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
		hint: 'Cannot be changed later',
		displayOptions: forCustomer,
	},
	{ ...customerId, displayOptions: forBusiness },
	{ ...businessDetails, displayOptions: forBusiness },
	optionsCollection([
		{
			displayName: 'Application ID',
			name: 'applicationId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 00278431-b712-4f30-a044-b611f25e533d',
			description:
				'Which of your registered applications the customer belongs to, if there are several. Cannot be changed later.',
			displayOptions: onlyIn('createCustomer'),
		},
		{
			displayName: 'Business Type',
			name: 'type',
			type: 'string',
			default: '',
			placeholder: 'e.g. LLC',
			description: 'Legal form, up to 150 characters',
			displayOptions: onlyIn('createBusiness'),
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			default: '',
			placeholder: 'e.g. name@email.com',
			description: 'Email address of the customer or business',
		},
		includeSensitiveFields(['createBusiness']),
		{
			displayName: 'Tax ID',
			name: 'taxId',
			type: 'string',
			default: '',
			placeholder: 'e.g. A1234561Z',
			description: '9 to 15 characters',
			displayOptions: onlyIn('createBusiness'),
		},
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://www.example.com/',
			description: 'Website of the business',
			displayOptions: onlyIn('createBusiness'),
		},
	]),
];
