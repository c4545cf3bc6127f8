/** Tells the reader what the figures of businesses leave out. */
import { UNKNOWN_FAILURES, countFailures, hasUnknownFailures } from '../failures';
import { formatPlural } from '../format';
import { describeFailures, describeLeftOut } from '../leftOut';
import type { BusinessReview } from './parseReview';
import type { ComparedBusiness } from './reviewBusinesses';

/** @returns One sentence for each; none when everything is in the figures. */
export function getNotes(
	current: BusinessReview,
	previous: BusinessReview | null,
	compared: readonly ComparedBusiness[],
): string[] {
	// Benchmarks are monthly only: a review of them alone has no weeks, and needs none.
	const hasWeeks = compared.some(({ business }) => business.weeks.size > 0);
	const withoutTrend = compared.filter(({ figures }) => figures.salesTrend === null).length;
	const tellsSilence = compared.some(({ figures }) => figures.weeksSilent !== null);
	const { duplicates } = current;
	const { failed, rejected } = countFailures(current);
	return [
		...(rejected + failed > 0
			? [`${describeFailures(rejected, failed)}; such rows are in no figure.`]
			: []),
		...(previous !== null && hasUnknownFailures(current) ? [UNKNOWN_FAILURES] : []),
		...describeLeftOut(current.leftOut, 'this review'),
		...(previous === null ? [] : describeLeftOut(previous.leftOut, 'the last review')),
		...(duplicates > 0
			? [
					`${formatPlural(duplicates, 'item')} of this review repeat${duplicates === 1 ? 's' : ''} a period; the first item of each counts.`,
				]
			: []),
		...(hasWeeks && withoutTrend > 0
			? [
					`${formatPlural(withoutTrend, 'business has', 'businesses have')} no trend, because the last 26 complete weeks do not all have a figure.`,
				]
			: []),
		...(hasWeeks && !tellsSilence
			? [
					"Silence is not known: the items have no 'lastSeenTxnDate'. It is in the items of SBCA Report when Simplify is off.",
				]
			: []),
	];
}
