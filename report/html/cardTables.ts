/** The figures of a review of cards as tables. */
import type { Stability } from '../cards/cardFigures';
import type { CardsReport } from '../cards/reviewCards';
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
import type { DataTable } from './reportDocument';

/** Every figure with its value at the last review, where there is one. */
export function createFigureTable({ figures, history }: CardsReport): DataTable {
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

/** @returns null without segments; the figures of a few cards are left out. */
export function createSegmentTable({ figures: { segments } }: CardsReport): DataTable | null {
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
