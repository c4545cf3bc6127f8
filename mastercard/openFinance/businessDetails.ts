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

/** What the details are part of: the request for a report, or a new business record. Each has its own limits. */
export type BusinessUse = 'report' | 'record';

/** Characters of each text, where the specification limits them (1.43.0: BusinessDetailsRequest, NewBusiness). */
const MAX_LENGTHS: Readonly<Record<BusinessUse, { name?: number; addressLine?: number }>> = {
	report: { addressLine: 50 },
	record: { name: 150 },
};

const SPACES_AND_MARKS = /[\s().+-]/g;

/**
 * Checks what the specification limits before anything is sent.
 *
 * @param fields A blank country means the USA; a missing liability means none.
 * @throws InvalidParameterError for the first field that cannot be sent.
 */
export function parseBusinessDetails(fields: BusinessFields, use: BusinessUse): BusinessDetails {
	const max = MAX_LENGTHS[use];
	const addressLine2 = optionalText(fields.addressLine2, 'Address Line 2', max.addressLine);
	const country = parseCountry(fields.country, use);
	return {
		name: requiredText(fields.name, 'Business Name', max.name),
		personallyLiable: parsePersonallyLiable(fields.personallyLiable),
		address: {
			addressLine1: requiredText(fields.addressLine1, 'Address Line 1', max.addressLine),
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

/** A ZIP code from a spreadsheet may have lost its leading zeros. */
function parsePostalCode(value: unknown, country: string): string {
	const text = requiredText(value, 'Business Postal Code');
	if (country !== 'US' && country !== 'USA') return text;
	return usPostalCode(text) ?? text;
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

/** Reports accept two or three letters, business records two only. */
function parseCountry(value: unknown, use: BusinessUse): string {
	const code = optionalText(value, 'Business Country').toUpperCase() || 'US';
	if (use === 'record' ? /^[A-Z]{2}$/.test(code) : /^[A-Z]{2,3}$/.test(code)) return code;
	throw new InvalidParameterError(
		'BUSINESS_COUNTRY',
		"'Business Country' is not a country code",
		use === 'record'
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
