// Generates a prediction for undocumented cards, always the same for a given card and week.
import { seededFraction, seededInteger } from '../seededRandom';
import type { Prediction, Score } from './types';
import { getFirstScoredWeek, hasChanged, moveScore } from './weeks';

const M2 = 'CCA_CCS_Del_M2_v1.0';
const M1 = 'CCA_CCS_Del_M1_v1.0';

/** Highest score of deciles 1 to 10. Assumed, but consistent with every documented pair of score and decile. */
export const MAX_SCORE_BY_DECILE = [130, 240, 350, 480, 610, 720, 830, 920, 985, 999] as const;

/** The documented error messages for cards without a score. */
const ERROR_MESSAGES = {
	NOT_ENOUGH_TRANSACTIONS_TO_SCORE:
		'Not enough transactions to calculate the score. Check with the consumer for alternate primary Mastercard Debit/Credit Card Number.',
	CARD_TOO_NEW_TO_SCORE:
		'Not enough transactions to calculate the score as either the card is too new or, has not recorded any transactions in the past one year. Check with the consumer for alternate primary Mastercard Debit/Credit Card Number.',
	PAN_NOT_FOUND: 'This error is thrown when a PAN number is not found in Mastercard database',
};

/** Why an undocumented card has no score; undefined if it has one. About one card in eight has none. */
export function getUnscoredReason(pan: string, week = 0): keyof typeof ERROR_MESSAGES | undefined {
	const fraction = seededFraction(`outcome ${pan}`);
	if (fraction < 0.05) return 'NOT_ENOUGH_TRANSACTIONS_TO_SCORE';
	if (fraction < 0.09) return 'CARD_TOO_NEW_TO_SCORE';
	if (fraction < 0.12) return 'PAN_NOT_FOUND';
	if (week < getFirstScoredWeek(pan, isNewProspect(pan))) return 'CARD_TOO_NEW_TO_SCORE';
	return undefined;
}

/** Whether an undocumented card was issued by another bank. */
export function isNewProspect(pan: string): boolean {
	return seededFraction(`prospect ${pan}`) < 0.35;
}

/** The prediction for `pan`. One card in ten has two models, M2 first as documented; the others have one. */
export function generatePrediction(pan: string, week: number): Prediction {
	const models = seededFraction(`models ${pan}`) < 0.1 ? [M2, M1] : [M2];
	const reasonCode = getUnscoredReason(pan, week);
	if (reasonCode === undefined) {
		return { customerPAN: pan, scores: models.map((model) => generateScore(pan, model, week)) };
	}
	return {
		customerPAN: pan,
		errors: models.map((modelName) => ({
			reasonCode,
			errorMessage: ERROR_MESSAGES[reasonCode],
			modelName,
			scoreType: 'DELINQUENCY',
			productType: 'CREDIT_CARD',
		})),
	};
}

function generateScore(pan: string, modelName: string, week: number): Score {
	// Deciles are equally frequent by definition; within a decile, so are scores.
	const firstDecile = seededInteger(`decile ${modelName} ${pan}`, 1, 10);
	const minScore = (MAX_SCORE_BY_DECILE[firstDecile - 2] ?? 0) + 1;
	const maxScore = MAX_SCORE_BY_DECILE[firstDecile - 1] ?? 999;
	const prospect = isNewProspect(pan);
	const firstScore = seededInteger(`score ${modelName} ${pan}`, minScore, maxScore);
	const score = moveScore(firstScore, { pan, modelName, isProspect: prospect }, week);
	return {
		decile: getDecile(score),
		embeddingFeatures: generateEmbedding(pan, modelName),
		hasScoreChangedFromLastWeek: hasChanged(pan, week, prospect),
		isNewProspect: prospect,
		modelName,
		productType: 'CREDIT_CARD',
		score,
		scoreType: 'DELINQUENCY',
	};
}

/** The decile of a score, as {@link MAX_SCORE_BY_DECILE} assumes. */
export function getDecile(score: number): number {
	return 1 + MAX_SCORE_BY_DECILE.findIndex((highest) => score <= highest);
}

/** 16 decreasing features in the documented text format, which is not JSON: names are not quoted. */
export function generateEmbedding(pan: string, modelName: string): string {
	let value = 0.1 + seededFraction(`embedding ${modelName} ${pan}`) * 0.03;
	const features = Array.from({ length: 16 }, (_, index) => {
		value *= index < 2 ? 1 : 0.8 + seededFraction(`feature ${index} ${modelName} ${pan}`) * 0.18;
		return `f${index + 1}:${value.toFixed(6)}`;
	});
	return `{${features.join(',')}}`;
}
