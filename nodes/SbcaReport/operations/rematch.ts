/**
 * What happens when a location is gone: Mastercard advises to look the merchant up again with its original
 * details, for a new location ID.
 */
import type { Failure, RowResult } from '../../../mastercard/errors/Failure';
import type { MerchantMatch } from '../../../mastercard/sbca/location';
import type { MatchParams } from '../../../mastercard/sbca/matchParams';
import type { LocationReport } from '../../../mastercard/sbca/report';
import { isLocationId, type ReportParams } from '../../../mastercard/sbca/reportParams';

/** One report to ask for. */
export interface ReportRow {
	params: ReportParams;
	/** What the way to Mastercard needs besides the question. */
	customer: unknown;
	/** What to look the merchant up by when its location is gone; null when it is not to be looked up. */
	rematch: MatchParams | null;
	/** Set while the merchant is looked up: what Mastercard said about the old location. */
	lost?: Failure;
}

/** The report, or on the way to it the new location. */
export type ReportValue = { report: LocationReport } | { newLocationId: string };

/**
 * The next step: look a lost location up, then ask for the new one. Each happens once.
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

/** Takes the best match; a merchant that is not found leaves the row with the failure it had. */
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
			? 'It was looked up again, but Mastercard does not find the merchant by the given name and address.'
			: isLocationId(best.locationId)
				? 'It was looked up again, and Mastercard gave the same location ID.'
				: 'It was looked up again, but Mastercard gave no location ID for the best match.';
	return {
		kind: 'failed',
		failure: { ...failure, description: `${outcome} ${failure.description}` },
	};
}

/** UUIDs are the same in capitals. */
function isSame(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
