/** Parses the parameters of a merchant lookup; shared by both APIs. */
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { parseCountryCode } from '../parseCountryCode';
import { optionalText, requiredText } from './parseText';
import { usPostalCode, usState } from './usAddress';

/** A merchant by its trading name and address; only name and street are mandatory. */
export interface NameAndAddress {
	matchBy: 'nameAndAddress';
	/** ISO 3166-1 alpha-3. */
	countryCode: string;
	companyName: string;
	streetAddress: string;
	city?: string;
	/** The city as the user gave it, where it is sent in another spelling. */
	givenCity?: string;
	stateProvinceRegion?: string;
	postalCode?: string;
}

/** A merchant by one of its IDs. */
export interface MerchantId {
	matchBy: 'merchantId' | 'taxId';
	/** ISO 3166-1 alpha-3. */
	countryCode: string;
	idValue: string;
}

export type MatchParams = NameAndAddress | MerchantId;

/** The parameters of a row, as the user gave them. */
export type MatchFields = Readonly<
	Partial<Record<keyof NameAndAddress | keyof MerchantId, unknown>>
>;

/**
 * Checks only the rules that Mastercard publishes: lengths as in its specification of 2024-09 and the one for
 * Open Finance, US states and ZIP codes as in its reference application. All other rules are left to Mastercard.
 *
 * @param fields Blank fields are treated as missing.
 * @throws InvalidParameterError for the first field that cannot be sent.
 */
export function parseMatchParams(fields: MatchFields): MatchParams {
	const { matchBy } = fields;
	if (matchBy !== 'nameAndAddress' && matchBy !== 'merchantId' && matchBy !== 'taxId')
		throw new InvalidParameterError(
			'MATCH_BY',
			"'Match By' has an invalid value",
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
		"'State, Province or Region' is not a US state",
		'Use the two-letter code, for example NY.',
	);
}

function parsePostalCode(value: unknown, countryCode: string): string {
	const text = optionalText(value, 'Postal Code', 100).toUpperCase();
	if (text === '' || countryCode !== 'USA') return text;
	const code = usPostalCode(text);
	if (code !== null) return code;
	throw new InvalidParameterError(
		'POSTAL_CODE',
		"'Postal Code' is not a US ZIP code",
		'Use a ZIP or ZIP+4 code, for example 10577 or 10577-0001.',
	);
}
