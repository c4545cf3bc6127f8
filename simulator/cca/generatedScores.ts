// Invents a prediction for any card that the documentation does not name: always the same for the same card.
import { stableChoice, stableFraction, stableInteger } from '../stable';
import type { Prediction, Score } from './types';

const M2 = 'CCA_CCS_Del_M2_v1.0';
const M1 = 'CCA_CCS_Del_M1_v1.0';

/** Highest score of deciles 1 to 10. Chosen so that every documented pair of score and decile fits. */
export const DECILE_LIMITS = [130, 240, 350, 480, 610, 720, 830, 920, 985, 999] as const;

/** The reasons the documentation gives for a card without a score, word for word. */
const REASONS = {
	NOT_ENOUGH_TRANSACTIONS_TO_SCORE:
		'Not enough transactions to calculate the score. Check with the consumer for alternate primary Mastercard Debit/Credit Card Number.',
	CARD_TOO_NEW_TO_SCORE:
		'Not enough transactions to calculate the score as either the card is too new or, has not recorded any transactions in the past one year. Check with the consumer for alternate primary Mastercard Debit/Credit Card Number.',
	PAN_NOT_FOUND: 'This error is thrown when a PAN number is not found in Mastercard database',
};

/** Why a generated card has no score, or undefined when it has one: about one card in eight has none. */
export function unscoredReason(pan: string): keyof typeof REASONS | undefined {
	const share = stableFraction(`outcome ${pan}`);
	if (share < 0.05) return 'NOT_ENOUGH_TRANSACTIONS_TO_SCORE';
	if (share < 0.09) return 'CARD_TOO_NEW_TO_SCORE';
	if (share < 0.12) return 'PAN_NOT_FOUND';
	return undefined;
}

/** Whether a generated card was issued by another bank. */
export function isNewProspect(pan: string): boolean {
	return stableFraction(`prospect ${pan}`) < 0.35;
}

/** The prediction for `pan`: one model mostly, two for one card in ten, M2 first as documented. */
export function generatedPrediction(pan: string): Prediction {
	const models = stableFraction(`models ${pan}`) < 0.1 ? [M2, M1] : [M2];
	const reasonCode = unscoredReason(pan);
	if (reasonCode === undefined) {
		return { customerPAN: pan, scores: models.map((model) => generatedScore(pan, model)) };
	}
	return {
		customerPAN: pan,
		errors: models.map((modelName) => ({
			reasonCode,
			errorMessage: REASONS[reasonCode],
			modelName,
			scoreType: 'DELINQUENCY',
			productType: 'CREDIT_CARD',
		})),
	};
}

function generatedScore(pan: string, modelName: string): Score {
	// Deciles are equally common, by their meaning; inside one, every score is as likely.
	const decile = stableInteger(`decile ${modelName} ${pan}`, 1, 10);
	const lowest = (DECILE_LIMITS[decile - 2] ?? 0) + 1;
	const highest = DECILE_LIMITS[decile - 1] ?? 999;
	const prospect = isNewProspect(pan);
	return {
		decile,
		embeddingFeatures: generatedEmbedding(pan, modelName),
		// Documented: always false for a new prospect.
		hasScoreChangedFromLastWeek: !prospect && stableChoice(`changed ${pan}`, [true, false, false]),
		isNewProspect: prospect,
		modelName,
		productType: 'CREDIT_CARD',
		score: stableInteger(`score ${modelName} ${pan}`, lowest, highest),
		scoreType: 'DELINQUENCY',
	};
}

/** 16 falling features in the documented text form, which is not JSON: its names are not quoted. */
export function generatedEmbedding(pan: string, modelName: string): string {
	let value = 0.1 + stableFraction(`embedding ${modelName} ${pan}`) * 0.03;
	const features = Array.from({ length: 16 }, (_, index) => {
		value *= index < 2 ? 1 : 0.8 + stableFraction(`feature ${index} ${modelName} ${pan}`) * 0.18;
		return `f${index + 1}:${value.toFixed(6)}`;
	});
	return `{${features.join(',')}}`;
}
