// POST /consumer/credit-analytics/scores
import documented from '../fixtures/ccaScores.json';
import type { Answer, Question } from '../http';
import { generatedEmbedding, generatedPrediction } from './generatedScores';
import { readScoresRequest } from './scoresRequest';
import type { Prediction, PredictionError, PredictionSuccess, Score, ScoresBody } from './types';

const CASES = new Map(
	documented.map(({ response }) => {
		const body: ScoresBody = response;
		const prediction = predictions(body)[0] as Prediction;
		return [prediction.customerPAN, body] as const;
	}),
);

/** Documented cards get their documented answer, all others a generated one; each list in request order. */
export function scores(question: Question): Answer {
	const request = readScoresRequest(question.body);
	if ('refusal' in request) return request.refusal;
	const answered = request.pans.map((pan) => prediction(pan, request.hasEmbedding));
	const only = CASES.get(request.pans.length === 1 ? (request.pans[0] ?? '') : '');
	return {
		status: 200,
		body: {
			// A documented card asked for alone gives the documented body, even its order of the two lists.
			...only,
			predictionDataErrors: answered.filter((entry): entry is PredictionError => 'errors' in entry),
			predictionDataSuccesses: answered.filter(
				(entry): entry is PredictionSuccess => 'scores' in entry,
			),
		} satisfies ScoresBody,
	};
}

/** The card numbers the documentation gives an answer for. */
export const DOCUMENTED_CARDS = documented.map(({ title, response }) => ({
	pan: predictions(response)[0]?.customerPAN ?? '',
	title,
}));

function predictions(body: ScoresBody): Prediction[] {
	return [...body.predictionDataSuccesses, ...body.predictionDataErrors];
}

function prediction(pan: string, hasEmbedding: boolean): Prediction {
	const body = CASES.get(pan);
	const found = (body && predictions(body)[0]) ?? generatedPrediction(pan);
	if (!('scores' in found)) return found;
	const withEmbedding = hasEmbedding ? embedded : withoutEmbedding;
	return { ...found, scores: found.scores.map((score) => withEmbedding(pan, score)) };
}

/** The documented case without features can be asked for with them: then they are generated. */
function embedded(pan: string, score: Score): Score {
	if (score.embeddingFeatures !== undefined) return score;
	const { decile, ...rest } = score;
	return { decile, embeddingFeatures: generatedEmbedding(pan, score.modelName), ...rest };
}

function withoutEmbedding(_pan: string, score: Score): Score {
	const bare = { ...score };
	delete bare.embeddingFeatures;
	return bare;
}
