/** The locations that match a merchant; shared by both APIs. */
import type { RowResult } from '../errors/Failure';
import { isRecord } from '../json';
import { usPostalCode } from './usAddress';

/** One place where the merchant accepts cards; documented fields, and any that Mastercard adds. */
export interface Location extends Record<string, unknown> {
	/** Identifies the location in report requests; it changes when Mastercard reconciles its records. */
	locationId?: string;
	/** 1 is the best match. */
	matchRank?: number;
	merchantName?: string;
	streetAddress?: string;
	city?: string;
	state?: string;
	/** Always text, with leading zeros. */
	postalCode?: string;
	countryCode?: string;
}

/** What Mastercard knows about one merchant. */
export interface MerchantMatch {
	/** Best first. */
	locations: Location[];
	/** Why there are none, in Mastercard's words. */
	reason: string | null;
}

/** Mastercard's code for a merchant it cannot find. */
export const NO_MATCHES = 'MATCHES_NOT_FOUND';

/**
 * @param list The entries of a response: up to 3 according to the testing page, 10 according to the specification.
 * @returns The locations in the order of their rank; `noData` when there are none.
 */
export function parseLocations(list: readonly unknown[]): RowResult<MerchantMatch> {
	const locations = list
		.filter(isRecord)
		.map(withTextualPostalCode)
		.sort((a, b) => getRank(a) - getRank(b));
	if (locations.length === 0) return noMatch(NO_MATCHES, null);
	return { kind: 'succeeded', value: { locations, reason: null } };
}

/** The result for a merchant that Mastercard cannot find. */
export function noMatch(reasonCode: string, reason: string | null): RowResult<MerchantMatch> {
	return { kind: 'noData', reasonCode, value: { locations: [], reason } };
}

/** Mastercard's own examples contain ZIP codes as numbers, which have lost their leading zeros. */
function withTextualPostalCode(entry: Record<string, unknown>): Location {
	const { postalCode, countryCode } = entry;
	if (typeof postalCode !== 'number') return entry;
	const inTheUs = countryCode === 'USA' || countryCode === 'US';
	const text = (inTheUs ? usPostalCode(postalCode) : null) ?? String(postalCode);
	return { ...entry, postalCode: text };
}

function getRank({ matchRank }: Location): number {
	return typeof matchRank === 'number' ? matchRank : Number.MAX_SAFE_INTEGER;
}
