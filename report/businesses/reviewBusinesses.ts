/** Reviews businesses: from the periods of this and the last review to figures, movements and a ranking. */
import { displayText } from '../displayText';
import { hasUnknownFailures } from '../failures';
import { ReportInputError, getField, toText, type Fields } from '../fields';
import { formatShare } from '../format';
import { forEachRow, type Pause } from '../pause';
import { getQuantile, sortNumbers } from '../statistics';
import { SILENT_WEEKS, getBusinessFigures, type BusinessFigures } from './businessFigures';
import { getNotes } from './notes';
import { parseReview, type Business, type BusinessReview } from './parseReview';
import { getPortfolioFigures, type PortfolioFigures } from './portfolioFigures';

export interface BusinessSettings {
	matchBy: string;
	/** Empty for the location ID. */
	label: string;
	/** Empty for no segments. */
	segment: string;
	/** YYYY-MM-DD. */
	reviewDate: string;
	watchListSize: number;
}

/** Compares the sales of the last 13 complete weeks with those at the last review. */
export type BusinessMovement =
	'up' | 'down' | 'same' | 'new' | 'nowScored' | 'nowUnscored' | 'gone';

/** One business, with its movement; null in a first review. */
export interface ComparedBusiness {
	business: Business;
	figures: BusinessFigures;
	/** The field the user chose, or the location ID; safe to show. */
	name: string;
	/** 1 has the weakest trend; null without a trend. */
	rank: number | null;
	movement: BusinessMovement | null;
	previousSales: number | null;
	/** Now / last - 1. */
	salesChange: number | null;
	previousTrend: number | null;
	watchReasons: string[];
}

export interface BusinessesReport {
	figures: PortfolioFigures;
	/** In the order of the input. */
	compared: ComparedBusiness[];
	/** The weakest trend first; those without a trend last. */
	ranking: ComparedBusiness[];
	/** Businesses that only the last review had. */
	gone: Business[];
	watchList: ComparedBusiness[];
	watchListSize: number;
	current: BusinessReview;
	notes: string[];
}

/**
 * @param previousItems Empty in a first review; else items of SBCA Report, or the rows of a former review.
 * @throws ReportInputError when a field is missing in all items.
 */
export async function reviewBusinesses(
	currentItems: readonly Fields[],
	previousItems: readonly Fields[],
	settings: BusinessSettings,
	pause: Pause,
): Promise<BusinessesReport> {
	const current = await parseReview(currentItems, settings.matchBy, 'Current', pause);
	requireField(current, settings.label, 'Label');
	requireField(current, settings.segment, 'Segment');
	const former = await parseReview(previousItems, settings.matchBy, 'Previous', pause);
	const previous = former.businesses.length === 0 ? null : former;
	const index = new Map(previous?.businesses.map((business) => [business.reference, business]));
	const compared: ComparedBusiness[] = [];
	await forEachRow(current.businesses, pause, (business) => {
		const last = index.get(business.reference);
		compared.push(compareBusiness(business, previous === null ? null : last, settings));
	});
	const ranking = rank(compared);
	addWatchReasons(compared);
	const gone = findGone(current, previous);
	return {
		figures: getPortfolioFigures(compared, gone.length, current, previous, settings),
		compared,
		ranking,
		gone,
		watchList: ranking.filter(({ watchReasons }) => watchReasons.length > 0),
		watchListSize: settings.watchListSize,
		current,
		notes: getNotes(current, previous, compared),
	};
}

/** A field that no business has would silently give no names, or a single segment. */
function requireField({ businesses }: BusinessReview, field: string, setting: string): void {
	if (field === '' || businesses.length === 0) return;
	if (businesses.some(({ fields }) => getField(fields, field) !== undefined)) return;
	throw new ReportInputError(
		`No item of 'Current' has '${displayText(field)}', the field chosen under '${setting}'`,
		'Enter the name of a field that the items have, not its value; or leave the setting empty.',
	);
}

/** @param last Null in a first review; undefined for a business that the last one did not have. */
function compareBusiness(
	business: Business,
	last: Business | null | undefined,
	{ label, reviewDate }: BusinessSettings,
): ComparedBusiness {
	const figures = getBusinessFigures(business, reviewDate);
	const former = last ? getBusinessFigures(last, reviewDate) : null;
	const previousSales = former?.sales ?? null;
	const chosen = label === '' ? null : toText(getField(business.fields, label));
	return {
		business,
		figures,
		name: displayText(chosen ?? '') || displayText(business.reference),
		rank: null,
		movement:
			last === null ? null : last === undefined ? 'new' : getMovement(figures.sales, previousSales),
		previousSales,
		salesChange:
			figures.sales === null || previousSales === null || previousSales <= 0
				? null
				: figures.sales / previousSales - 1,
		previousTrend: former?.salesTrend ?? null,
		watchReasons: [],
	};
}

function getMovement(now: number | null, before: number | null): BusinessMovement {
	if (now === null) return before === null ? 'same' : 'nowUnscored';
	if (before === null) return 'nowScored';
	if (now === before) return 'same';
	return now > before ? 'up' : 'down';
}

function rank(compared: readonly ComparedBusiness[]): ComparedBusiness[] {
	const trendOf = ({ figures }: ComparedBusiness) => figures.salesTrend ?? Infinity;
	const ranking = [...compared].sort((a, b) => Math.sign(trendOf(a) - trendOf(b)) || 0);
	for (const [index, business] of ranking.entries())
		if (business.figures.salesTrend !== null) business.rank = index + 1;
	return ranking;
}

/** A fall at or below the 5th percentile of the portfolio's own trends, or silence. */
function addWatchReasons(compared: readonly ComparedBusiness[]): void {
	const trends = compared
		.map(({ figures }) => figures.salesTrend)
		.filter((trend) => trend !== null);
	const threshold = Math.min(getQuantile(sortNumbers(trends), 0.05) ?? 0, 0);
	for (const { figures, watchReasons } of compared) {
		const { salesTrend, weeksSilent } = figures;
		if (salesTrend !== null && salesTrend < 0 && salesTrend <= threshold)
			watchReasons.push(
				`sales fell by ${formatShare(-salesTrend)} in 13 weeks, among the largest falls`,
			);
		if (weeksSilent !== null && weeksSilent >= SILENT_WEEKS)
			watchReasons.push(`no transaction for ${weeksSilent} weeks`);
	}
}

/** Businesses of the last review that are neither in this one nor among its rows without a result. */
function findGone(current: BusinessReview, previous: BusinessReview | null): Business[] {
	if (hasUnknownFailures(current)) return [];
	const present = new Set(current.businesses.map(({ reference }) => reference));
	return (previous?.businesses ?? []).filter(
		({ reference }) => !present.has(reference) && !current.failedReferences.has(reference),
	);
}
