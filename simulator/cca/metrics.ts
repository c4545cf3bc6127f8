// POST /consumer/credit-analytics/metrics
import { errorAnswer } from '../errors';
import documented from '../fixtures/ccaMetrics.json';
import type { Answer, Question } from '../http';
import { generatedGroups } from './generatedMetrics';
import { generatedPrediction, isNewProspect } from './generatedScores';
import { readMetricsRequest } from './metricsRequest';
import { panNotFound } from './requestErrors';

/** Cards with a chosen answer, because the documentation shows none of its kind. */
export const CHOSEN_METRICS_CARDS = {
	/** The group `core` is cut off and cannot be parsed; the others can. */
	unparseableGroup: '5204740000001002',
	/** HTTP 404 with the `Errors` wrapper. */
	httpError: '5204740000001010',
	/** 200 with an `errors` list in place of metrics. */
	errorsInAnswer: '5204740000001028',
} as const;

const CASES = new Map(documented.map(({ response }) => [response.customerPAN, response]));

/** The card numbers the documentation gives an answer for. */
export const DOCUMENTED_METRICS_CARDS = documented.map(({ title, response }) => ({
	pan: response.customerPAN,
	title,
}));

/** Metrics of one card; a card that /scores does not find has none here either. */
export function metrics(question: Question): Answer {
	const request = readMetricsRequest(question.body);
	if ('refusal' in request) return request.refusal;
	const { pan } = request;
	if (pan === CHOSEN_METRICS_CARDS.httpError) return errorAnswer(404, panNotFound());
	return { status: 200, body: CASES.get(pan) ?? errorsOf(pan) ?? generatedAnswer(pan) };
}

function errorsOf(pan: string) {
	const asked = pan === CHOSEN_METRICS_CARDS.errorsInAnswer;
	const prediction = generatedPrediction(pan);
	if (!asked && !('errors' in prediction)) return undefined;
	const { Description, ReasonCode } = panNotFound();
	const [first] = 'errors' in prediction ? prediction.errors : [];
	return {
		customerPAN: pan,
		errors: [
			{
				reasonCode: first?.reasonCode ?? ReasonCode,
				errorMessage: first?.errorMessage ?? Description,
				productType: 'CREDIT_CARD',
			},
		],
	};
}

function generatedAnswer(pan: string) {
	const groups = generatedGroups(pan);
	if (pan === CHOSEN_METRICS_CARDS.unparseableGroup) {
		groups['core'] = (groups['core'] ?? '').slice(0, 100);
	}
	return {
		customerPAN: pan,
		isNewProspect: isNewProspect(pan),
		productType: 'CREDIT_CARD',
		mtmMetrics: groups,
	};
}
