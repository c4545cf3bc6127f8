// GET /decisioning/sbca/location-matches
import type { Answer, Question } from '../http';
import { DOCUMENTED_MERCHANTS, generatedMatches, type Match } from '../sbca/matches';
import { US_STATES } from '../sbca/places';
import { flatError } from './errors';

const NAME_AND_ADDRESS = {
	companyName: 'merchantName',
	streetAddress: 'streetAddress',
	city: 'city',
	state: 'stateProvinceRegion',
	postalCode: 'postalCode',
} as const;

/** Checks the query, in which an empty text counts as absent, then answers as the standalone API would. */
export function locationMatches({ query }: Question): Answer {
	const text = (name: string) => (query.get(name) ?? '').trim();
	const merchant = {
		companyName: text(NAME_AND_ADDRESS.companyName),
		streetAddress: text(NAME_AND_ADDRESS.streetAddress),
		city: text(NAME_AND_ADDRESS.city),
		state: text(NAME_AND_ADDRESS.state),
		postalCode: text(NAME_AND_ADDRESS.postalCode),
		// Open Finance US has no country parameter.
		countryCode: 'USA',
		idType: text('idType'),
		idValue: text('idValue'),
	};
	const byId = merchant.idType !== '' || merchant.idValue !== '';
	const byName = Object.values(NAME_AND_ADDRESS).some((name) => text(name) !== '');
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
	if (merchant.postalCode !== '' && !/^\d{5}(-\d{4})?$/.test(merchant.postalCode)) {
		return invalidData('postalCode');
	}
	if (merchant.state !== '' && !US_STATES.has(merchant.state)) {
		return invalidData('stateProvinceRegion');
	}

	const known = DOCUMENTED_MERCHANTS.find(({ companyName, idValue }) =>
		byId
			? idValue === merchant.idValue
			: companyName.toLowerCase() === merchant.companyName.toLowerCase(),
	);
	// The only documented reason for no match is 404; the aggregated merchant falls under it (chosen).
	if (known?.reasonCode !== undefined) {
		return flatError(404, '10100', 'No potential location matches found.');
	}
	const found: Match[] = known?.matches ?? generatedMatches(merchant);
	return { status: 200, body: { locationMatches: found.map(withNumericPostalCode) } };
}

const INVALID_COMBINATION = flatError(400, '10030', 'Invalid data combination.', {
	status: '400',
	user_message:
		'Both Idtype/Idvalue and Merchant name/Address data combinations are present in the input.',
});

function missingData(names: string): Answer {
	return flatError(400, '10020', `Data missing : ${names}.`, {
		status: '400',
		user_message:
			'One or more of the fields are missing. Please ensure you have entered the correct data.',
	});
}

function invalidData(names: string): Answer {
	return flatError(400, '10025', `Invalid data: ${names}.`, {
		status: '400',
		user_message: 'The data provided in one or more fields is invalid.',
	});
}

/** The documented example has a number here, although the schema says text. A leading zero stays a text. */
function withNumericPostalCode(match: Match): Match {
	return /^[1-9]\d{4}$/.test(String(match.postalCode))
		? { ...match, postalCode: Number(match.postalCode) }
		: match;
}
