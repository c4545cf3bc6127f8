/** How the cards scored both times moved between deciles. */
import { forEachRow, type Pause } from '../pause';
import { getShare } from '../statistics';
import type { BottomFigures, Migration } from './cardFigures';
import type { MatchedCard } from './compareReviews';

/** Cohort method: each card's decile at two points in time. */
export async function getMigration(
	matched: readonly MatchedCard[],
	pause: Pause,
): Promise<Migration> {
	const counts = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => 0));
	const moved = { up: 0, same: 0, down: 0 };
	await forEachRow(matched, pause, ({ card, previousDecile }) => {
		const row = counts[previousDecile - 1];
		if (row !== undefined) row[card.decile - 1] = (row[card.decile - 1] ?? 0) + 1;
		const change = Math.sign(card.decile - previousDecile);
		moved[change > 0 ? 'up' : change < 0 ? 'down' : 'same'] += 1;
	});
	return {
		matched: matched.length,
		...moved,
		netDowngrade: getShare(moved.down - moved.up, matched.length),
		counts,
	};
}

/** p_ij = n_ij / sum_j n_ij: each row of the transition matrix to 1; null for a row without cards. */
export function getTransitionShares(counts: readonly (readonly number[])[]): (number | null)[][] {
	return counts.map((row) => {
		const total = row.reduce((sum, count) => sum + count, 0);
		return row.map((count) => getShare(count, total));
	});
}

/**
 * Roll rate n(last > b, now <= b) / n(last > b), and cure rate n(last <= b, now > b) / n(last <= b), from the
 * counts of the transition matrix. They are about score bands, not about delinquency.
 */
export function getBottomFigures(
	counts: readonly (readonly number[])[],
	deciles: number,
): BottomFigures {
	const total = (from: [number, number], to: [number, number]) =>
		counts
			.slice(...from)
			.flatMap((row) => row.slice(...to))
			.reduce((sum, count) => sum + count, 0);
	const rolledIn = total([deciles, 10], [0, deciles]);
	const above = total([deciles, 10], [0, 10]);
	const cured = total([0, deciles], [deciles, 10]);
	const below = total([0, deciles], [0, 10]);
	return {
		deciles,
		rolledIn,
		above,
		rollRate: getShare(rolledIn, above),
		cured,
		below,
		cureRate: getShare(cured, below),
	};
}
