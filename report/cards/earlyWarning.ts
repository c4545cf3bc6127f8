/** Which cards need a look. */
import { getQuantile, sortNumbers } from '../statistics';
import type { CardComparison, MatchedCard } from './compareReviews';

/** The part of the matched cards whose changes are an early warning. */
const WARNING_QUANTILE = 0.05;

/** The 5th percentile of this portfolio's own changes. Only a fall is a warning, also where few cards fell. */
export function getWarningThreshold(matched: readonly MatchedCard[]): number | null {
	const changes = sortNumbers(matched.map(({ scoreChange }) => scoreChange));
	const quantile = getQuantile(changes, WARNING_QUANTILE);
	return quantile === null ? null : Math.min(quantile, 0);
}

/** Why a card needs a look, in words; none if it does not. */
export function getWatchReasons(
	{ card, previousDecile, scoreChange }: MatchedCard,
	threshold: number | null,
	bottomDeciles: number,
): string[] {
	const hasFallen = threshold !== null && scoreChange < 0 && scoreChange <= threshold;
	const hasRolled = previousDecile > bottomDeciles && card.decile <= bottomDeciles;
	return [
		...(hasFallen ? [`score fell by ${Math.abs(scoreChange)}, among the largest falls`] : []),
		...(hasRolled ? [`moved from decile ${previousDecile} to ${card.decile}`] : []),
	];
}

/** Of the matched cards, those whose change is at or below the 5th percentile of this portfolio's own changes. */
export function getEarlyWarning({
	matched,
	warningThreshold,
}: Pick<CardComparison, 'matched' | 'warningThreshold'>): {
	threshold: number;
	cards: number;
} | null {
	if (warningThreshold === null) return null;
	const isWarning = ({ scoreChange }: MatchedCard) =>
		scoreChange < 0 && scoreChange <= warningThreshold;
	return { threshold: warningThreshold, cards: matched.filter(isWarning).length };
}
