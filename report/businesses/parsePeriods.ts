/** Reads one item of SBCA Report, simplified or not, from any output mode, or a row that keeps a former review. */
import { displayText } from '../displayText';
import { getField, isRecord, toDay, toNumber, toText, type Fields } from '../fields';

/** The metrics that the figures use, of one week or month of one business. */
export interface Period {
	/** First and last day, in days since 1970. */
	start: number;
	end: number;
	/** By Mastercard's names; null where Mastercard gives no value. */
	values: ReadonlyMap<string, number | null>;
}

/** One item of an input. */
export type BusinessItem =
	| { kind: 'periods'; reference: string; periods: Period[] }
	/** What a former review kept of a business. */
	| { kind: 'kept'; reference: string; sales: number | null; salesTrend: number | null }
	| { kind: 'failed'; rejected: boolean; reference: string | null }
	| { kind: 'runSummary'; runSummary: Fields }
	| { kind: 'nothing' }
	| { kind: 'leftOut'; field: string | null; reason: string };

const DAY_MS = 86_400_000;

/**
 * @param matchBy The field that identifies a business.
 * @returns What the item is; never throws.
 */
export function parseBusinessItem(fields: Fields, matchBy: string): BusinessItem {
	if (Object.keys(fields).length === 0 || fields.movement === 'gone') return { kind: 'nothing' };
	if (isRecord(fields.runSummary)) return { kind: 'runSummary', runSummary: fields.runSummary };
	if (isRecord(fields.dryRun))
		return { kind: 'leftOut', field: null, reason: 'belongs to a dry run, which has no figures' };
	const { error } = fields;
	if (error !== undefined && error !== null && error !== '' && error !== false)
		return {
			kind: 'failed',
			rejected: isRecord(error) && error.attempts === 0,
			reference: toText(getField(fields, matchBy)),
		};
	const reference = toText(getField(fields, matchBy));
	if (reference === null && fields.matched === false)
		return { kind: 'leftOut', field: null, reason: 'is a merchant that was not found' };
	if (reference === null) return missing(matchBy);
	if ('salesTrend' in fields && 'sales' in fields)
		return {
			kind: 'kept',
			reference,
			sales: toNumber(fields.sales),
			salesTrend: toNumber(fields.salesTrend),
		};
	const records = Array.isArray(fields.periods) ? fields.periods.filter(isRecord) : [fields];
	const periods: Period[] = [];
	for (const record of records) {
		const period = parsePeriod(record);
		if ('field' in period) return missing(period.field);
		periods.push(period);
	}
	return periods.length === 0 ? missing('periods') : { kind: 'periods', reference, periods };
}

/** The period, or the field that is missing in it. */
function parsePeriod(record: Fields): Period | { field: string } {
	const start = toDay(record.periodStartDate);
	const end = toDay(record.periodEndDate);
	if (start === null) return { field: 'periodStartDate' };
	if (end === null) return { field: 'periodEndDate' };
	const values = getValues(record);
	if (values.size === 0) return { field: 'txn_amt' };
	return { start: Date.parse(start) / DAY_MS, end: Date.parse(end) / DAY_MS, values };
}

/** A single metric; or those under `metrics`, which may be grouped by question; or columns of the item itself. */
function getValues(record: Fields): Map<string, number | null> {
	const metric = toText(record.metric);
	if (metric !== null && 'value' in record) return new Map([[metric, toNumber(record.value)]]);
	const metrics = isRecord(record.metrics) ? record.metrics : record;
	const named = Object.entries(metrics).flatMap(([name, value]) =>
		isRecord(value) && metrics !== record ? Object.entries(value) : [[name, value] as const],
	);
	return new Map(
		named.filter(([name]) => isUsed(name)).map(([name, value]) => [name, toNumber(value)]),
	);
}

/** Sales, their change over a year, and Mastercard's benchmark indexes. */
function isUsed(name: string): boolean {
	return name === 'txn_amt' || name === 'txn_amt_yoy' || name.endsWith('_index');
}

function missing(field: string): BusinessItem {
	return { kind: 'leftOut', field, reason: `has no '${displayText(field)}'` };
}
