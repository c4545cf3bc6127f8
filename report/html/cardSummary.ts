/** What has changed in a portfolio of cards, in three sentences. */
import type { CardsReport } from '../cards/reviewCards';
import { formatChange, formatCount, formatPlural, formatScore, formatShare } from '../format';

/** @returns Always three: the scores, the movement, and who needs a look. */
export function summarizeCards({ figures, watchList }: CardsReport): string[] {
	const { bottom, coverage, isFirstReview, medianChange, migration, score } = figures;
	const all = coverage.scored + coverage.unscored;
	const scored = `Of ${formatPlural(all, 'card')}, ${formatCount(coverage.scored)} ${coverage.scored === 1 ? 'has' : 'have'} a score (${formatShare(coverage.share)}); the median is ${formatScore(score.median)}.`;
	if (isFirstReview)
		return [
			scored,
			`${formatPlural(coverage.unscored, 'card')} could not be scored.`,
			'This is the first review: there is nothing to compare with.',
		];
	if (migration === null)
		return [
			scored,
			'No card was scored in both reviews by the same model, so no movement can be given.',
			'There is no watch list.',
		];
	const moved = `Of ${formatPlural(migration.matched, 'card')} scored in both reviews, ${formatCount(migration.down)} moved down a decile or more, ${formatCount(migration.up)} moved up and ${formatCount(migration.same)} stayed; the median change of the score is ${formatChange(medianChange)}.`;
	const rolled =
		bottom === null || bottom.rolledIn === 0
			? 'none moved into the bottom deciles'
			: `${formatCount(bottom.rolledIn)} moved into the bottom ${bottom.deciles === 1 ? 'decile' : `${bottom.deciles} deciles`}`;
	const largest = watchList.cards[0]?.scoreChange ?? 0;
	const fall =
		largest < 0 ? `, and the largest fall is ${formatScore(Math.abs(largest))} points` : '';
	return [
		scored,
		moved,
		`${formatPlural(watchList.total, 'card needs', 'cards need')} a look: ${rolled}${fall}.`,
	];
}
