/**
 * `GET /matches` of the standalone Small Business Credit Analytics: builds requests and parses responses.
 *
 * Source: Mastercard's reference application (specification of 2025-11-19) and the testing pages.
 */
import type { HttpResponse, RowResult } from '../../errors/Failure';
import { declinedFailure, unexpectedResponseFailure } from '../../errors/responseFailure';
import { parseErrors } from '../../errors/parseErrors';
import { NO_MATCHES, noMatch, parseLocations, type MerchantMatch } from '../location';
import type { MatchParams } from '../matchParams';
import { BASE_PATH, type StandaloneRequest } from './basePath';

/** Omits missing fields. */
export function buildMatchesRequest(params: MatchParams): StandaloneRequest {
	return { path: `${BASE_PATH}/matches`, query: buildQuery(params) };
}

function buildQuery(params: MatchParams): Record<string, string> {
	const { countryCode: country_code } = params;
	if (params.matchBy !== 'nameAndAddress') {
		const id_type = params.matchBy === 'merchantId' ? 'MERCHANT_ID' : 'TAX_ID';
		return { country_code, id_type, id_value: params.idValue };
	}
	const { companyName, streetAddress, city, stateProvinceRegion, postalCode } = params;
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
 * @param now Our clock, ms since 1970, to detect a wrong clock.
 * @returns The matching locations, best first; `noData` when Mastercard cannot find the merchant.
 */
export function parseMatchesResponse(
	response: HttpResponse,
	now: number,
): RowResult<MerchantMatch> {
	const { status, body } = response;
	if (status === 200 && Array.isArray(body)) return parseLocations(body);
	const [error] = parseErrors(body);
	if (status === 404 && error?.reasonCode === NO_MATCHES)
		return noMatch(NO_MATCHES, error.details ?? error.description);
	if (status !== 200) return { kind: 'failed', failure: declinedFailure(response, now) };
	return {
		kind: 'failed',
		failure: unexpectedResponseFailure(response, 'a list of locations'),
	};
}
