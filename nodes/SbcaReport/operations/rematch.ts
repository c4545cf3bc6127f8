/**
 * Rematching, for a location that is gone: Mastercard advises looking the merchant up again by its original details
 * to get the new location ID.
 */
import type { Failure, RowResult } from '../../../mastercard/errors/Failure';
import type { MerchantMatch } from '../../../mastercard/sbca/location';
import type { MatchParams } from '../../../mastercard/sbca/matchParams';
import type { LocationReport } from '../../../mastercard/sbca/report';
import { isLocationId, type ReportParams } from '../../../mastercard/sbca/reportParams';

/** One report to request. */
export interface ReportRow {
	params: ReportParams;
	/** What the API needs in addition: on Open Finance, the customer. */
	customer: unknown;
	/** How to look up the merchant when its location is gone; null for no lookup. */
	rematch: MatchParams | null;
	/** Set during the lookup: the failure for the old location. */
	lost?: Failure;
}

/** The report, or the new location to request it for. */
export type ReportValue = { report: LocationReport } | { newLocationId: string };

/**
 * The next request: looks up a lost location, then gets the report on the new one. Each is sent at most once.
 * @param isLocationLost Whether a failure means that the location is gone.
 */
export function followUp(
	row: ReportRow,
	result: RowResult<ReportValue>,
	isLocationLost: (failure: Failure) => boolean,
): ReportRow | undefined {
	if (result.kind === 'found' && 'newLocationId' in result.value) {
		const params = { ...row.params, locationId: result.value.newLocationId };
		return { params, customer: row.customer, rematch: null };
	}
	const isLost = result.kind === 'failed' && isLocationLost(result.failure);
	if (isLost && row.rematch !== null && row.lost === undefined)
		return { ...row, lost: result.failure };
	return undefined;
}

/** Takes the best match. Without one, the row keeps its original failure. */
export function parseRematchResponse(
	match: RowResult<MerchantMatch>,
	row: ReportRow,
): RowResult<ReportValue> {
	if (match.kind === 'failed') return match;
	const best = match.value.locations[0];
	const { params, lost } = row;
	if (isLocationId(best?.locationId) && !isSame(best.locationId, params.locationId))
		return { kind: 'found', value: { newLocationId: best.locationId } };
	const failure = lost as Failure;
	const outcome =
		best === undefined
			? 'The merchant was looked up again, but Mastercard found no match for the name and address.'
			: isLocationId(best.locationId)
				? 'The merchant was looked up again, but Mastercard returned the same location ID.'
				: 'The merchant was looked up again, but Mastercard returned no location ID for the best match.';
	return {
		kind: 'failed',
		failure: { ...failure, description: `${outcome} ${failure.description}` },
	};
}

/** UUIDs are case-insensitive. */
function isSame(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
