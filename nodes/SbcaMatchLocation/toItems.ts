import type { IDataObject } from 'n8n-workflow';
import type { MerchantMatch } from '../../mastercard/sbca/location';

/** One item for each location, or for the best one only; all tell how many Mastercard found. */
export function toLocationItems({ locations }: MerchantMatch, bestOnly: boolean): IDataObject[] {
	const matchCount = locations.length;
	return (bestOnly ? locations.slice(0, 1) : locations).map(
		(location) => ({ matched: true, ...location, matchCount }) as IDataObject,
	);
}

/** The item of a merchant that Mastercard does not find. */
export function toNoMatchItem(reasonCode: string, { reason }: MerchantMatch): IDataObject {
	return { matched: false, reasonCode, ...(reason !== null && { reason }), matchCount: 0 };
}
