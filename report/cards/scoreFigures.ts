/** Coverage, and how the scores are distributed. */
import type { ScoreBands } from '../bands';
import { countBands } from '../bands';
import { displayText } from '../displayText';
import {
	getNoiseLevel,
	getQuantile,
	getShare,
	getStabilityIndex,
	sortNumbers,
} from '../statistics';
import type { Coverage, ScoreFigures, Stability, UnscoredReason } from './cardFigures';
import type { MatchedCard } from './compareReviews';
import type { UnscoredCard } from './parseCard';
import type { CardReview } from './parseReview';

/** Scored, unscored and their ratio. */
export function getCoverage({ scored, unscored }: CardReview): Coverage {
	return {
		scored: scored.length,
		unscored: unscored.length,
		share: getShare(scored.length, scored.length + unscored.length),
	};
}

/** Far more than Mastercard documents. */
const MAX_REASONS = 30;

/** Unscored cards by reason, the most frequent first; texts are safe to show. */
export function countReasons(unscored: readonly UnscoredCard[]): UnscoredReason[] {
	const reasons = new Map<string, UnscoredReason>();
	for (const { reasonCode, reason } of unscored) {
		const found = reasons.get(reasonCode) ?? { reasonCode, reason, cards: 0 };
		found.cards += 1;
		reasons.set(reasonCode, found);
	}
	const all = [...reasons.values()].sort((a, b) => b.cards - a.cards);
	const others = all.slice(MAX_REASONS).reduce((sum, { cards }) => sum + cards, 0);
	return [
		...all.slice(0, MAX_REASONS).map(({ cards, reason, reasonCode }) => ({
			reasonCode: displayText(reasonCode),
			reason: reason === null ? null : displayText(reason, 240),
			cards,
		})),
		...(others > 0 ? [{ reasonCode: 'OTHER_REASONS', reason: null, cards: others }] : []),
	];
}

/** 10th, 50th and 90th percentile of the scores. */
export function getScoreFigures(sorted: number[]): ScoreFigures {
	return {
		p10: getQuantile(sorted, 0.1),
		median: getQuantile(sorted, 0.5),
		p90: getQuantile(sorted, 0.9),
	};
}

/** The quantiles of a review's scores. */
export function getReviewScores({ scored }: CardReview): ScoreFigures {
	return getScoreFigures(sortNumbers(scored.map(({ score }) => score)));
}

/** The median of (now - last) over the cards scored both times. */
export function getMedianChange(matched: readonly MatchedCard[]): number | null {
	return getQuantile(sortNumbers(matched.map(({ scoreChange }) => scoreChange)), 0.5);
}

/** The stability index of this review's counts against those of another, in the same bands. */
export function getStability(
	counts: readonly number[],
	compared: Pick<ScoreBands, 'counts'> & { reviewDate: string | null },
): Stability | null {
	const index = getStabilityIndex(counts, compared.counts);
	if (index === null) return null;
	const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
	const noiseLevel = getNoiseLevel(counts.length, total(counts), total(compared.counts));
	return {
		reviewDate: compared.reviewDate,
		index,
		noiseLevel,
		label: noiseLevel === null || noiseLevel >= 0.1 ? null : getLabel(index),
	};
}

function getLabel(index: number): NonNullable<Stability['label']> {
	if (index < 0.1) return 'stable';
	return index < 0.25 ? 'some shift' : 'large shift';
}

/** Counts of scores in bands, from the lowest. */
export function countScores(review: CardReview, edges: readonly number[]): number[] {
	return countBands(
		review.scored.map(({ score }) => score),
		edges,
	);
}
