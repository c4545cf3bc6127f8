/** What a review of cards says. */
import { createCardCharts } from '../charts/cardCharts';
import type { CardsReport } from '../cards/reviewCards';
import { displayText } from '../displayText';
import { NO_VALUE, formatCount, formatPlural, formatScore, formatShare } from '../format';
import { summarizeCards } from './cardSummary';
import { createFigureTable, createSegmentTable } from './cardTables';
import { CARD_METHODS } from './methods';
import { describeRunSummary } from './runSummary';
import { describeComparison, type ReportDocument } from './reportDocument';

/** @param title Chosen by the user. */
export function createCardDocument(report: CardsReport, title: string): ReportDocument {
	const { figures, notes, current } = report;
	return {
		title: displayText(title, 120),
		reviewDate: figures.reviewDate,
		comparedWith: describeComparison(figures),
		summary: summarizeCards(report),
		highlights: getHighlights(report),
		figures: createFigureTable(report),
		segments: createSegmentTable(report),
		charts: createCardCharts(report),
		notes: [...describeReasons(report), ...notes],
		methods: CARD_METHODS,
		runSummary: describeRunSummary(current.runSummary),
	};
}

function getHighlights({ figures, history, watchList }: CardsReport) {
	const { coverage, isFirstReview, migration, previousCoverage, previousScore, score } = figures;
	return [
		{
			name: 'Scored',
			now: formatShare(coverage.share),
			last: formatShare(previousCoverage?.share ?? null),
		},
		{
			name: 'Median score',
			now: formatScore(score.median),
			last: formatScore(previousScore?.median ?? null),
		},
		{
			name: 'Net downgrade',
			now: formatShare(migration?.netDowngrade ?? null),
			last: formatShare(history.at(-2)?.netDowngrade ?? null),
		},
		{
			name: 'On the watch list',
			now: isFirstReview ? NO_VALUE : formatCount(watchList.total),
			last: NO_VALUE,
		},
	];
}

/** Mastercard's own words for why cards have no score. */
function describeReasons({ figures: { coverage } }: CardsReport): string[] {
	return coverage.reasons
		.slice(0, 10)
		.map(
			({ cards, reason, reasonCode }) =>
				`${formatPlural(cards, 'card')} without a score: ${displayText(reasonCode)}.${reason === null ? '' : ` ${displayText(reason, 240)}`}`,
		);
}
