/** Compares the distribution of the scores with the last review and with the baseline. */
import { createEdges, type ScoreBands } from '../bands';
import { sortNumbers } from '../statistics';
import type { CardFigures } from './cardFigures';
import type { CardReview } from './parseReview';
import type { CardSettings } from './reviewCards';
import { countScores, getStability } from './scoreFigures';

/** The edges come from the baseline; without one, from the last review; in a first review, from this one. */
export function compareBands(
	current: CardReview,
	previous: CardReview | null,
	{ baseline, reviewDate }: CardSettings,
): { bands: ScoreBands | null } & CardFigures['stability'] {
	const none = { bands: null, previous: null, baseline: null };
	const { modelName } = current;
	if (modelName === null) return none;
	const usedBaseline = baseline?.modelName === modelName ? baseline : null;
	const compared = previous?.modelName === modelName ? previous : null;
	const edges =
		usedBaseline?.edges ??
		createEdges(sortNumbers((compared ?? current).scored.map(({ score }) => score)));
	const counts = countScores(current, edges);
	return {
		bands: { modelName, reviewDate, edges, counts },
		previous:
			compared &&
			getStability(counts, {
				reviewDate: compared.reviewDate,
				counts: countScores(compared, edges),
			}),
		baseline: usedBaseline && getStability(counts, usedBaseline),
	};
}
