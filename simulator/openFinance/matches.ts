// GET /decisioning/sbca/location-matches
import type { SimulatedResponse, OperationRequest } from '../http';
import { DOCUMENTED_MERCHANTS, generateMatches, type Match } from '../sbca/matches';
import { US_STATES } from '../sbca/places';
import { openFinanceError } from './errors';

const QUERY_NAMES = {
	companyName: 'merchantName',
	streetAddress: 'streetAddress',
	city: 'city',
	state: 'stateProvinceRegion',
	postalCode: 'postalCode',
} as const;

/** Validates the query, in which an empty value counts as missing, then responds with the standalone API's matches. */
export function getLocationMatches({ query }: OperationRequest): SimulatedResponse {
	const get = (name: string) => (query.get(name) ?? '').trim();
	const merchant = {
		companyName: get(QUERY_NAMES.companyName),
		streetAddress: get(QUERY_NAMES.streetAddress),
		city: get(QUERY_NAMES.city),
		state: get(QUERY_NAMES.state),
		postalCode: get(QUERY_NAMES.postalCode),
		// Open Finance US has no country parameter.
		countryCode: 'USA',
		idType: get('idType'),
		idValue: get('idValue'),
	};
	const byId = merchant.idType !== '' || merchant.idValue !== '';
	const byName = Object.values(QUERY_NAMES).some((name) => get(name) !== '');
	if (byId && byName) return INVALID_COMBINATION;

	const missing = byId
		? [!merchant.idType && 'IdType', !merchant.idValue && 'IdValue'].filter(Boolean)
		: [!merchant.companyName && 'MerchantName', !merchant.streetAddress && 'streetAddress'].filter(
				Boolean,
			);
	if (missing.length > 0) return missingData(missing.join(', '));
	if (
		byId &&
		(merchant.idType !== 'MERCHANT_ID' || !/^[A-Za-z0-9 .-]{1,100}$/.test(merchant.idValue))
	) {
		return invalidData('IdType, IdValue');
	}
	const tooLong = [merchant.companyName, merchant.streetAddress].some(
		(value) => value.length > 250,
	);
	if (tooLong) return invalidData('MerchantName, streetAddress');
	// Documented: "limited to alphanumeric characters, spaces, single quotes, and commas". That ASCII is meant is assumed.
	if (/[^A-Za-z0-9 ',]/.test(merchant.city)) return invalidData('city');
	if (merchant.postalCode !== '' && !/^\d{5}(-\d{4})?$/.test(merchant.postalCode)) {
		return invalidData('postalCode');
	}
	if (merchant.state !== '' && !US_STATES.has(merchant.state)) {
		return invalidData('stateProvinceRegion');
	}

	const documented = DOCUMENTED_MERCHANTS.find(({ companyName, idValue }) =>
		byId
			? idValue === merchant.idValue
			: companyName.toLowerCase() === merchant.companyName.toLowerCase(),
	);
	// 404 is the only documented response without a match; using it for the aggregated merchant is assumed.
	if (documented?.reasonCode !== undefined) {
		return openFinanceError(404, '10100', 'No potential location matches found.');
	}
	const matches: Match[] = documented?.matches ?? generateMatches(merchant);
	return { status: 200, body: { locationMatches: matches.map(withNumericPostalCode) } };
}

const INVALID_COMBINATION = openFinanceError(400, '10030', 'Invalid data combination.', {
	status: '400',
	user_message:
		'Both Idtype/Idvalue and Merchant name/Address data combinations are present in the input.',
});

function missingData(names: string): SimulatedResponse {
	return openFinanceError(400, '10020', `Data missing : ${names}.`, {
		status: '400',
		user_message:
			'One or more of the fields are missing. Please ensure you have entered the correct data.',
	});
}

function invalidData(names: string): SimulatedResponse {
	return openFinanceError(400, '10025', `Invalid data: ${names}.`, {
		status: '400',
		user_message: 'The data provided in one or more fields is invalid.',
	});
}

/** The documented example has a number although the schema says string. Codes with a leading zero stay strings. */
function withNumericPostalCode(match: Match): Match {
	return /^[1-9]\d{4}$/.test(String(match.postalCode))
		? { ...match, postalCode: Number(match.postalCode) }
		: match;
}
