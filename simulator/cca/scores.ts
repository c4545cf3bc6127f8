// POST /consumer/credit-analytics/scores
import documented from '../fixtures/ccaScores.json';
import type { SimulatedResponse, OperationRequest } from '../http';
import { generateEmbedding, generatePrediction, getDecile } from './generatePrediction';
import { parseScoresRequest } from './scoresRequest';
import type { Prediction, PredictionError, PredictionSuccess, Score, ScoresBody } from './types';

const DOCUMENTED_RESPONSES = new Map(
	documented.map(({ response }) => {
		const body: ScoresBody = response;
		const prediction = getPredictions(body)[0] as Prediction;
		return [prediction.customerPAN, body] as const;
	}),
);

/** Documented cards have their documented response, all others a generated one; both lists are in request order. */
export function getScores({ body, week }: OperationRequest): SimulatedResponse {
	const request = parseScoresRequest(body);
	if ('rejection' in request) return request.rejection;
	const predictions = request.pans.map((pan) => getPrediction(pan, week, request.hasEmbedding));
	const documentedBody = DOCUMENTED_RESPONSES.get(
		request.pans.length === 1 ? (request.pans[0] ?? '') : '',
	);
	return {
		status: 200,
		body: {
			// A single documented card has the documented body, including the order of its two lists.
			...documentedBody,
			predictionDataErrors: predictions.filter(
				(entry): entry is PredictionError => 'errors' in entry,
			),
			predictionDataSuccesses: predictions.filter(
				(entry): entry is PredictionSuccess => 'scores' in entry,
			),
		} satisfies ScoresBody,
	};
}

/** Cards with a documented response. */
export const DOCUMENTED_CARDS = documented.map(({ title, response }) => ({
	pan: getPredictions(response)[0]?.customerPAN ?? '',
	title,
}));

function getPredictions(body: ScoresBody): Prediction[] {
	return [...body.predictionDataSuccesses, ...body.predictionDataErrors];
}

function getPrediction(pan: string, week: number, hasEmbedding: boolean): Prediction {
	const body = DOCUMENTED_RESPONSES.get(pan);
	const found = (body && getPredictions(body)[0]) ?? generatePrediction(pan, week);
	if (!('scores' in found)) return found;
	const setEmbedding = hasEmbedding ? addEmbedding : removeEmbedding;
	const isDocumented = body !== undefined;
	return {
		...found,
		scores: found.scores
			.map((score) => (isDocumented ? toWeek(score, week) : score))
			.map((score) => setEmbedding(pan, score)),
	};
}

/** Points by which a documented score that "has changed from last week" was higher in the weeks before. */
const DOCUMENTED_CHANGE = 57;

/** The documented score of week 0, in another week: it changed once, if at all, as its documentation says. */
function toWeek(documentedScore: Score, week: number): Score {
	if (week === 0) return documentedScore;
	const hasMoved = documentedScore.hasScoreChangedFromLastWeek && week < 0;
	const score = documentedScore.score + (hasMoved ? DOCUMENTED_CHANGE : 0);
	return {
		...documentedScore,
		score,
		decile: hasMoved ? getDecile(score) : documentedScore.decile,
		hasScoreChangedFromLastWeek: false,
	};
}

/** Generates the features of a documented response that has none, if they are requested. */
function addEmbedding(pan: string, score: Score): Score {
	if (score.embeddingFeatures !== undefined) return score;
	const { decile, ...rest } = score;
	return { decile, embeddingFeatures: generateEmbedding(pan, score.modelName), ...rest };
}

function removeEmbedding(_pan: string, score: Score): Score {
	const copy = { ...score };
	delete copy.embeddingFeatures;
	return copy;
}
