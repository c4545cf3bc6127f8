/** Reads what a merchant is looked up by, the same for every way to Small Business Credit Analytics. */
import { InvalidParameter } from '../errors/InvalidParameterError';
import { readCountryCode } from '../parseCountryCode';
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

export type MatchQuestion = NameAndAddress | MerchantNumber;

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
export function readMatchQuestion(fields: MatchFields): MatchQuestion {
	const { matchBy } = fields;
	if (matchBy !== 'nameAndAddress' && matchBy !== 'merchantId' && matchBy !== 'taxId')
		throw new InvalidParameter(
			'MATCH_BY',
			"'Match By' holds none of its choices",
			'Use nameAndAddress, merchantId or taxId.',
		);
	const countryCode = readCountryCode(fields.countryCode);
	if (matchBy !== 'nameAndAddress')
		return { matchBy, countryCode, idValue: requiredText(fields.idValue, 'ID Value') };

	const companyName = requiredText(fields.companyName, 'Company Name', 250);
	const streetAddress = requiredText(fields.streetAddress, 'Street Address', 250);
	const city = optionalText(fields.city, 'City', 100);
	const stateProvinceRegion = readState(fields.stateProvinceRegion, countryCode);
	const postalCode = readPostalCode(fields.postalCode, countryCode);
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

function readState(value: unknown, countryCode: string): string {
	const text = optionalText(value, 'State, Province or Region');
	if (text === '' || countryCode !== 'USA') return text;
	const state = usState(text);
	if (state !== null) return state;
	throw new InvalidParameter(
		'STATE',
		"'State, Province or Region' is not a state of the USA",
		'Use the two-letter code, for example NY.',
	);
}

function readPostalCode(value: unknown, countryCode: string): string {
	const text = optionalText(value, 'Postal Code', 100).toUpperCase();
	if (text === '' || countryCode !== 'USA') return text;
	const code = usPostalCode(typeof value === 'number' ? value : text);
	if (code !== null) return code;
	throw new InvalidParameter(
		'POSTAL_CODE',
		"'Postal Code' is not a ZIP code of the USA",
		'Use five digits, or five and four with a dash, for example 10577 or 10577-0001.',
	);
}
