/** Parameters that identify a merchant, shared by SBCA Match Location and SBCA Report. */
import type { INodeProperties } from 'n8n-workflow';
import type { MatchFields } from '../../../mastercard/sbca/matchParams';
import type { ParameterReader } from '../parameters';
import { countryCode } from './card';

/** Name and address. Blank fields are not sent; Mastercard reports which ones a country requires. */
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
		description: "The location's street and number",
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
		description: 'Two-letter code in the USA, local form elsewhere',
	},
	{
		displayName: 'Postal Code',
		name: 'postalCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 10577',
		description: 'ZIP or ZIP+4 code in the USA, local form elsewhere',
	},
];

export const merchantCountry: INodeProperties = {
	...countryCode,
	description: "The merchant's country (ISO 3166-1 alpha-3)",
};

/**
 * The values of these parameters for one item, not yet checked (see `parseMatchParams`).
 * @param within Path of the collection that contains them, with a trailing dot.
 */
export function merchantFields(read: ParameterReader, itemIndex: number, within = ''): MatchFields {
	const names = [...nameAndAddress, merchantCountry].map(({ name }) => name);
	return Object.fromEntries(names.map((name) => [name, read(within + name, itemIndex)]));
}
