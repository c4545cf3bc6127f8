/** The business that a report covers, as Open Finance requires it with every request. */
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { optionalText, requiredText } from '../sbca/parseText';
import { usPostalCode } from '../sbca/usAddress';

/** With Mastercard's field names; sent unchanged. */
export interface BusinessDetails extends Record<string, unknown> {
	name: string;
	/** Whether an owner is personally liable for a loan. */
	personallyLiable: boolean;
	address: {
		addressLine1: string;
		addressLine2?: string;
		city: string;
		state: string;
		/** ISO 3166-1, two letters; reports also take three. */
		country: string;
		postalCode: string;
	};
	phoneNumber: {
		/** 1 to 3 digits. */
		countryCode: string;
		/** 7 to 12 digits. */
		phoneNo: string;
	};
}

/** The fields of a business as the user entered them, on one level. */
export type BusinessFields = Readonly<Record<string, unknown>>;

/** Form of a country code: reports accept two or three letters, business records two only. */
export type CountryForm = 'alpha2' | 'alpha2or3';

const SPACES_AND_MARKS = /[\s().+-]/g;

/**
 * Checks the lengths in the specification (1.43.0: BusinessDetailsRequest, NewBusiness) before anything is sent.
 *
 * @param fields A blank country means the USA; a missing liability means none.
 * @throws InvalidParameterError for the first field that cannot be sent.
 */
export function parseBusinessDetails(
	fields: BusinessFields,
	countries: CountryForm,
): BusinessDetails {
	const addressLine2 = optionalText(fields.addressLine2, 'Address Line 2', 50);
	const country = parseCountry(fields.country, countries);
	return {
		name: requiredText(fields.name, 'Business Name', 150),
		personallyLiable: parsePersonallyLiable(fields.personallyLiable),
		address: {
			addressLine1: requiredText(fields.addressLine1, 'Address Line 1', 50),
			...(addressLine2 !== '' && { addressLine2 }),
			city: requiredText(fields.city, 'Business City'),
			state: requiredText(fields.state, 'Business State'),
			country,
			postalCode: parsePostalCode(fields.postalCode, country),
		},
		phoneNumber: {
			countryCode: parseDigits(fields.phoneCountryCode, 'Phone Country Code', 1, 3, '1'),
			phoneNo: parseDigits(fields.phoneNo, 'Phone Number', 7, 12, '8042221111'),
		},
	};
}

/** A ZIP code from a spreadsheet may be a number that has lost its leading zeros. */
function parsePostalCode(value: unknown, country: string): string {
	const text = requiredText(value, 'Business Postal Code');
	if (country !== 'US' && country !== 'USA') return text;
	return usPostalCode(typeof value === 'number' ? value : text) ?? text;
}

function parsePersonallyLiable(value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	if (value === undefined || value === '') return false;
	throw new InvalidParameterError(
		'PERSONALLY_LIABLE',
		"'Personally Liable' is neither true nor false",
		"Convert text first. For example, the expression {{ $json.liable === 'yes' }} returns true or false.",
	);
}

function parseCountry(value: unknown, countries: CountryForm): string {
	const code = optionalText(value, 'Business Country').toUpperCase() || 'US';
	if (countries === 'alpha2' ? /^[A-Z]{2}$/.test(code) : /^[A-Z]{2,3}$/.test(code)) return code;
	throw new InvalidParameterError(
		'BUSINESS_COUNTRY',
		"'Business Country' is not a country code",
		countries === 'alpha2'
			? 'Use the two-letter ISO 3166-1 code, for example US.'
			: 'Use the two- or three-letter ISO 3166-1 code, for example US or USA.',
	);
}

function parseDigits(
	value: unknown,
	label: string,
	min: number,
	max: number,
	example: string,
): string {
	const text = requiredText(value, label).replace(SPACES_AND_MARKS, '');
	if (/^\d+$/.test(text) && text.length >= min && text.length <= max) return text;
	throw new InvalidParameterError(
		`${label.toUpperCase().replaceAll(' ', '_')}_DIGITS`,
		`'${label}' does not have ${min} to ${max} digits`,
		`Use digits, for example ${example}; spaces, dots, dashes and brackets are removed.`,
	);
}
