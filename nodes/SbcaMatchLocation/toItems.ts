import type { IDataObject } from 'n8n-workflow';
import type { MerchantMatch } from '../../mastercard/sbca/location';

/** One item per location, or for the best one only, each with the number of locations Mastercard found. */
export function toLocationItems({ locations }: MerchantMatch, bestOnly: boolean): IDataObject[] {
	const matchCount = locations.length;
	return (bestOnly ? locations.slice(0, 1) : locations).map(
		(location) => ({ matched: true, ...location, matchCount }) as IDataObject,
	);
}

/** The item for a merchant that Mastercard cannot find. */
export function toNoMatchItem(reasonCode: string, { reason }: MerchantMatch): IDataObject {
	return { matched: false, reasonCode, ...(reason !== null && { reason }), matchCount: 0 };
}
