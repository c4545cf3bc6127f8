// Checks the query of /matches.
import { errorAnswer, type MastercardError } from '../errors';
import type { Answer } from '../http';
import { SUPPORTED_COUNTRIES, US_STATES } from './places';
import { invalidData, missingParameter } from './requestErrors';

/** A merchant as asked for; texts that were not given are empty. */
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

const ADDRESS = {
	companyName: 'company_name',
	streetAddress: 'street_address',
	city: 'city',
	state: 'state_province_region',
	postalCode: 'postal_code',
} as const;

const LENGTHS = {
	companyName: 250,
	streetAddress: 250,
	city: 100,
	state: 100,
	postalCode: 20,
} as const;

/** @returns the merchant, or a refusal that names every parameter at fault */
export function readMatchRequest(query: URLSearchParams): MerchantQuery | { refusal: Answer } {
	const text = (name: string) => (query.get(name) ?? '').trim();
	const merchant: MerchantQuery = {
		companyName: text(ADDRESS.companyName),
		streetAddress: text(ADDRESS.streetAddress),
		city: text(ADDRESS.city),
		state: text(ADDRESS.state),
		postalCode: text(ADDRESS.postalCode),
		countryCode: text('country_code'),
		idType: text('id_type'),
		idValue: text('id_value'),
	};
	const byId = merchant.idType !== '' || merchant.idValue !== '';
	const errors = [
		...countryErrors(merchant),
		...(byId ? idErrors(merchant) : addressErrors(merchant)),
	];
	return errors.length > 0 ? { refusal: errorAnswer(400, ...errors) } : merchant;
}

function countryErrors({ countryCode }: MerchantQuery): MastercardError[] {
	if (countryCode === '') return [missingParameter('country_code')];
	if (SUPPORTED_COUNTRIES.has(countryCode)) return [];
	return [
		invalidData(
			'country_code',
			'country_code must match ^[A-Z]+ and be a 3-letter country abbreviation, following the ISO Country Codes standard. Only currently supported countries are accepted.',
		),
	];
}

function idErrors(merchant: MerchantQuery): MastercardError[] {
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
	// Chosen, after Open Finance's "Invalid data combination".
	if (merchant.companyName !== '' || merchant.streetAddress !== '') {
		errors.push(
			invalidData('id_type', 'Use either an identifier or a name and address, not both.'),
		);
	}
	return errors;
}

function addressErrors(merchant: MerchantQuery): MastercardError[] {
	const errors = [];
	if (merchant.companyName === '') errors.push(missingParameter(ADDRESS.companyName));
	if (merchant.streetAddress === '') errors.push(missingParameter(ADDRESS.streetAddress));
	for (const [field, longest] of Object.entries(LENGTHS) as Array<[keyof typeof LENGTHS, number]>) {
		if (merchant[field].length > longest) {
			errors.push(invalidData(ADDRESS[field], `At most ${longest} characters are allowed.`));
		}
	}
	if (merchant.countryCode !== 'USA') return errors;
	if (merchant.postalCode !== '' && !/^\d{5}(-\d{4})?$/.test(merchant.postalCode)) {
		errors.push(invalidData(ADDRESS.postalCode, 'For USA it must match ##### or #####-####.'));
	}
	if (merchant.state !== '' && !US_STATES.has(merchant.state)) {
		errors.push(invalidData(ADDRESS.state, 'For USA it must be a 2-letter state abbreviation.'));
	}
	return errors;
}
