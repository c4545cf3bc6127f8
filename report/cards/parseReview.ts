/** Sorts the items of one review into cards, failures and the rest. */
import { displayText } from '../displayText';
import { ReportInputError, toDay, type Fields, type LeftOut } from '../fields';
import { forEachRow, type Pause } from '../pause';
import { parseCardItem, type Card, type ScoredCard, type UnscoredCard } from './parseCard';

export interface CardReview {
	/** Every card of the input, in order, also those that the figures leave out. */
	cards: Card[];
	/** Of the main model, each once: what the figures are about. */
	scored: ScoredCard[];
	unscored: UnscoredCard[];
	/** The model with the most scores; null without any. */
	modelName: string | null;
	/** Rows that were never sent. */
	rejected: number;
	/** Rows whose call failed. */
	failed: number;
	/** References of rows without a result, as far as they are known. */
	failedReferences: Set<string>;
	leftOut: LeftOut[];
	/** Rows that repeat a reference; the first one counts. */
	duplicates: number;
	/** Scores of other models, which the figures leave out. */
	otherModels: number;
	runSummary: Fields | null;
	/** The latest day in the column `reviewDate`, which this node writes; null if the rows do not tell. */
	reviewDate: string | null;
}

/**
 * @param items The input's items, in order.
 * @param matchBy The field that identifies a card.
 * @param input The name of the input, for errors.
 * @param preferredModel The main model of the review that this one is compared with, if it has scores here too.
 * @throws ReportInputError when there are items, but a field is missing in all of them.
 */
export async function parseReview(
	items: readonly Fields[],
	matchBy: string,
	input: string,
	pause: Pause,
	preferredModel: string | null = null,
): Promise<CardReview> {
	const cards: Card[] = [];
	const leftOut: LeftOut[] = [];
	const failedReferences = new Set<string>();
	const review = {
		rejected: 0,
		failed: 0,
		runSummary: null as Fields | null,
		reviewDate: null as string | null,
	};
	await forEachRow(items, pause, (fields, position) => {
		const item = parseCardItem(fields, matchBy, position);
		if (item.kind === 'card') {
			cards.push(item.card);
			const day = toDay(fields.reviewDate);
			if (day !== null && (review.reviewDate ?? '') < day) review.reviewDate = day;
		}
		if (item.kind === 'leftOut') leftOut.push({ position, field: item.field, reason: item.reason });
		if (item.kind === 'runSummary') review.runSummary = item.runSummary;
		if (item.kind !== 'failed') return;
		review[item.rejected ? 'rejected' : 'failed'] += 1;
		if (item.reference !== null) failedReferences.add(item.reference);
	});
	const [first] = leftOut;
	if (first !== undefined && cards.length === 0 && review.rejected + review.failed === 0)
		throw unreadable(first, leftOut.length, input);
	const modelName = await findMainModel(cards, preferredModel, pause);
	return {
		cards,
		...(await selectCards(cards, modelName, pause)),
		modelName,
		...review,
		failedReferences,
		leftOut,
	};
}

/** A field that no item has is a mistake in the workflow, which a report without cards would hide. */
function unreadable({ field, reason }: LeftOut, count: number, input: string): ReportInputError {
	const which = count === 1 ? `The only item of '${input}'` : `Each of the items of '${input}'`;
	return new ReportInputError(
		`${which} is left out: it ${reason}`,
		field === null
			? 'Connect the items of a review.'
			: field === 'cardReference'
				? "Enter a 'Card Reference Key' in the credential of CCA Scores, or choose another field under 'Match By'."
				: `Connect items of CCA Scores in which the field '${displayText(field)}' was neither renamed nor left out.`,
	);
}

async function findMainModel(
	cards: readonly Card[],
	preferred: string | null,
	pause: Pause,
): Promise<string | null> {
	const counts = new Map<string, number>();
	await forEachRow(cards, pause, ({ scored, modelName }) => {
		if (scored) counts.set(modelName, (counts.get(modelName) ?? 0) + 1);
	});
	if (preferred !== null && counts.has(preferred)) return preferred;
	let main: string | null = null;
	for (const [modelName, count] of counts)
		if (main === null || count > (counts.get(main) ?? 0)) main = modelName;
	return main;
}

/** The cards that the figures are about: each reference once, with what the main model says of it. */
async function selectCards(cards: readonly Card[], modelName: string | null, pause: Pause) {
	const seen = new Set<string>();
	const scored: ScoredCard[] = [];
	const unscored: UnscoredCard[] = [];
	let duplicates = 0;
	let otherModels = 0;
	await forEachRow(cards, pause, (card) => {
		const isOther = modelName !== null && card.modelName !== null && card.modelName !== modelName;
		if (isOther) otherModels += 1;
		else if (seen.has(card.reference)) duplicates += 1;
		else {
			seen.add(card.reference);
			if (card.scored) scored.push(card);
			else unscored.push(card);
		}
	});
	return { scored, unscored, duplicates, otherModels };
}
