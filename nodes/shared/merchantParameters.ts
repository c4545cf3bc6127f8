/** Parameters that say which merchant is meant, in both nodes about merchants. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { MatchFields } from '../../mastercard/sbca/matchQuestion';

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

/** Suggestions, not a list of supported countries: Mastercard publishes none. */
export const merchantCountry: INodeProperties = {
	displayName: 'Country Code',
	name: 'countryCode',
	type: 'string',
	default: 'USA',
	placeholder: 'e.g. USA',
	description: 'ISO 3166-1 alpha-3 code of the country in which the merchant is',
};

/** The values of these parameters for one item, to be checked by `readMatchQuestion`. */
export function merchantFields(context: IExecuteFunctions, itemIndex: number): MatchFields {
	const names = [...nameAndAddress.map(({ name }) => name), 'idValue'];
	return {
		...Object.fromEntries(
			names.map((name) => [name, context.getNodeParameter(name, itemIndex, '')]),
		),
		countryCode: context.getNodeParameter('countryCode', itemIndex, 'USA'),
	};
}
