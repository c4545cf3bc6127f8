/** Parameters that say which merchant is meant, in both nodes about merchants. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { MatchFields } from '../../../mastercard/sbca/matchParams';
import { countryCode } from './card';

/** Name and address. A blank field is not sent; Mastercard says which ones a country needs. */
export const nameAndAddress: INodeProperties[] = [
	{
		displayName: 'Company Name',
		name: 'companyName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Artisan Emporium',
		description: 'Name the merchant trades under (DBA name)',
	},
	{
		displayName: 'Street Address',
		name: 'streetAddress',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2000 Purchase St',
		description: 'Street and number of the location',
	},
	{
		displayName: 'City',
		name: 'city',
		type: 'string',
		default: '',
		placeholder: 'e.g. Purchase',
	},
	{
		displayName: 'State, Province or Region',
		name: 'stateProvinceRegion',
		type: 'string',
		default: '',
		placeholder: 'e.g. NY',
		description: 'Two-letter code in the USA; elsewhere as the country writes it',
	},
	{
		displayName: 'Postal Code',
		name: 'postalCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 10577',
		description: 'Five digits, or five and four, in the USA; elsewhere as the country writes it',
	},
];

export const merchantCountry: INodeProperties = {
	...countryCode,
	description: 'Country in which the merchant is, as ISO 3166-1 alpha-3 code',
};

/**
 * The values of these parameters for one item, to be checked by `readMatchQuestion`.
 * @param within Path of the collection that holds them, with a dot at its end.
 */
export function merchantFields(
	context: IExecuteFunctions,
	itemIndex: number,
	within = '',
): MatchFields {
	const read = (name: string, fallback: string): unknown =>
		context.getNodeParameter(within + name, itemIndex, fallback);
	return {
		...Object.fromEntries(nameAndAddress.map(({ name }) => [name, read(name, '')])),
		countryCode: read('countryCode', 'USA'),
	};
}
