/** The cards that need a look, and how a card is called. */
import { displayText } from '../displayText';
import { formatReasons } from '../format';
import { getField, toText, type Fields } from '../fields';
import type { MatchedCard } from './compareReviews';

export interface WatchedCard {
	/** The field the user chose, or the masked card. */
	name: string;
	score: number;
	previousScore: number;
	scoreChange: number;
	decile: number;
	previousDecile: number;
	reason: string;
}

export interface WatchList {
	/** How many cards need a look. */
	total: number;
	/** The first of them, as many as the report shows. */
	cards: WatchedCard[];
}

/** The cards with a reason to watch, the largest fall first; at equal falls the lower score. */
export function createWatchList(
	matched: readonly MatchedCard[],
	{ label, watchListSize }: { label: string; watchListSize: number },
): WatchList {
	const watched = matched
		.filter(({ watchReasons }) => watchReasons.length > 0)
		.sort((a, b) => a.scoreChange - b.scoreChange || a.card.score - b.card.score);
	const cards = watched
		.slice(0, watchListSize)
		.map(({ card, previousScore, previousDecile, scoreChange, watchReasons }) => ({
			name: getName(card.fields, card.reference, label),
			score: card.score,
			previousScore,
			scoreChange,
			decile: card.decile,
			previousDecile,
			reason: formatReasons(watchReasons),
		}));
	return { total: watched.length, cards };
}

/**
 * @param label The field to show in place of the card; empty for the masked card.
 * @returns Safe to show: a full card number is masked.
 */
export function getName(fields: Fields, reference: string, label: string): string {
	const chosen = label === '' ? null : toText(getField(fields, label));
	const name = displayText(chosen ?? toText(fields.customerPAN) ?? '');
	return name === '' ? displayText(reference, 12) : name;
}
