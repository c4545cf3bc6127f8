/**
 * `GET /decisioning/sbca/location-matches` of Open Finance US: what is asked and how the answer is read.
 *
 * Source: Mastercard's Open Finance US specification 1.43.0, operation GetLocationMatches.
 */
import type { Answer, RowResult } from '../errors/Failure';
import { readErrors } from '../errors/parseErrors';
import { isRecord } from '../json';
import { NO_MATCHES, noMatch, readLocations, type MerchantMatch } from '../sbca/location';
import { readMatchQuestion, type MatchFields, type MatchQuestion } from '../sbca/matchParams';
import { requiredText } from '../sbca/parseText';
import { NOT_FOUND, notWhatWasAsked, refused } from './failure';

/**
 * The merchant to look up. Open Finance US knows merchants of the USA only, and has no parameter for the country.
 * @throws InvalidParameter for the first field that cannot be sent.
 */
export function readUsMatchQuestion(fields: MatchFields): MatchQuestion {
	const question = readMatchQuestion({ ...fields, countryCode: 'USA' });
	if (question.matchBy !== 'nameAndAddress') requiredText(question.idValue, 'ID Value', 100);
	return question;
}

/** Only what was given is sent; the number and the address exclude each other. */
export function matchesRequest(question: MatchQuestion): {
	path: string;
	query: Record<string, string>;
} {
	return { path: '/decisioning/sbca/location-matches', query: queryOf(question) };
}

function queryOf(question: MatchQuestion): Record<string, string> {
	if (question.matchBy !== 'nameAndAddress') {
		const idType = question.matchBy === 'merchantId' ? 'MERCHANT_ID' : 'TAX_ID';
		return { idType, idValue: question.idValue };
	}
	const { companyName, streetAddress, city, stateProvinceRegion, postalCode } = question;
	return {
		merchantName: companyName,
		streetAddress,
		...(city !== undefined && { city }),
		...(stateProvinceRegion !== undefined && { stateProvinceRegion }),
		...(postalCode !== undefined && { postalCode }),
	};
}

/**
 * @param now Our clock, ms since 1970.
 * @returns As the standalone API's reader: the locations, best first; unavailable, under the same reason code,
 * when Mastercard does not find the merchant.
 */
export function readMatches(answer: Answer, now: number): RowResult<MerchantMatch> {
	const { status, body } = answer;
	if (status === 200 && isRecord(body) && Array.isArray(body.locationMatches))
		return readLocations(body.locationMatches);
	const [error] = readErrors(body);
	if (status === 404 && error?.reasonCode === NOT_FOUND)
		return noMatch(NO_MATCHES, error.details ?? error.description);
	return status === 200 ? notWhatWasAsked(answer, 'a list of locations') : refused(answer, now);
}
