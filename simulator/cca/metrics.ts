// POST /consumer/credit-analytics/metrics
import { errorResponse } from '../errors';
import documented from '../fixtures/ccaMetrics.json';
import type { SimulatedResponse, OperationRequest } from '../http';
import { generateMetricGroups } from './generateMetricGroups';
import { generatePrediction, isNewProspect } from './generatePrediction';
import { parseMetricsRequest } from './metricsRequest';
import { panNotFound } from './requestErrors';

/** Cards whose responses are assumed, because the documentation has no example of this kind. */
export const METRICS_TEST_CARDS = {
	/** The group `core` is truncated and cannot be parsed; the other groups can. */
	malformedGroup: '5204740000001002',
	/** HTTP 404 with the `Errors` wrapper. */
	httpError: '5204740000001010',
	/** 200 with an `errors` list instead of metrics. */
	errorsInBody: '5204740000001028',
} as const;

const DOCUMENTED_RESPONSES = new Map(
	documented.map(({ response }) => [response.customerPAN, response]),
);

/** Cards with a documented response. */
export const DOCUMENTED_METRICS_CARDS = documented.map(({ title, response }) => ({
	pan: response.customerPAN,
	title,
}));

/** Metrics of one card. An undocumented card that /scores cannot score has no metrics either. */
export function getMetrics({ body, week }: OperationRequest): SimulatedResponse {
	const request = parseMetricsRequest(body);
	if ('rejection' in request) return request.rejection;
	const { pan } = request;
	if (pan === METRICS_TEST_CARDS.httpError) return errorResponse(404, panNotFound());
	return {
		status: 200,
		body: DOCUMENTED_RESPONSES.get(pan) ?? generateErrors(pan, week) ?? generateMetrics(pan),
	};
}

function generateErrors(pan: string, week: number) {
	const isTestCard = pan === METRICS_TEST_CARDS.errorsInBody;
	const prediction = generatePrediction(pan, week);
	if (!isTestCard && !('errors' in prediction)) return undefined;
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

function generateMetrics(pan: string) {
	const groups = generateMetricGroups(pan);
	if (pan === METRICS_TEST_CARDS.malformedGroup) {
		groups['core'] = (groups['core'] ?? '').slice(0, 100);
	}
	return {
		customerPAN: pan,
		isNewProspect: isNewProspect(pan),
		productType: 'CREDIT_CARD',
		mtmMetrics: groups,
	};
}
