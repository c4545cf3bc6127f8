// Who a location is: its industry, its dates, and which kind of data it has.
import { stableChoice, stableFraction, stableInteger } from '../stable';
import { documentedNumber, isGeneratedLocationId } from './locationId';

/** What a location's figures look like. */
export type DataKind = 'full' | 'lowVolume' | 'yearOverYearGaps' | 'newMerchant' | 'tooNew';

/** A location and its last reported days. */
export interface Location {
	locationId: string;
	kind: DataKind;
	merchantCategoryCode: number;
	naicsCode: string;
	industryName: string;
	firstSeenTxnDate: string;
	lastSeenTxnDate: string;
	/** A Saturday. */
	lastWeekEnds: string;
	/** Any day of the last reported month. */
	lastMonth: string;
	/** How many months of benchmarks there are: the latest by the testing page, up to 12 by a newer page. */
	benchmarkMonths: number;
}

const DOCUMENTED_KINDS: Record<number, DataKind> = {
	1: 'full',
	2: 'lowVolume',
	3: 'yearOverYearGaps',
	4: 'newMerchant',
	5: 'tooNew',
	7: 'full',
};

/** What the documentation prints for location 1; the other documented locations share it. */
const DOCUMENTED_SHOP = {
	merchantCategoryCode: 478,
	naicsCode: '454113',
	industryName: 'Arts and Craft Stores',
	firstSeenTxnDate: '2008-08-14',
	lastSeenTxnDate: '2023-02-18',
	// 52 weeks from the documented first one, 2022-02-13.
	lastWeekEnds: '2023-02-11',
	lastMonth: '2023-01-01',
	benchmarkMonths: 1,
};

const INDUSTRIES = [
	[478, '454113', 'Arts and Craft Stores'],
	[17, '448140', 'Family Apparel'],
	[101, '722511', 'Eating Places'],
	[205, '445110', 'Grocery Stores'],
	[330, '812112', 'Cosmetics and Beauty Services'],
	[118, '453110', 'Florists'],
	[412, '451211', 'Book Stores'],
	[389, '453910', 'Pet Stores'],
	[442, '541940', 'Veterinary Services'],
	// Documented: the name is empty when no data is available.
	[0, '', ''],
] as const;

/** The location with this id, or undefined when there is none. */
export function findLocation(id: string): Location | undefined {
	const locationId = id.toLowerCase();
	const number = documentedNumber(locationId);
	if (number !== undefined) {
		const kind = DOCUMENTED_KINDS[number];
		return kind && { locationId, kind, ...DOCUMENTED_SHOP, ...firstSeen(kind, '2022-10-17') };
	}
	return isGeneratedLocationId(locationId) ? generatedLocation(locationId) : undefined;
}

function generatedLocation(locationId: string): Location {
	const [merchantCategoryCode, naicsCode, industryName] = stableChoice(
		`industry ${locationId}`,
		INDUSTRIES,
	);
	const kind = generatedKind(stableFraction(`kind ${locationId}`));
	return {
		locationId,
		kind,
		merchantCategoryCode,
		naicsCode,
		industryName,
		firstSeenTxnDate: `${stableInteger(`year ${locationId}`, 2005, 2022)}-03-15`,
		...firstSeen(kind, '2026-07-06'),
		// Fixed days, so that the same merchant gives the same figures on every day.
		lastSeenTxnDate: '2026-11-07',
		lastWeekEnds: '2026-10-31',
		lastMonth: '2026-10-01',
		benchmarkMonths: 12,
	};
}

function generatedKind(share: number): DataKind {
	if (share < 0.06) return 'lowVolume';
	if (share < 0.12) return 'yearOverYearGaps';
	if (share < 0.18) return 'newMerchant';
	return 'full';
}

/** A new merchant was seen first a few months ago. */
function firstSeen(kind: DataKind, day: string): Partial<Location> {
	return kind === 'newMerchant' ? { firstSeenTxnDate: day } : {};
}
