/** The business that a report is about, as Open Finance wants it with every request. */
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { optionalText, requiredText } from '../sbca/parseText';
import { usPostalCode } from '../sbca/usAddress';

/** In Mastercard's words; sent as it is. */
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

/** The fields of a business as the user gave them, side by side. */
export type BusinessFields = Readonly<Record<string, unknown>>;

/** Letters of a country code: reports take both forms, business records two letters only. */
export type CountryForm = 'alpha2' | 'alpha2or3';

const SPACES_AND_MARKS = /[\s().+-]/g;

/**
 * Checks the lengths of the specification (1.43.0: BusinessDetailsRequest, NewBusiness) before anything is sent.
 *
 * @param given A blank country is the USA; liability that is not given is none.
 * @throws InvalidParameter for the first field that cannot be sent.
 */
export function parseBusinessDetails(
	given: BusinessFields,
	countries: CountryForm,
): BusinessDetails {
	const addressLine2 = optionalText(given.addressLine2, 'Address Line 2', 50);
	const country = parseCountry(given.country, countries);
	return {
		name: requiredText(given.name, 'Business Name', 150),
		personallyLiable: parsePersonallyLiable(given.personallyLiable),
		address: {
			addressLine1: requiredText(given.addressLine1, 'Address Line 1', 50),
			...(addressLine2 !== '' && { addressLine2 }),
			city: requiredText(given.city, 'Business City'),
			state: requiredText(given.state, 'Business State'),
			country,
			postalCode: parsePostalCode(given.postalCode, country),
		},
		phoneNumber: {
			countryCode: parseDigits(given.phoneCountryCode, 'Phone Country Code', 1, 3, '1'),
			phoneNo: parseDigits(given.phoneNo, 'Phone Number', 7, 12, '8042221111'),
		},
	};
}

/** A ZIP code from a sheet is a number that has lost its zeros. */
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
		"Convert text first: {{ $json.liable === 'yes' }} is a true/false value, for example.",
	);
}

function parseCountry(value: unknown, countries: CountryForm): string {
	const code = optionalText(value, 'Business Country').toUpperCase() || 'US';
	if (countries === 'alpha2' ? /^[A-Z]{2}$/.test(code) : /^[A-Z]{2,3}$/.test(code)) return code;
	throw new InvalidParameterError(
		'BUSINESS_COUNTRY',
		"'Business Country' is not a country code",
		countries === 'alpha2'
			? 'Use the ISO 3166-1 code of two letters, for example US.'
			: 'Use the ISO 3166-1 code of two or three letters, for example US or USA.',
	);
}

function parseDigits(
	value: unknown,
	label: string,
	least: number,
	most: number,
	example: string,
): string {
	const text = requiredText(value, label).replace(SPACES_AND_MARKS, '');
	if (/^\d+$/.test(text) && text.length >= least && text.length <= most) return text;
	throw new InvalidParameterError(
		`${label.toUpperCase().replaceAll(' ', '_')}_DIGITS`,
		`'${label}' does not have ${least} to ${most} digits`,
		`Use digits, for example ${example}; spaces, dots, dashes and brackets are removed.`,
	);
}
