// How generated cards change from week to week. Week 0 is the one that all documentation is about; -1 is the week before.
import { seededChoice, seededFraction, seededInteger } from '../seededRandom';

/** Earlier weeks than this one are like it, so that a score takes a bounded number of steps. */
const EARLIEST_WEEK = -52;
const LATEST_WEEK = 52;

/** Points that a score moves in a week, up or down; small moves are more frequent. */
const SMALL_MOVE = 60;
const LARGE_MOVE = 120;

/** Whether the score of an undocumented card changed from the week before. Documented: never for a new prospect. */
export function hasChanged(pan: string, week: number, isProspect: boolean): boolean {
	if (isProspect || week <= EARLIEST_WEEK || week > LATEST_WEEK) return false;
	const seed = week === 0 ? `changed ${pan}` : `changed ${pan} ${week}`;
	return seededChoice(seed, [true, false, false]);
}

/**
 * The score in a week, from that of week 0: the same as the week before, or different, as {@link hasChanged} says.
 * @returns from 1 to 999
 */
export function moveScore(
	score: number,
	card: { pan: string; modelName: string; isProspect: boolean },
	week: number,
): number {
	let moved = score;
	const limited = Math.max(EARLIEST_WEEK, Math.min(LATEST_WEEK, week));
	for (let step = 1; step <= limited; step++) moved = move(moved, card, step);
	// Backwards, a move is taken away. It has its own direction: only the steps, not their sum, are chosen.
	for (let step = 0; step > limited; step--) moved = move(moved, card, step);
	return moved;
}

/** One step across the beginning of `week`: by at least one point if the score changed then, else by none. */
function move(
	score: number,
	{ pan, modelName, isProspect }: { pan: string; modelName: string; isProspect: boolean },
	week: number,
): number {
	if (!hasChanged(pan, week, isProspect)) return score;
	const seed = `move ${modelName} ${pan} ${week}`;
	const isLarge = seededFraction(`large ${seed}`) < 0.15;
	const points = seededInteger(seed, 1, isLarge ? LARGE_MOVE : SMALL_MOVE);
	const direction = seededFraction(`heading ${seed}`) < 0.5 ? -1 : 1;
	const moved = score + direction * points;
	return moved < 1 || moved > 999 ? score - direction * points : moved;
}

/** The first week in which Mastercard could score a card of which it can now; most are older than all weeks. */
export function getFirstScoredWeek(pan: string, isProspect: boolean): number {
	if (seededFraction(`appeared ${pan}`) >= 0.12) return -Infinity;
	const week = seededInteger(`first week ${pan}`, -3, 0);
	// A score that changed from the week before existed then.
	return hasChanged(pan, week, isProspect) ? -Infinity : week;
}
