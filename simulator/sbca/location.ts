// Locations: industry, dates and kind of data.
import { seededChoice, seededFraction, seededInteger } from '../seededRandom';
import { getDocumentedLocationNumber, isGeneratedLocationId } from './locationId';

/** What a location's metrics look like. */
export type DataKind = 'full' | 'lowVolume' | 'yearOverYearGaps' | 'newMerchant' | 'tooNew';

/** A location and its most recent periods. */
export interface Location {
	locationId: string;
	kind: DataKind;
	merchantCategoryCode: number;
	naicsCode: string;
	industryName: string;
	firstSeenTxnDate: string;
	lastSeenTxnDate: string;
	/** The Saturday on which the last reported week ends. */
	lastWeekEnd: string;
	/** Any day of the last reported month. */
	lastMonth: string;
	/** Number of months with benchmarks: one according to the testing page, up to 12 according to a newer page. */
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

/** The documented values of location 1, which the simulator uses for every documented location. */
const DOCUMENTED_LOCATION = {
	merchantCategoryCode: 478,
	naicsCode: '454113',
	industryName: 'Arts and Craft Stores',
	firstSeenTxnDate: '2008-08-14',
	lastSeenTxnDate: '2023-02-18',
	// 52 weeks from the documented first one, 2022-02-13.
	lastWeekEnd: '2023-02-11',
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
	// Documented: the name is empty if no data is available.
	[0, '', ''],
] as const;

/** The location with this ID, or undefined if there is none. */
export function findLocation(id: string, week: number): Location | undefined {
	const locationId = id.toLowerCase();
	const number = getDocumentedLocationNumber(locationId);
	if (number !== undefined) {
		const kind = DOCUMENTED_KINDS[number];
		return (
			kind && { locationId, kind, ...DOCUMENTED_LOCATION, ...getFirstSeenDate(kind, '2022-10-17') }
		);
	}
	return isGeneratedLocationId(locationId) ? generateLocation(locationId, week) : undefined;
}

function generateLocation(locationId: string, week: number): Location {
	const [merchantCategoryCode, naicsCode, industryName] = seededChoice(
		`industry ${locationId}`,
		INDUSTRIES,
	);
	const kind = pickDataKind(seededFraction(`kind ${locationId}`));
	return {
		locationId,
		kind,
		merchantCategoryCode,
		naicsCode,
		industryName,
		firstSeenTxnDate: `${seededInteger(`year ${locationId}`, 2005, 2022)}-03-15`,
		...getFirstSeenDate(kind, '2026-07-06'),
		// Fixed dates, so that a merchant's metrics never change within a week of the simulator.
		lastSeenTxnDate: addWeeks('2026-11-07', week),
		lastWeekEnd: addWeeks('2026-10-31', week),
		lastMonth: addWeeks('2026-10-31', week),
		benchmarkMonths: 12,
	};
}

function pickDataKind(fraction: number): DataKind {
	if (fraction < 0.06) return 'lowVolume';
	if (fraction < 0.12) return 'yearOverYearGaps';
	if (fraction < 0.18) return 'newMerchant';
	return 'full';
}

function addWeeks(day: string, weeks: number): string {
	return new Date(Date.parse(day) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}

/** A new merchant was first seen a few months before its last period. */
function getFirstSeenDate(kind: DataKind, date: string): Partial<Location> {
	return kind === 'newMerchant' ? { firstSeenTxnDate: date } : {};
}
