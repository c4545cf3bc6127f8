/** Compares each card with the last review. */
import { hasUnknownFailures } from '../failures';
import { forEachRow, type Pause } from '../pause';
import { getWarningThreshold, getWatchReasons } from './earlyWarning';
import type { Card, ScoredCard } from './parseCard';
import type { CardReview } from './parseReview';

export type Movement =
	/** Into a higher or lower decile. */
	| 'up'
	| 'down'
	/** In the same decile; or without a score both times. */
	| 'same'
	/** Not in the last review. */
	| 'new'
	| 'nowScored'
	| 'nowUnscored'
	/** Scored both times, but by different models, whose scores cannot be compared. */
	| 'otherModel'
	/** In the last review only. */
	| 'gone';

/** One card, with its movement; null in a first review. */
export interface ComparedCard {
	card: Card;
	movement: Movement | null;
	previousScore: number | null;
	previousDecile: number | null;
	/** Now - last, for cards scored both times by the same model. */
	scoreChange: number | null;
	watchReasons: string[];
}

/** A card of the main model that was scored both times by the same model. */
export interface MatchedCard extends ComparedCard {
	card: ScoredCard;
	previousScore: number;
	previousDecile: number;
	scoreChange: number;
}

export interface CardComparison {
	/** Every card of this review, in order. */
	compared: ComparedCard[];
	/** Those that the figures are about. */
	matched: MatchedCard[];
	/** Cards that only the last review had. */
	gone: Card[];
	/** How many cards moved how, of those that the figures are about. */
	movements: Record<CountedMovement, number>;
	/** The largest change that counts as an early warning; null without one. */
	warningThreshold: number | null;
}

/** As counted: cards without a score both times stayed in no decile. */
export type CountedMovement = Movement | 'stillUnscored';

const NO_MOVEMENTS: Readonly<Record<CountedMovement, number>> = {
	up: 0,
	same: 0,
	down: 0,
	new: 0,
	nowScored: 0,
	nowUnscored: 0,
	stillUnscored: 0,
	otherModel: 0,
	gone: 0,
};

/**
 * @param previous Null in a first review.
 * @param bottomDeciles b: deciles 1 to b count as high risk.
 */
export async function compareReviews(
	current: CardReview,
	previous: CardReview | null,
	bottomDeciles: number,
	pause: Pause,
): Promise<CardComparison> {
	const former = await indexCards(previous?.cards ?? [], pause);
	const counted = new Set<Card>([...current.scored, ...current.unscored]);
	const comparison: CardComparison = {
		compared: [],
		matched: [],
		gone: [],
		movements: { ...NO_MOVEMENTS },
		warningThreshold: null,
	};
	await forEachRow(current.cards, pause, (card) => {
		const compared = compareCard(card, former, previous === null);
		comparison.compared.push(compared);
		if (!counted.has(card) || compared.movement === null) return;
		const isUnscored = compared.movement === 'same' && !card.scored;
		comparison.movements[isUnscored ? 'stillUnscored' : compared.movement] += 1;
		if (isMatched(compared)) comparison.matched.push(compared);
	});
	if (previous !== null && !hasUnknownFailures(current))
		comparison.gone = await findGone(current, previous, pause);
	comparison.movements.gone = comparison.gone.length;
	comparison.warningThreshold = getWarningThreshold(comparison.matched);
	await forEachRow(comparison.matched, pause, (matched) => {
		matched.watchReasons = getWatchReasons(matched, comparison.warningThreshold, bottomDeciles);
	});
	return comparison;
}

/** The cards of the last review by reference; the first of each model counts. */
async function indexCards(cards: readonly Card[], pause: Pause): Promise<Map<string, Card[]>> {
	const index = new Map<string, Card[]>();
	await forEachRow(cards, pause, (card) => {
		const same = index.get(card.reference);
		if (same === undefined) index.set(card.reference, [card]);
		else if (!same.some(({ modelName }) => modelName === card.modelName)) same.push(card);
	});
	return index;
}

function compareCard(
	card: Card,
	former: ReadonlyMap<string, readonly Card[]>,
	isFirst: boolean,
): ComparedCard {
	const candidates = former.get(card.reference) ?? [];
	const same = candidates.find(({ modelName }) => modelName === card.modelName);
	const last = same ?? candidates[0];
	const result: ComparedCard = {
		card,
		movement: isFirst ? null : getMovement(card, last),
		previousScore: null,
		previousDecile: null,
		scoreChange: null,
		watchReasons: [],
	};
	if (last?.scored !== true) return result;
	const isComparable = card.scored && card.modelName === last.modelName;
	return {
		...result,
		previousScore: last.score,
		previousDecile: last.decile,
		scoreChange: isComparable ? card.score - last.score : null,
	};
}

function getMovement(card: Card, last: Card | undefined): Movement {
	if (last === undefined) return 'new';
	if (!card.scored) return last.scored ? 'nowUnscored' : 'same';
	if (!last.scored) return 'nowScored';
	if (card.modelName !== last.modelName) return 'otherModel';
	if (card.decile === last.decile) return 'same';
	return card.decile > last.decile ? 'up' : 'down';
}

function isMatched(compared: ComparedCard): compared is MatchedCard {
	return compared.scoreChange !== null;
}

/** Cards of the last review that are neither in this one nor among its rows without a result. */
async function findGone(current: CardReview, previous: CardReview, pause: Pause): Promise<Card[]> {
	const present = new Set(current.failedReferences);
	await forEachRow(current.cards, pause, ({ reference }) => present.add(reference));
	const gone: Card[] = [];
	await forEachRow([...previous.scored, ...previous.unscored], pause, (card) => {
		if (!present.has(card.reference)) gone.push(card);
	});
	return gone.sort((a, b) => a.position - b.position);
}
