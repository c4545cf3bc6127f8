/** Parameters for the customer and its business on Open Finance, shared by SBCA Customer and SBCA Report. */
import type { INodeProperties } from 'n8n-workflow';
import type { BusinessFields } from '../../../mastercard/openFinance/businessDetails';
import type { ParameterReader } from '../parameters';

export const customerId: INodeProperties = {
	displayName: 'Customer ID',
	name: 'customerId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.customerId }}',
	description: "The merchant's customer ID on Open Finance, from SBCA Customer",
};

const fields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. ABC Tires Inc',
		description: 'Legal name of the business',
	},
	{
		displayName: 'Personally Liable',
		name: 'personallyLiable',
		type: 'boolean',
		default: false,
		description: 'Whether an owner of the business is personally liable for a loan',
	},
	{
		displayName: 'Address Line 1',
		name: 'addressLine1',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 434 W Ascension Way',
		description: 'Street and number. In reports up to 50 characters.',
	},
	{
		displayName: 'Address Line 2',
		name: 'addressLine2',
		type: 'string',
		default: '',
		placeholder: 'e.g. Suite #200',
		description: 'In reports up to 50 characters',
	},
	{
		displayName: 'City',
		name: 'city',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Murray',
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. UT',
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: 'US',
		required: true,
		placeholder: 'e.g. US',
		description: 'Two-letter country code (ISO 3166-1)',
	},
	{
		displayName: 'Postal Code',
		name: 'postalCode',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 84123',
	},
	{
		displayName: 'Phone Country Code',
		name: 'phoneCountryCode',
		type: 'string',
		default: '1',
		required: true,
		placeholder: 'e.g. 1',
		description: '1 to 3 digits',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNo',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 8042221111',
		description: '7 to 12 digits without the country code. Spaces and dashes are removed.',
	},
];

const GROUP = 'business';

/** Starts empty: n8n fails to open a node whose fixed collection has any other default. */
export const businessDetails: INodeProperties = {
	displayName: 'Business Details',
	name: 'businessDetails',
	type: 'fixedCollection',
	placeholder: 'Add business',
	required: true,
	default: {},
	description: 'The business as registered. Mastercard requires it with every request.',
	options: [{ displayName: 'Business', name: GROUP, values: fields }],
};

/** The values of `businessDetails` for one item, not yet checked (see `parseBusinessDetails`). */
export function businessFields(read: ParameterReader, itemIndex: number): BusinessFields {
	return (read(`businessDetails.${GROUP}`, itemIndex) || {}) as BusinessFields;
}
