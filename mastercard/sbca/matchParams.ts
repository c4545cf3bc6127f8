/** Reads what a merchant is looked up by, the same for every way to Small Business Credit Analytics. */
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { parseCountryCode } from '../parseCountryCode';
import { optionalText, requiredText } from './parseText';
import { usPostalCode, usState } from './usAddress';

/** A merchant by its trading name and address; only name and street are always there. */
export interface NameAndAddress {
	matchBy: 'nameAndAddress';
	/** ISO 3166-1 alpha-3. */
	countryCode: string;
	companyName: string;
	streetAddress: string;
	city?: string;
	stateProvinceRegion?: string;
	postalCode?: string;
}

/** A merchant by a number that belongs to it. */
export interface MerchantNumber {
	matchBy: 'merchantId' | 'taxId';
	/** ISO 3166-1 alpha-3. */
	countryCode: string;
	idValue: string;
}

export type MatchParams = NameAndAddress | MerchantNumber;

/** The parameters of a row, as the user gave them. */
export type MatchFields = Readonly<
	Partial<Record<keyof NameAndAddress | keyof MerchantNumber, unknown>>
>;

/**
 * Checks what Mastercard publishes and nothing more: lengths by its specification of 2024-09 and the one for
 * Open Finance, US states and ZIP codes by its reference application. Every other rule stays with Mastercard.
 *
 * @param fields Blank fields count as not given.
 * @throws InvalidParameter for the first field that cannot be sent.
 */
export function parseMatchParams(fields: MatchFields): MatchParams {
	const { matchBy } = fields;
	if (matchBy !== 'nameAndAddress' && matchBy !== 'merchantId' && matchBy !== 'taxId')
		throw new InvalidParameterError(
			'MATCH_BY',
			"'Match By' holds none of its choices",
			'Use nameAndAddress, merchantId or taxId.',
		);
	const countryCode = parseCountryCode(fields.countryCode);
	if (matchBy !== 'nameAndAddress')
		return { matchBy, countryCode, idValue: requiredText(fields.idValue, 'ID Value') };

	const companyName = requiredText(fields.companyName, 'Company Name', 250);
	const streetAddress = requiredText(fields.streetAddress, 'Street Address', 250);
	const city = optionalText(fields.city, 'City', 100);
	const stateProvinceRegion = parseState(fields.stateProvinceRegion, countryCode);
	const postalCode = parsePostalCode(fields.postalCode, countryCode);
	return {
		matchBy,
		countryCode,
		companyName,
		streetAddress,
		...(city !== '' && { city }),
		...(stateProvinceRegion !== '' && { stateProvinceRegion }),
		...(postalCode !== '' && { postalCode }),
	};
}

function parseState(value: unknown, countryCode: string): string {
	const text = optionalText(value, 'State, Province or Region');
	if (text === '' || countryCode !== 'USA') return text;
	const state = usState(text);
	if (state !== null) return state;
	throw new InvalidParameterError(
		'STATE',
		"'State, Province or Region' is not a state of the USA",
		'Use the two-letter code, for example NY.',
	);
}

function parsePostalCode(value: unknown, countryCode: string): string {
	const text = optionalText(value, 'Postal Code', 100).toUpperCase();
	if (text === '' || countryCode !== 'USA') return text;
	const code = usPostalCode(typeof value === 'number' ? value : text);
	if (code !== null) return code;
	throw new InvalidParameterError(
		'POSTAL_CODE',
		"'Postal Code' is not a ZIP code of the USA",
		'Use five digits, or five and four with a dash, for example 10577 or 10577-0001.',
	);
}
