/** What a review of cards says. */
import { createCardCharts } from '../charts/cardCharts';
import type { Stability } from '../cards/cardFigures';
import type { CardsReport } from '../cards/reviewCards';
import { displayText } from '../displayText';
import {
	NO_VALUE,
	formatCell,
	formatChange,
	formatCount,
	formatIndex,
	formatPlural,
	formatScore,
	formatShare,
	isSmallCell,
} from '../format';
import { CARD_METHODS } from './methods';
import { describeRunSummary } from './runSummary';
import { describeComparison, type DataTable, type ReportDocument } from './reportDocument';

/** @param title Chosen by the user. */
export function createCardDocument(report: CardsReport, title: string): ReportDocument {
	const { figures, notes, current } = report;
	return {
		title: displayText(title, 120),
		reviewDate: figures.reviewDate,
		comparedWith: describeComparison(figures),
		summary: summarize(report),
		highlights: getHighlights(report),
		figures: getFigures(report),
		segments: getSegments(report),
		charts: createCardCharts(report),
		notes: [...describeReasons(report), ...notes],
		methods: CARD_METHODS,
		runSummary: describeRunSummary(current.runSummary),
	};
}

function summarize({ figures, watchList }: CardsReport): string[] {
	const { bottom, coverage, isFirstReview, medianChange, migration, score } = figures;
	const all = coverage.scored + coverage.unscored;
	const scored = `Of ${formatPlural(all, 'card')}, ${formatCount(coverage.scored)} ${coverage.scored === 1 ? 'has' : 'have'} a score (${formatShare(coverage.share)}); the median is ${formatScore(score.median)}.`;
	if (isFirstReview)
		return [
			scored,
			`${formatPlural(coverage.unscored, 'card')} could not be scored.`,
			'This is the first review: there is nothing to compare with.',
		];
	if (migration === null)
		return [
			scored,
			'No card was scored in both reviews by the same model, so no movement can be given.',
			'There is no watch list.',
		];
	const moved = `Of ${formatPlural(migration.matched, 'card')} scored in both reviews, ${formatCount(migration.down)} moved down a decile or more, ${formatCount(migration.up)} moved up and ${formatCount(migration.same)} stayed; the median change of the score is ${formatChange(medianChange)}.`;
	const rolled =
		bottom === null || bottom.rolledIn === 0
			? 'none moved into the bottom deciles'
			: `${formatCount(bottom.rolledIn)} moved into the bottom ${bottom.deciles === 1 ? 'decile' : `${bottom.deciles} deciles`}`;
	const largest = watchList.cards[0]?.scoreChange ?? 0;
	const fall =
		largest < 0 ? `, and the largest fall is ${formatScore(Math.abs(largest))} points` : '';
	return [
		scored,
		moved,
		`${formatPlural(watchList.total, 'card needs', 'cards need')} a look: ${rolled}${fall}.`,
	];
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

function getFigures({ figures, history }: CardsReport): DataTable {
	const { bottom, coverage, earlyWarning, medianChange, migration, previousCoverage } = figures;
	const { previousScore, score, stability } = figures;
	const former = history.at(-2);
	const last = (value: number | null | undefined, format: (value: number | null) => string) =>
		format(value ?? null);
	return {
		caption: 'Figures of this review, with those of the last one',
		columns: ['Figure', 'Now', 'Last', 'Remark'],
		rows: [
			[
				'Cards scored',
				formatCount(coverage.scored),
				last(previousCoverage?.scored, formatCount),
				'',
			],
			[
				'Cards not scored',
				formatCount(coverage.unscored),
				last(previousCoverage?.unscored, formatCount),
				'',
			],
			['Coverage', formatShare(coverage.share), last(previousCoverage?.share, formatShare), ''],
			[
				'Rows rejected before a call',
				formatCount(coverage.rejected),
				NO_VALUE,
				'Not in the coverage',
			],
			['Rows whose call failed', formatCount(coverage.failed), NO_VALUE, 'Not in the coverage'],
			[
				'Median score',
				formatScore(score.median),
				last(previousScore?.median, formatScore),
				medianChange === null
					? ''
					: `Median change of the same cards: ${formatChange(medianChange)}`,
			],
			[
				'10th percentile of the score',
				formatScore(score.p10),
				last(previousScore?.p10, formatScore),
				'',
			],
			[
				'90th percentile of the score',
				formatScore(score.p90),
				last(previousScore?.p90, formatScore),
				'',
			],
			[
				'Stability index, last review',
				formatIndex(stability.previous?.index ?? null),
				last(former?.stabilityIndex, formatIndex),
				describeStability(stability.previous),
			],
			[
				'Stability index, baseline',
				formatIndex(stability.baseline?.index ?? null),
				NO_VALUE,
				describeStability(stability.baseline),
			],
			['Cards scored in both reviews', formatCount(migration?.matched ?? null), NO_VALUE, ''],
			[
				'Net downgrade',
				formatShare(migration?.netDowngrade ?? null),
				last(former?.netDowngrade, formatShare),
				migration === null
					? ''
					: `${formatCount(migration.down)} down, ${formatCount(migration.up)} up`,
			],
			[
				'Roll rate into the bottom deciles',
				formatShare(bottom?.rollRate ?? null),
				last(former?.rollRate, formatShare),
				bottom === null
					? ''
					: `${formatCount(bottom.rolledIn)} of ${formatPlural(bottom.above, 'card')} above decile ${bottom.deciles}`,
			],
			[
				'Cure rate',
				formatShare(bottom?.cureRate ?? null),
				last(former?.cureRate, formatShare),
				bottom === null
					? ''
					: `${formatCount(bottom.cured)} of ${formatPlural(bottom.below, 'card')} in the bottom deciles`,
			],
			[
				'Early warnings',
				formatCount(earlyWarning?.cards ?? null),
				NO_VALUE,
				earlyWarning === null ? '' : `Change of ${formatScore(earlyWarning.threshold)} or below`,
			],
		],
	};
}

/** The mark only where it means something; the noise level always. */
function describeStability(stability: Stability | null): string {
	if (stability === null) return 'No comparison';
	const noise = `Chance alone: up to ${formatIndex(stability.noiseLevel)}`;
	if (stability.noiseLevel === null) return '';
	return stability.label === null
		? `${noise}, too much for the usual marks`
		: `${noise}; ${stability.label}`;
}

function getSegments({ figures: { segments } }: CardsReport): DataTable | null {
	if (segments.length === 0) return null;
	return {
		caption: 'Figures by segment',
		columns: [
			'Segment',
			'Scored',
			'Not scored',
			'Median',
			'10th percentile',
			'In both',
			'Median change',
			'Net downgrade',
		],
		rows: segments.map((segment) => {
			const isSmall = isSmallCell(segment.scored);
			const isRarelyMatched = isSmallCell(segment.matched);
			return [
				segment.segment,
				formatCell(segment.scored) || '0',
				formatCell(segment.unscored) || '0',
				isSmall ? NO_VALUE : formatScore(segment.median),
				isSmall ? NO_VALUE : formatScore(segment.p10),
				formatCell(segment.matched) || '0',
				isRarelyMatched ? NO_VALUE : formatChange(segment.medianChange),
				isRarelyMatched ? NO_VALUE : formatShare(segment.netDowngrade),
			];
		}),
	};
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
