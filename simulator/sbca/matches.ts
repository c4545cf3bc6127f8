// GET /small-business/credit-analytics/locations/matches
import merchants from '../fixtures/sbcaMerchants.json';
import type { SimulatedResponse, OperationRequest } from '../http';
import { seededChoice, seededInteger } from '../seededRandom';
import { generateLocationId } from './locationId';
import { parseMatchRequest, type MerchantQuery } from './matchRequest';
import { documentedError } from './requestErrors';

/** A candidate location. */
export interface Match {
	locationId: string;
	matchRank: number;
	merchantName: string;
	streetAddress: string;
	city: string;
	state: string;
	/** A string according to the schema; a number in one of the specification's own examples. */
	postalCode: string | number;
	countryCode: string;
}

/** Merchants with a documented response, identified by name or ID alone, as the documentation says. */
export const DOCUMENTED_MERCHANTS = merchants;

/** Documented merchants have their documented response, all others generated candidates. */
export function getMatches({ query }: OperationRequest): SimulatedResponse {
	const request = parseMatchRequest(query);
	if ('rejection' in request) return request.rejection;
	const documented = merchants.find(({ companyName, idValue }) =>
		request.idValue === ''
			? companyName.toLowerCase() === request.companyName.toLowerCase()
			: idValue === request.idValue,
	);
	if (documented?.reasonCode !== undefined) {
		return documentedError(documented.reasonCode as 'MATCHES_NOT_FOUND');
	}
	return { status: 200, body: documented?.matches ?? generateMatches(request) };
}

/** Up to three candidates, the documented maximum; most merchants have one. */
export function generateMatches(merchant: MerchantQuery): Match[] {
	const seed = Object.values(merchant).join('|').toLowerCase();
	const count = seededChoice(`count ${seed}`, [1, 1, 1, 1, 2, 2, 3]);
	const template = merchant.idValue === '' ? merchant : generateNameAndAddress(merchant, seed);
	return Array.from({ length: count }, (_, index) => ({
		locationId: generateLocationId(`${seed} ${index}`),
		matchRank: index + 1,
		merchantName: template.companyName + (['', ' & Co', ' Outlet'][index] ?? ''),
		streetAddress:
			index === 0 ? template.streetAddress : generateStreetAddress(template.streetAddress, index),
		city: template.city,
		state: template.state,
		postalCode: generatePostalCode(template, seed),
		countryCode: template.countryCode,
	}));
}

/** Adds a name and an address to a merchant that is known by its ID alone. */
function generateNameAndAddress(merchant: MerchantQuery, seed: string): MerchantQuery {
	const first = seededChoice(`first ${seed}`, [
		'Corner',
		'Harbor',
		'Maple',
		'Union',
		'Sunny',
		'Old Mill',
	]);
	const second = seededChoice(`second ${seed}`, [
		'Bakery',
		'Books',
		'Garage',
		'Florist',
		'Deli',
		'Salon',
	]);
	return {
		...merchant,
		companyName: `${first} ${second}`,
		streetAddress: `${seededInteger(`street ${seed}`, 1, 999)} Main St`,
		city: merchant.countryCode === 'USA' ? 'Purchase' : 'Centro',
		state: merchant.countryCode === 'USA' ? 'NY' : '',
		postalCode: merchant.countryCode === 'USA' ? '10577' : '',
	};
}

function generateStreetAddress(streetAddress: string, index: number): string {
	return /^\d+/.test(streetAddress)
		? streetAddress.replace(/^\d+/, (number) => String(Number(number) + 2 * index))
		: `${streetAddress} ${index + 1}`;
}

/** Sometimes a number, as in the specification's example, unless that would lose a leading zero. */
function generatePostalCode({ postalCode: text }: MerchantQuery, seed: string): string | number {
	const canBeNumber = /^[1-9]\d{4}$/.test(text);
	return canBeNumber && seededInteger(`postal ${seed}`, 1, 6) === 1 ? Number(text) : text;
}
