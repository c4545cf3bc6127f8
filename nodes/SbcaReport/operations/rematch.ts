/**
 * Rematching, for a location that is gone: Mastercard advises looking the merchant up again by its original details
 * to get the new location ID.
 */
import type { Failure, RowResult } from '../../../mastercard/errors/Failure';
import type { MerchantMatch } from '../../../mastercard/sbca/location';
import type { MatchParams } from '../../../mastercard/sbca/matchParams';
import type { LocationReport } from '../../../mastercard/sbca/report';
import {
	isLocationId,
	isSameLocation,
	type ReportParams,
} from '../../../mastercard/sbca/reportParams';
import type { CreationRow } from '../../shared/creation/creation';
import type { Operation, ParsedResult } from '../../shared/operation';
import type { SbcaApi } from '../../shared/sbca/sbcaApi';

/** One report to request. */
export interface ReportRow extends CreationRow {
	params: ReportParams;
	/** What the API needs in addition: on Open Finance, the customer. */
	customer: unknown;
	/** How to look up the merchant when its location is gone; null for no lookup. */
	rematch: MatchParams | null;
	/** Set during the lookup: the failure for the old location. */
	lost?: Failure;
}

type Result = ParsedResult<ReportRow, LocationReport>;
type Requests = Pick<
	Operation<ReportRow, LocationReport>,
	'buildRequest' | 'parseResponse' | 'parseFailure'
>;

/**
 * Adds to the requests for reports the lookup of a lost location, and the report on the new one. Each is sent at most
 * once.
 */
export function withRematch(
	reports: Requests,
	api: Pick<SbcaApi, 'buildMatchRequest' | 'parseMatchResponse' | 'isLocationLost'>,
): Requests {
	const lookUpIfLost = (result: Result, row: ReportRow): Result => {
		const isLost =
			result.kind === 'failed' && result.next === undefined && api.isLocationLost(result.failure);
		if (!isLost || row.rematch === null) return result;
		return { ...result, next: { row: { ...row, lost: result.failure } } };
	};
	return {
		buildRequest: (rows) => {
			const [{ lost, rematch } = { lost: undefined, rematch: null }] = rows;
			return lost === undefined || rematch === null
				? reports.buildRequest(rows)
				: api.buildMatchRequest(rematch);
		},
		parseResponse: (response, rows, now) =>
			rows.flatMap((row) =>
				row.lost === undefined
					? reports.parseResponse(response, [row], now).map((result) => lookUpIfLost(result, row))
					: [parseRematchResponse(api.parseMatchResponse(response, now), row, row.lost)],
			),
		parseFailure: (failure, row) =>
			(row.lost === undefined ? reports.parseFailure?.(failure, row) : undefined) ?? {
				kind: 'failed',
				failure,
			},
	};
}

/** Takes the best match. Without one, the row keeps its original failure. */
function parseRematchResponse(
	match: RowResult<MerchantMatch>,
	{ params, customer }: ReportRow,
	lost: Failure,
): Result {
	if (match.kind === 'failed') return match;
	const { locationId } = match.value.locations[0] ?? {};
	if (isLocationId(locationId) && !isSameLocation(locationId, params.locationId)) {
		const row = { params: { ...params, locationId }, customer, rematch: null };
		return { kind: 'failed', failure: lost, next: { row } };
	}
	const outcome =
		match.value.locations.length === 0
			? 'The merchant was looked up again, but Mastercard found no match for the name and address.'
			: isLocationId(locationId)
				? 'The merchant was looked up again, but Mastercard returned the same location ID.'
				: 'The merchant was looked up again, but Mastercard returned no location ID for the best match.';
	return { kind: 'failed', failure: { ...lost, description: `${outcome} ${lost.description}` } };
}
