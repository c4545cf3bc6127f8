/** The cards that need a look, and how a card is called. */
import { displayText } from '../displayText';
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

/** @returns The cards with a reason to watch, the largest fall first; at equal falls the lower score. */
export function createWatchList(matched: readonly MatchedCard[], label: string): WatchedCard[] {
	return matched
		.filter(({ watchReasons }) => watchReasons.length > 0)
		.sort((a, b) => a.scoreChange - b.scoreChange || a.card.score - b.card.score)
		.map(({ card, previousScore, previousDecile, scoreChange, watchReasons }) => ({
			name: getName(card.fields, card.reference, label),
			score: card.score,
			previousScore,
			scoreChange,
			decile: card.decile,
			previousDecile,
			reason: watchReasons.join('; '),
		}));
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
