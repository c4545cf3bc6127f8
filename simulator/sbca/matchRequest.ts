// Validates the query of /matches.
import { errorResponse, type MastercardError } from '../errors';
import type { SimulatedResponse } from '../http';
import { SUPPORTED_COUNTRIES, US_STATES } from './places';
import { invalidData, missingParameter } from './requestErrors';

/** The requested merchant; missing values are empty strings. */
export interface MerchantQuery {
	companyName: string;
	streetAddress: string;
	city: string;
	state: string;
	postalCode: string;
	countryCode: string;
	idType: string;
	idValue: string;
}

const QUERY_NAMES = {
	companyName: 'company_name',
	streetAddress: 'street_address',
	city: 'city',
	state: 'state_province_region',
	postalCode: 'postal_code',
} as const;

const MAX_LENGTHS = {
	companyName: 250,
	streetAddress: 250,
	city: 100,
	state: 100,
	postalCode: 20,
} as const;

/** @returns the merchant, or a rejection that names every invalid parameter */
export function parseMatchRequest(
	query: URLSearchParams,
): MerchantQuery | { rejection: SimulatedResponse } {
	const get = (name: string) => (query.get(name) ?? '').trim();
	const merchant: MerchantQuery = {
		companyName: get(QUERY_NAMES.companyName),
		streetAddress: get(QUERY_NAMES.streetAddress),
		city: get(QUERY_NAMES.city),
		state: get(QUERY_NAMES.state),
		postalCode: get(QUERY_NAMES.postalCode),
		countryCode: get('country_code'),
		idType: get('id_type'),
		idValue: get('id_value'),
	};
	const byId = merchant.idType !== '' || merchant.idValue !== '';
	const errors = [
		...validateCountry(merchant),
		...(byId ? validateId(merchant) : validateAddress(merchant)),
	];
	return errors.length > 0 ? { rejection: errorResponse(400, ...errors) } : merchant;
}

function validateCountry({ countryCode }: MerchantQuery): MastercardError[] {
	if (countryCode === '') return [missingParameter('country_code')];
	if (SUPPORTED_COUNTRIES.has(countryCode)) return [];
	return [
		invalidData(
			'country_code',
			'country_code must match ^[A-Z]+ and be a 3-letter country abbreviation, following the ISO Country Codes standard. Only currently supported countries are accepted.',
		),
	];
}

function validateId(merchant: MerchantQuery): MastercardError[] {
	const errors = [];
	const { idType, idValue } = merchant;
	if (idType === '') errors.push(missingParameter('id_type'));
	else if (idType !== 'MERCHANT_ID' && idType !== 'TAX_ID') {
		errors.push(invalidData('id_type', 'id_type must be MERCHANT_ID or TAX_ID.'));
	}
	if (idValue === '') errors.push(missingParameter('id_value'));
	else if (!/^[A-Za-z0-9 .-]{1,100}$/.test(idValue)) {
		errors.push(invalidData('id_value', 'id_value must be 1 to 100 letters and digits.'));
	}
	// Assumed, after Open Finance's "Invalid data combination".
	if (merchant.companyName !== '' || merchant.streetAddress !== '') {
		errors.push(
			invalidData('id_type', 'Use either an identifier or a name and address, not both.'),
		);
	}
	return errors;
}

function validateAddress(merchant: MerchantQuery): MastercardError[] {
	const errors = [];
	if (merchant.companyName === '') errors.push(missingParameter(QUERY_NAMES.companyName));
	if (merchant.streetAddress === '') errors.push(missingParameter(QUERY_NAMES.streetAddress));
	for (const [field, maxLength] of Object.entries(MAX_LENGTHS) as Array<
		[keyof typeof MAX_LENGTHS, number]
	>) {
		if (merchant[field].length > maxLength) {
			errors.push(invalidData(QUERY_NAMES[field], `At most ${maxLength} characters are allowed.`));
		}
	}
	if (merchant.countryCode !== 'USA') return errors;
	if (merchant.postalCode !== '' && !/^\d{5}(-\d{4})?$/.test(merchant.postalCode)) {
		errors.push(invalidData(QUERY_NAMES.postalCode, 'For USA it must match ##### or #####-####.'));
	}
	if (merchant.state !== '' && !US_STATES.has(merchant.state)) {
		errors.push(
			invalidData(QUERY_NAMES.state, 'For USA it must be a 2-letter state abbreviation.'),
		);
	}
	return errors;
}
