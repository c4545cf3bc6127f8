// GET /small-business/credit-analytics/locations/matches
import merchants from '../fixtures/sbcaMerchants.json';
import type { Answer, Question } from '../http';
import { stableChoice, stableInteger } from '../stable';
import { generatedLocationId } from './locationId';
import { readMatchRequest, type MerchantQuery } from './matchRequest';
import { documentedError } from './requestErrors';

/** One candidate location. */
export interface Match {
	locationId: string;
	matchRank: number;
	merchantName: string;
	streetAddress: string;
	city: string;
	state: string;
	/** A text by the schema; a number in one of the specification's own examples. */
	postalCode: string | number;
	countryCode: string;
}

/** Merchants with a documented outcome, told apart by name or id only, as the documentation says. */
export const DOCUMENTED_MERCHANTS = merchants;

/** Documented merchants get their documented outcome; any other well-formed one gets generated candidates. */
export function matches(question: Question): Answer {
	const request = readMatchRequest(question.query);
	if ('refusal' in request) return request.refusal;
	const known = merchants.find(({ companyName, idValue }) =>
		request.idValue === ''
			? companyName.toLowerCase() === request.companyName.toLowerCase()
			: idValue === request.idValue,
	);
	if (known?.reasonCode !== undefined) {
		return documentedError(known.reasonCode as 'MATCHES_NOT_FOUND');
	}
	return { status: 200, body: known?.matches ?? generatedMatches(request) };
}

/** Up to three candidates, the documented maximum; most merchants have one. */
export function generatedMatches(merchant: MerchantQuery): Match[] {
	const seed = Object.values(merchant).join('|').toLowerCase();
	const count = stableChoice(`count ${seed}`, [1, 1, 1, 1, 2, 2, 3]);
	const asked = merchant.idValue === '' ? merchant : invented(merchant, seed);
	return Array.from({ length: count }, (_, index) => ({
		locationId: generatedLocationId(`${seed} ${index}`),
		matchRank: index + 1,
		merchantName: asked.companyName + (['', ' & Co', ' Outlet'][index] ?? ''),
		streetAddress: index === 0 ? asked.streetAddress : elsewhere(asked.streetAddress, index),
		city: asked.city,
		state: asked.state,
		postalCode: postalCode(asked, seed),
		countryCode: asked.countryCode,
	}));
}

/** For a merchant known by its id alone, a name and an address. */
function invented(merchant: MerchantQuery, seed: string): MerchantQuery {
	const first = stableChoice(`first ${seed}`, [
		'Corner',
		'Harbor',
		'Maple',
		'Union',
		'Sunny',
		'Old Mill',
	]);
	const second = stableChoice(`second ${seed}`, [
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
		streetAddress: `${stableInteger(`street ${seed}`, 1, 999)} Main St`,
		city: merchant.countryCode === 'USA' ? 'Purchase' : 'Centro',
		state: merchant.countryCode === 'USA' ? 'NY' : '',
		postalCode: merchant.countryCode === 'USA' ? '10577' : '',
	};
}

function elsewhere(streetAddress: string, index: number): string {
	return /^\d+/.test(streetAddress)
		? streetAddress.replace(/^\d+/, (number) => String(Number(number) + 2 * index))
		: `${streetAddress} ${index + 1}`;
}

/** Now and then a number, as in the specification's example, where no leading zero would be lost. */
function postalCode({ postalCode: text }: MerchantQuery, seed: string): string | number {
	const canBeNumber = /^[1-9]\d{4}$/.test(text);
	return canBeNumber && stableInteger(`postal ${seed}`, 1, 6) === 1 ? Number(text) : text;
}
