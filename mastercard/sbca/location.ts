/** The locations that match a merchant, whichever API found them. */
import type { RowResult } from '../errors/Failure';
import { isRecord } from '../json';
import { usPostalCode } from './usAddress';

/** One place where the merchant takes cards; documented fields, and any that Mastercard adds. */
export interface Location extends Record<string, unknown> {
	/** What reports are asked by; it changes when Mastercard reconciles its records. */
	locationId?: string;
	/** 1 is the best match. */
	matchRank?: number;
	merchantName?: string;
	streetAddress?: string;
	city?: string;
	state?: string;
	/** Always text here, with leading zeros. */
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

/** Mastercard's code for a merchant that it does not find. */
export const NO_MATCHES = 'MATCHES_NOT_FOUND';

/**
 * @param list The entries of an answer, as many as there are: 3 by the testing page, 10 by the specification.
 * @returns The locations in the order of their rank; unavailable when there are none.
 */
export function parseLocations(list: readonly unknown[]): RowResult<MerchantMatch> {
	const locations = list
		.filter(isRecord)
		.map(withTextualPostalCode)
		.sort((a, b) => getRank(a) - getRank(b));
	if (locations.length === 0) return noMatch(NO_MATCHES, null);
	return { kind: 'found', value: { locations, reason: null } };
}

/** The result of a merchant that Mastercard does not find. */
export function noMatch(reasonCode: string, reason: string | null): RowResult<MerchantMatch> {
	return { kind: 'noData', reasonCode, value: { locations: [], reason } };
}

/** Mastercard's own examples hold ZIP codes as numbers, which have lost their leading zeros. */
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
