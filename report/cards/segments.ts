/** The figures of each part of the cards, for example by product or branch. */
import { displayText } from '../displayText';
import { getField, toText } from '../fields';
import { forEachRow, type Pause } from '../pause';
import { getShare, sortNumbers } from '../statistics';
import type { SegmentFigures } from './cardFigures';
import type { MatchedCard } from './compareReviews';
import type { Card } from './parseCard';
import type { CardReview } from './parseReview';
import { getMedianChange, getScoreFigures } from './scoreFigures';

/** More would fill the report, and the item, with a field that is different for each card. */
const MAX_SEGMENTS = 30;
const NONE = '(none)';

interface Part {
	scores: number[];
	unscored: number;
	matched: MatchedCard[];
}

/**
 * @param field The field that holds the segment.
 * @returns The largest segments first, and how many more there are.
 */
export async function getSegments(
	{ scored, unscored }: CardReview,
	matched: readonly MatchedCard[],
	field: string,
	pause: Pause,
): Promise<{ segments: SegmentFigures[]; others: number }> {
	const parts = new Map<string, Part>();
	const getPart = ({ fields }: Card): Part => {
		const name = toText(getField(fields, field)) ?? NONE;
		const found = parts.get(name) ?? { scores: [], unscored: 0, matched: [] };
		parts.set(name, found);
		return found;
	};
	await forEachRow(scored, pause, (card) => getPart(card).scores.push(card.score));
	await forEachRow(unscored, pause, (card) => (getPart(card).unscored += 1));
	await forEachRow(matched, pause, (card) => getPart(card.card).matched.push(card));
	const size = ({ scores, unscored: none }: Part) => scores.length + none;
	const largest = [...parts].sort(([, a], [, b]) => size(b) - size(a)).slice(0, MAX_SEGMENTS);
	return { segments: largest.map(toFigures), others: parts.size - largest.length };
}

function toFigures([name, { scores, unscored, matched }]: [string, Part]): SegmentFigures {
	const { p10, median } = getScoreFigures(sortNumbers(scores));
	const down = matched.filter(({ card, previousDecile }) => card.decile < previousDecile).length;
	const up = matched.filter(({ card, previousDecile }) => card.decile > previousDecile).length;
	return {
		segment: displayText(name),
		scored: scores.length,
		unscored,
		p10,
		median,
		matched: matched.length,
		medianChange: getMedianChange(matched),
		netDowngrade: getShare(down - up, matched.length),
	};
}
