/** Tells the reader what the figures leave out, and what cannot be compared. */
import type { ScoreBands } from '../bands';
import { displayText } from '../displayText';
import { UNKNOWN_FAILURES, hasUnknownFailures } from '../failures';
import { formatPlural } from '../format';
import { describeFailures, describeLeftOut } from '../leftOut';
import type { CardFigures } from './cardFigures';
import type { CardReview } from './parseReview';

/** @returns One sentence for each; none when everything is in the figures. */
export function getNotes(
	current: CardReview,
	previous: CardReview | null,
	{
		figures,
		baseline,
		others,
	}: { figures: CardFigures; baseline: ScoreBands | null; others: number },
): string[] {
	const { coverage, modelName } = figures;
	const model = displayText(modelName ?? '');
	return [
		...(coverage.rejected + coverage.failed > 0
			? [
					`${describeFailures(coverage.rejected, coverage.failed)}; such rows count neither as scored nor as unscored.`,
				]
			: []),
		...(previous !== null && hasUnknownFailures(current) ? [UNKNOWN_FAILURES] : []),
		...describeReview(current, 'this review', model),
		...(previous === null ? [] : describeReview(previous, 'the last review', model)),
		...(previous !== null && previous.modelName !== modelName
			? [
					`The last review is by ${displayText(previous.modelName ?? 'no model')}, this one by ${model || 'no model'}: their scores are not compared.`,
				]
			: []),
		...(baseline !== null && baseline.modelName !== modelName
			? [`The baseline is by ${displayText(baseline.modelName)}: it is not compared.`]
			: []),
		...(others > 0
			? [
					`${formatPlural(others, 'more segment')} with fewer cards ${others === 1 ? 'is' : 'are'} not shown.`,
				]
			: []),
	];
}

function describeReview(review: CardReview, which: string, model: string): string[] {
	const { duplicates, otherModels } = review;
	return [
		...describeLeftOut(review.leftOut, which),
		...(duplicates > 0
			? [
					`${formatPlural(duplicates, 'item')} of ${which} repeat${duplicates === 1 ? 's' : ''} a card; the first item of each counts.`,
				]
			: []),
		...(otherModels > 0
			? [
					`${formatPlural(otherModels, 'result')} of other models in ${which} ${otherModels === 1 ? 'is' : 'are'} not in the figures, which are about ${model}.`,
				]
			: []),
	];
}
