/** What a review of cards computes. Shares are fractions of 1; null where there is nothing to compare or to divide by. */
import type { CountedMovement } from './compareReviews';

export interface Coverage {
	scored: number;
	unscored: number;
	/** scored / (scored + unscored); rows without a result count in neither. */
	share: number | null;
}

/** Why cards have no score. */
export interface UnscoredReason {
	reasonCode: string;
	reason: string | null;
	cards: number;
}

/** Quantiles of the score; null without scores. */
export interface ScoreFigures {
	p10: number | null;
	median: number | null;
	p90: number | null;
}

/** How far the scores have shifted between bands. */
export interface Stability {
	/** The review compared with, if known. */
	reviewDate: string | null;
	index: number;
	/** What chance alone exceeds in 5 % of cases; an upper bound here, because the cards are mostly the same. */
	noiseLevel: number | null;
	/** Only where the noise level is below 0.1: with few cards, the usual marks of 0.1 and 0.25 mean nothing. */
	label: 'stable' | 'some shift' | 'large shift' | null;
}

/** Movement between deciles of the cards scored both times. */
export interface Migration {
	matched: number;
	up: number;
	same: number;
	down: number;
	/** (down - up) / matched. */
	netDowngrade: number | null;
	/** n_ij: cards that were in decile i + 1 and are in decile j + 1. */
	counts: number[][];
}

/** Cards that crossed into or out of the bottom deciles. */
export interface BottomFigures {
	/** b: deciles 1 to b. */
	deciles: number;
	rolledIn: number;
	/** Matched cards above b at the last review. */
	above: number;
	/** rolledIn / above. */
	rollRate: number | null;
	cured: number;
	/** Matched cards in the bottom deciles at the last review. */
	below: number;
	/** cured / below. */
	cureRate: number | null;
}

/** All figures of one review. */
export interface CardFigures {
	subject: 'cards';
	/** YYYY-MM-DD. */
	reviewDate: string;
	isFirstReview: boolean;
	/** If the last review's rows tell. */
	previousReviewDate: string | null;
	modelName: string | null;
	coverage: Coverage & { reasons: UnscoredReason[]; rejected: number; failed: number };
	previousCoverage: (Coverage & { reasons: UnscoredReason[] }) | null;
	score: ScoreFigures;
	previousScore: ScoreFigures | null;
	medianChange: number | null;
	stability: { previous: Stability | null; baseline: Stability | null };
	migration: Migration | null;
	bottom: BottomFigures | null;
	earlyWarning: { threshold: number; cards: number } | null;
	movements: Record<CountedMovement, number> | null;
	segments: SegmentFigures[];
}

/** The figures of a part of the cards. */
export interface SegmentFigures {
	segment: string;
	scored: number;
	unscored: number;
	p10: number | null;
	median: number | null;
	matched: number;
	medianChange: number | null;
	netDowngrade: number | null;
}
