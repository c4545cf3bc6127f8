/** What a review of businesses says. */
import type { BusinessesReport } from '../businesses/reviewBusinesses';
import { createBusinessCharts } from '../charts/businessCharts';
import { describeIndex } from '../charts/indexChart';
import { displayText } from '../displayText';
import {
	NO_VALUE,
	formatChange,
	formatCount,
	formatPlural,
	formatScore,
	formatShare,
} from '../format';
import { BUSINESS_METHODS } from './methods';
import { describeRunSummary } from './runSummary';
import { describeComparison, type DataTable, type ReportDocument } from './reportDocument';

/** @param title Chosen by the user. */
export function createBusinessDocument(report: BusinessesReport, title: string): ReportDocument {
	const { current, figures, notes } = report;
	return {
		title: displayText(title, 120),
		reviewDate: figures.reviewDate,
		comparedWith: describeComparison(figures),
		summary: summarize(report),
		highlights: getHighlights(report),
		figures: getFigures(report),
		segments: getSegments(report),
		charts: createBusinessCharts(report),
		notes,
		methods: BUSINESS_METHODS,
		runSummary: describeRunSummary(current.runSummary),
	};
}

function summarize({ figures, ranking, watchList }: BusinessesReport): string[] {
	const { businesses, medianTrend, movements, withTrend } = figures;
	const trend =
		medianTrend === null
			? 'none has a figure in each of the last 26 weeks.'
			: `${formatCount(withTrend)} ${withTrend === 1 ? 'has' : 'have'} a sales trend; its median is ${formatChange(medianTrend, formatShare)}.`;
	const moved =
		movements === null
			? 'This is the first review: there is nothing to compare with.'
			: `Since the last review, sales rose at ${formatPlural(movements.up, 'business', 'businesses')} and fell at ${formatCount(movements.down)}; ${formatPlural(movements.new, 'is', 'are')} new and ${formatPlural(movements.gone, 'is', 'are')} gone.`;
	const weakest = ranking[0];
	const fall =
		weakest?.figures.salesTrend == null
			? ''
			: `; the weakest trend is ${formatChange(weakest.figures.salesTrend, formatShare)}, at ${weakest.name}`;
	return [
		`Of ${formatPlural(businesses, 'business', 'businesses')}, ${trend}`,
		moved,
		`${formatPlural(watchList.length, 'business needs', 'businesses need')} a look${fall}.`,
	];
}

function getHighlights({ figures, watchList }: BusinessesReport) {
	const { businesses, medianTrend, medianVolatility, previousBusinesses } = figures;
	return [
		{ name: 'Businesses', now: formatCount(businesses), last: formatCount(previousBusinesses) },
		{
			name: 'Median sales trend',
			now: formatChange(medianTrend, formatShare),
			last: formatChange(figures.previousMedianTrend, formatShare),
		},
		{ name: 'Median volatility', now: formatShare(medianVolatility), last: NO_VALUE },
		{ name: 'On the watch list', now: formatCount(watchList.length), last: NO_VALUE },
	];
}

function getFigures({ figures, watchList }: BusinessesReport): DataTable {
	const { businesses, failed, indexes, medianTrend, medianVolatility, rejected, silent } = figures;
	return {
		caption: 'Figures of this review, with those of the last one',
		columns: ['Figure', 'Now', 'Last', 'Remark'],
		rows: [
			['Businesses', formatCount(businesses), formatCount(figures.previousBusinesses), ''],
			[
				'With a sales trend',
				formatCount(figures.withTrend),
				NO_VALUE,
				'A figure in each of the last 26 weeks',
			],
			[
				'Median sales trend',
				formatChange(medianTrend, formatShare),
				formatChange(figures.previousMedianTrend, formatShare),
				'13 weeks against the 13 before',
			],
			['Median volatility', formatShare(medianVolatility), NO_VALUE, '26 weeks'],
			[
				'Silent for four weeks or more',
				formatCount(silent),
				NO_VALUE,
				silent === null ? "The items have no 'lastSeenTxnDate'" : '',
			],
			['Rows rejected before a call', formatCount(rejected), NO_VALUE, ''],
			['Rows whose call failed', formatCount(failed), NO_VALUE, ''],
			['On the watch list', formatCount(watchList.length), NO_VALUE, ''],
			...Object.entries(indexes)
				.slice(0, 20)
				.map(([name, value]) => [
					`${describeIndex(name)}, median index`,
					formatScore(value),
					NO_VALUE,
					'100 equals the peers',
				]),
		],
	};
}

function getSegments({ figures: { segments } }: BusinessesReport): DataTable | null {
	if (segments.length === 0) return null;
	return {
		caption: 'Figures by segment',
		columns: ['Segment', 'Businesses', 'Median sales trend'],
		rows: segments.map(({ businesses, medianTrend, segment }) => [
			segment,
			formatCount(businesses),
			businesses < 5 ? NO_VALUE : formatChange(medianTrend, formatShare),
		]),
	};
}
