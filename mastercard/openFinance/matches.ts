/**
 * `GET /decisioning/sbca/location-matches` of Open Finance US: builds requests and parses responses.
 *
 * Source: Mastercard's Open Finance US specification 1.43.0, operation GetLocationMatches.
 */
import type { HttpResponse, RowResult } from '../errors/Failure';
import { parseErrors } from '../errors/parseErrors';
import { isRecord } from '../json';
import { NO_MATCHES, noMatch, parseLocations, type MerchantMatch } from '../sbca/location';
import {
	parseMatchParams,
	type MatchFields,
	type MatchParams,
	type NameAndAddress,
} from '../sbca/matchParams';
import { requiredText } from '../sbca/parseText';
import { toPermittedCity } from './cityName';
import { NOT_FOUND, unexpected, declined } from './failure';

/**
 * The merchant to look up. Open Finance US covers merchants in the USA only, and has no country parameter.
 * @throws InvalidParameterError for the first field that cannot be sent.
 */
export function parseUsMatchParams(fields: MatchFields): MatchParams {
	const params = parseMatchParams({ ...fields, countryCode: 'USA' });
	if (params.matchBy === 'nameAndAddress') return withPermittedCity(params);
	requiredText(params.idValue, 'ID Value', 100);
	return params;
}

/** Of all fields, the specification limits the characters of the city alone. */
function withPermittedCity({ city: givenCity, ...params }: NameAndAddress): NameAndAddress {
	if (givenCity === undefined) return params;
	const city = toPermittedCity(givenCity);
	if (city === givenCity) return { ...params, city };
	return { ...params, givenCity, ...(city !== '' && { city }) };
}

/** Omits missing fields. The ID and the address are mutually exclusive. */
export function buildMatchesRequest(params: MatchParams): {
	path: string;
	query: Record<string, string>;
} {
	return { path: '/decisioning/sbca/location-matches', query: buildQuery(params) };
}

function buildQuery(params: MatchParams): Record<string, string> {
	if (params.matchBy !== 'nameAndAddress') {
		const idType = params.matchBy === 'merchantId' ? 'MERCHANT_ID' : 'TAX_ID';
		return { idType, idValue: params.idValue };
	}
	const { companyName, streetAddress, city, stateProvinceRegion, postalCode } = params;
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
 * @returns As for the standalone API: the locations, best first; `noData`, with the same reason code, when Mastercard
 * cannot find the merchant.
 */
export function parseMatchesResponse(
	response: HttpResponse,
	now: number,
): RowResult<MerchantMatch> {
	const { status, body } = response;
	if (status === 200 && isRecord(body) && Array.isArray(body.locationMatches))
		return parseLocations(body.locationMatches);
	const [error] = parseErrors(body);
	if (status === 404 && error?.reasonCode === NOT_FOUND)
		return noMatch(NO_MATCHES, error.details ?? error.description);
	return status === 200 ? unexpected(response, 'a list of locations') : declined(response, now);
}
