import type { IDataObject } from 'n8n-workflow';
import { formatEmbedding, type EmbeddingFormat } from '../../mastercard/cca/embedding';
import type { CardScores, ModelReason, ModelScore } from '../../mastercard/cca/scores';

/**
 * One item per card: the first model's score at the top level, because most workflows base their decision on it,
 * and every model's score in a list, in Mastercard's order.
 *
 * @param isSimplified Leaves out the lists, so that the item has one level.
 */
export function toCardItem(
	card: IDataObject,
	{ scores, reasons }: CardScores,
	format: EmbeddingFormat,
	isSimplified: boolean,
): IDataObject {
	const scoreList = scores.map((score) => scoreFields(score, format));
	const reasonList = reasons.map(reasonFields);
	const scored = scoreList.length > 0;
	const item = withOurFields({ ...card, scored }, scoreList[0] ?? reasonList[0]);
	if (isSimplified) return item;
	return {
		...item,
		scores: scoreList,
		...(scored && reasonList.length === 0 ? {} : { reasons: reasonList }),
	};
}

/** One item for each model: its score, or why it has none. */
export function toModelItems(
	card: IDataObject,
	{ scores, reasons }: CardScores,
	format: EmbeddingFormat,
): IDataObject[] {
	return [
		...scores.map((score) => withOurFields({ ...card, scored: true }, scoreFields(score, format))),
		...reasons.map((reason) => withOurFields({ ...card, scored: false }, reasonFields(reason))),
	];
}

/** Our fields come first, and a field of the same name that Mastercard may add does not replace them. */
function withOurFields(ours: IDataObject, sent: IDataObject = {}): IDataObject {
	return { ...ours, ...sent, ...ours };
}

/** The main fields come first; any that Mastercard adds later follow. */
function scoreFields(
	{ embeddingFeatures, ...sent }: ModelScore,
	format: EmbeddingFormat,
): IDataObject {
	return {
		...orderFields(sent, [
			'score',
			'decile',
			'modelName',
			'scoreType',
			'productType',
			'hasScoreChangedFromLastWeek',
			'isNewProspect',
		]),
		...(embeddingFeatures === undefined
			? {}
			: { embedding: formatEmbedding(embeddingFeatures, format) }),
	};
}

function reasonFields({ errorMessage, ...sent }: ModelReason): IDataObject {
	const { reasonCode, ...rest } = orderFields(sent, [
		'reasonCode',
		'modelName',
		'scoreType',
		'productType',
	]);
	return {
		reasonCode,
		...(errorMessage === undefined ? {} : { reason: errorMessage }),
		...rest,
	};
}

/** Puts the named fields first and leaves out the card number, which the item already has in the chosen form. */
function orderFields(sent: Record<string, unknown>, first: readonly string[]): IDataObject {
	const entries = Object.entries(sent).filter(([name]) => name !== 'customerPAN');
	const known = first.filter((name) => name in sent).map((name) => [name, sent[name]]);
	return Object.fromEntries([...known, ...entries]) as IDataObject;
}
