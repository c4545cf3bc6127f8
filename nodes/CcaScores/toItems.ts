import type { IDataObject } from 'n8n-workflow';
import { formatEmbedding, type EmbeddingFormat } from '../../mastercard/cca/embedding';
import type { CardScores, ModelReason, ModelScore } from '../../mastercard/cca/scores';

/**
 * One item for a card: the first model on top, because that is what most workflows decide by, and every
 * model in a list, in the order Mastercard gave.
 */
export function toCardItem(
	card: IDataObject,
	{ scores, reasons }: CardScores,
	format: EmbeddingFormat,
): IDataObject {
	const readable = scores.map((score) => scoreFields(score, format));
	const why = reasons.map(reasonFields);
	if (readable.length === 0)
		return { ...withOurFields({ ...card, scored: false }, why[0]), scores: [], reasons: why };
	return {
		...withOurFields({ ...card, scored: true }, readable[0]),
		scores: readable,
		...(why.length === 0 ? {} : { reasons: why }),
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

/** Our fields first and for good: one of the same name that Mastercard may add does not take their place. */
function withOurFields(ours: IDataObject, sent: IDataObject = {}): IDataObject {
	return { ...ours, ...sent, ...ours };
}

/** What decides comes first; fields that Mastercard adds later pass through at the end. */
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

/** Some fields first. A card number among them is left out: it stands on top, in the form that the user chose. */
function orderFields(sent: Record<string, unknown>, first: readonly string[]): IDataObject {
	const entries = Object.entries(sent).filter(([name]) => name !== 'customerPAN');
	const known = first.filter((name) => name in sent).map((name) => [name, sent[name]]);
	return Object.fromEntries([...known, ...entries]) as IDataObject;
}
