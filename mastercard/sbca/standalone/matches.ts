/**
 * `GET /matches` of the standalone Small Business Credit Analytics: what is asked and how the answer is read.
 *
 * Source: Mastercard's reference application (specification of 2025-11-19) and the testing pages.
 */
import type { Answer, RowResult } from '../../errors/Failure';
import { failureFrom, unreadable } from '../../errors/failureFromResponse';
import { readErrors } from '../../errors/parseErrors';
import { NO_MATCHES, noMatch, readLocations, type MerchantMatch } from '../location';
import type { MatchQuestion } from '../matchParams';
import { BASE_PATH, type StandaloneRequest } from './basePath';

/** Only what was given is sent. */
export function matchesRequest(question: MatchQuestion): StandaloneRequest {
	return { path: `${BASE_PATH}/matches`, query: queryOf(question) };
}

function queryOf(question: MatchQuestion): Record<string, string> {
	const { countryCode: country_code } = question;
	if (question.matchBy !== 'nameAndAddress') {
		const id_type = question.matchBy === 'merchantId' ? 'MERCHANT_ID' : 'TAX_ID';
		return { country_code, id_type, id_value: question.idValue };
	}
	const { companyName, streetAddress, city, stateProvinceRegion, postalCode } = question;
	return {
		company_name: companyName,
		street_address: streetAddress,
		...(city !== undefined && { city }),
		...(stateProvinceRegion !== undefined && { state_province_region: stateProvinceRegion }),
		...(postalCode !== undefined && { postal_code: postalCode }),
		country_code,
	};
}

/**
 * @param now Our clock, ms since 1970, for failures that come from a wrong clock.
 * @returns The matching locations, best first; unavailable when Mastercard does not find the merchant.
 */
export function readMatches(answer: Answer, now: number): RowResult<MerchantMatch> {
	const { status, body } = answer;
	if (status === 200 && Array.isArray(body)) return readLocations(body);
	const [error] = readErrors(body);
	if (status === 404 && error?.reasonCode === NO_MATCHES)
		return noMatch(NO_MATCHES, error.details ?? error.description);
	if (status !== 200) return { kind: 'failed', failure: failureFrom(answer, now) };
	return {
		kind: 'failed',
		failure: unreadable(
			answer,
			'UNREADABLE_ANSWER',
			'Mastercard answered with something that is not a list of locations',
			'The call may have been charged. Run the row again later; if it happens again, give the correlation ID to Mastercard support.',
		),
	};
}
