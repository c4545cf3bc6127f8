/** Gathers the items of one review by business. */
import { displayText } from '../displayText';
import { ReportInputError, toDay, type Fields, type LeftOut } from '../fields';
import { forEachRow, type Pause } from '../pause';
import { parseBusinessItem, type Period } from './parsePeriods';

/** What is known of one business. */
export interface Business {
	reference: string;
	/** Of its first item. */
	fields: Fields;
	/** Positions of its items. */
	positions: number[];
	/** By last day, in days since 1970. */
	weeks: Map<number, Map<string, number | null>>;
	months: Map<number, Map<string, number | null>>;
	/** YYYY-MM-DD of its last transaction, if the items say. */
	lastSeen: string | null;
	/** What a former review kept; then there are no periods. */
	kept: { sales: number | null; salesTrend: number | null } | null;
}

export interface BusinessReview {
	/** In the order of their first items. */
	businesses: Business[];
	rejected: number;
	failed: number;
	failedReferences: Set<string>;
	leftOut: LeftOut[];
	/** Items that repeat a value of a period; the first one counts. */
	duplicates: number;
	runSummary: Fields | null;
	/** If the rows of a former review tell. */
	reviewDate: string | null;
}

/** A period of seven days is a week; all others are months. */
const DAYS_OF_WEEK = 7;

/**
 * @param input The name of the input, for errors.
 * @throws ReportInputError when there are items, but a field is missing in all of them.
 */
export async function parseReview(
	items: readonly Fields[],
	matchBy: string,
	input: string,
	pause: Pause,
): Promise<BusinessReview> {
	const businesses = new Map<string, Business>();
	const review: Omit<BusinessReview, 'businesses'> = {
		rejected: 0,
		failed: 0,
		failedReferences: new Set(),
		leftOut: [],
		duplicates: 0,
		runSummary: null,
		reviewDate: null,
	};
	await forEachRow(items, pause, (fields, position) => {
		const item = parseBusinessItem(fields, matchBy);
		if (item.kind === 'leftOut')
			review.leftOut.push({ position, field: item.field, reason: item.reason });
		if (item.kind === 'runSummary') review.runSummary = item.runSummary;
		if (item.kind === 'failed') {
			review[item.rejected ? 'rejected' : 'failed'] += 1;
			if (item.reference !== null) review.failedReferences.add(item.reference);
		}
		if (item.kind !== 'periods' && item.kind !== 'kept') return;
		const business = getBusiness(businesses, item.reference, fields);
		business.positions.push(position);
		business.lastSeen = latest(business.lastSeen, toDay(fields.lastSeenTxnDate));
		review.reviewDate = latest(review.reviewDate, toDay(fields.reviewDate));
		if (item.kind === 'kept') {
			if (business.kept !== null) review.duplicates += 1;
			business.kept ??= { sales: item.sales, salesTrend: item.salesTrend };
		} else if (item.periods.map((period) => addPeriod(business, period)).includes(false))
			review.duplicates += 1;
	});
	const [first] = review.leftOut;
	if (first !== undefined && businesses.size === 0 && review.rejected + review.failed === 0)
		throw unreadable(first, input);
	return { businesses: [...businesses.values()], ...review };
}

function getBusiness(
	businesses: Map<string, Business>,
	reference: string,
	fields: Fields,
): Business {
	const found = businesses.get(reference) ?? {
		reference,
		fields,
		positions: [],
		weeks: new Map(),
		months: new Map(),
		lastSeen: null,
		kept: null,
	};
	businesses.set(reference, found);
	return found;
}

/** @returns Whether all values were new. */
function addPeriod({ weeks, months }: Business, { start, end, values }: Period): boolean {
	const periods = end - start + 1 === DAYS_OF_WEEK ? weeks : months;
	const found = periods.get(end) ?? new Map<string, number | null>();
	periods.set(end, found);
	let isNew = true;
	for (const [name, value] of values) {
		if (found.has(name)) isNew = false;
		else found.set(name, value);
	}
	return isNew;
}

function latest(one: string | null, other: string | null): string | null {
	return one === null || (other !== null && other > one) ? other : one;
}

function unreadable({ field, reason }: LeftOut, input: string): ReportInputError {
	return new ReportInputError(
		`Each item of '${input}' is left out; the first one ${reason}`,
		`Connect items of SBCA Report in which the field '${displayText(field ?? 'metrics')}' was neither renamed nor left out.`,
	);
}
