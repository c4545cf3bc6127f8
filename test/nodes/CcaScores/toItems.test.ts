import type { CardScores } from '../../../mastercard/cca/scores';
import { toCardItem, toModelItems } from '../../../nodes/CcaScores/toItems';

const CARD = { customerPAN: '542523******9903', consentReference: 'C-1' };
const SCORE = { modelName: 'M1', later: 1, score: 570, decile: 3, customerPAN: '5425233430109903' };
const REASON = { later: 2, modelName: 'M2', errorMessage: 'Too new', reasonCode: 'CARD_TOO_NEW' };

const both: CardScores = { scores: [SCORE], reasons: [REASON] };

test('a scored card has its score on top, what decides first, and no card number of Mastercard', () => {
	const item = toCardItem(CARD, { scores: [SCORE], reasons: [] }, 'object', false);
	const score = { score: 570, decile: 3, modelName: 'M1', later: 1 };
	expect(item).toEqual({ ...CARD, scored: true, ...score, scores: [score] });
	expect(Object.keys(item)).toEqual([
		'customerPAN',
		'consentReference',
		'scored',
		'score',
		'decile',
		'modelName',
		'later',
		'scores',
	]);
});

test('an unscored card has its reason on top', () => {
	const reason = { reasonCode: 'CARD_TOO_NEW', reason: 'Too new', modelName: 'M2', later: 2 };
	const item = toCardItem(CARD, { scores: [], reasons: [REASON] }, 'object', false);
	expect(item).toEqual({ ...CARD, scored: false, ...reason, scores: [], reasons: [reason] });
	expect(Object.keys(item).slice(3, 7)).toEqual(['reasonCode', 'reason', 'modelName', 'later']);
});

test('the main fields come in one order, whatever the order of the response', () => {
	const order = [
		...['score', 'decile', 'modelName', 'scoreType', 'productType'],
		...['hasScoreChangedFromLastWeek', 'isNewProspect'],
	];
	const score = Object.fromEntries(['later', ...order].reverse().map((name) => [name, name]));
	const [item] = toModelItems({}, { scores: [score], reasons: [] }, 'object');
	expect(Object.keys(item ?? {})).toEqual(['scored', ...order, 'later']);

	const ofReason = ['reasonCode', 'modelName', 'scoreType', 'productType'];
	const reason = Object.fromEntries(['later', ...ofReason].reverse().map((name) => [name, name]));
	const [unscored] = toModelItems({}, { scores: [], reasons: [reason] }, 'object');
	expect(Object.keys(unscored ?? {})).toEqual(['scored', ...ofReason, 'later']);
});

test('simplified, an item has one level: the first model, or why there is no score', () => {
	const score = { score: 570, decile: 3, modelName: 'M1', later: 1 };
	const reason = { reasonCode: 'CARD_TOO_NEW', reason: 'Too new', modelName: 'M2', later: 2 };
	expect(toCardItem(CARD, both, 'object', true)).toEqual({ ...CARD, scored: true, ...score });
	expect(toCardItem(CARD, { scores: [], reasons: [REASON] }, 'object', true)).toEqual({
		...CARD,
		scored: false,
		...reason,
	});
});

test('a card with a score and a reason keeps both', () => {
	expect(toCardItem(CARD, both, 'object', false)).toMatchObject({
		scored: true,
		scores: [{ score: 570 }],
		reasons: [{ reasonCode: 'CARD_TOO_NEW' }],
	});
	expect(toModelItems(CARD, both, 'object')).toMatchObject([
		{ ...CARD, scored: true, modelName: 'M1', score: 570 },
		{ ...CARD, scored: false, modelName: 'M2', reason: 'Too new' },
	]);
});

test('nothing is made up: no embedding and no reason where there is none', () => {
	const item = toCardItem(CARD, { scores: [], reasons: [{ reasonCode: 'X' }] }, 'object', false);
	expect(item).not.toHaveProperty('reason');
	expect(toCardItem(CARD, { scores: [SCORE], reasons: [] }, 'raw', false)).not.toHaveProperty(
		'embedding',
	);
	expect(
		toCardItem(
			CARD,
			{ scores: [{ ...SCORE, embeddingFeatures: null }], reasons: [] },
			'raw',
			false,
		),
	).toMatchObject({ embedding: null });
});
