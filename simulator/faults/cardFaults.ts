// Faults in the lists of cards of a CCA scores response. Any other response is left unchanged.
import { isJsonObject, type JsonObject, type SimulatedResponse } from '../http';

const SUCCESSES = 'predictionDataSuccesses';
const ERRORS = 'predictionDataErrors';

type CardLists = { successes: JsonObject[]; errors: JsonObject[] };

/** Removes the first scored card or, if there is none, the first unscored one. */
export function removeFirstCard(response: SimulatedResponse): SimulatedResponse {
	return changeCardLists(response, ({ successes, errors }) =>
		successes.length > 0
			? { successes: successes.slice(1), errors }
			: { successes, errors: errors.slice(1) },
	);
}

/** Adds the first scored card to the list of errors. */
export function duplicateFirstCard(response: SimulatedResponse): SimulatedResponse {
	return changeCardLists(response, ({ successes, errors }) => ({
		successes,
		errors: [
			...errors,
			...successes.slice(0, 1).map((card) => ({
				customerPAN: card['customerPAN'],
				errors: [
					{
						reasonCode: 'PAN_NOT_FOUND',
						errorMessage:
							'This error is thrown when a PAN number is not found in Mastercard database',
						modelName: 'CCA_CCS_Del_M2_v1.0',
						scoreType: 'DELINQUENCY',
						productType: 'CREDIT_CARD',
					},
				],
			})),
		],
	}));
}

/** Reverses both lists. */
export function reverseCards(response: SimulatedResponse): SimulatedResponse {
	return changeCardLists(response, ({ successes, errors }) => ({
		successes: [...successes].reverse(),
		errors: [...errors].reverse(),
	}));
}

/** Masks card numbers like the OpenAPI specification's own examples: first and last four digits. */
export function maskPans(response: SimulatedResponse): SimulatedResponse {
	const text = JSON.stringify(response.body).replace(
		/"customerPAN":"(\d{4})\d+(\d{4})"/g,
		'"customerPAN":"$1********$2"',
	);
	return { ...response, body: JSON.parse(text) as unknown };
}

/** Adds fields such as a later version of the API might have. */
export function addUnknownFields(response: SimulatedResponse): SimulatedResponse {
	const unknownFields = { futureField: { nested: [1, 'two', null] }, FutureEnum: 'SOMETHING_NEW' };
	const changed = changeCardLists(response, ({ successes, errors }) => ({
		successes: successes.map((card) => ({
			...card,
			...unknownFields,
			scores: Array.isArray(card['scores'])
				? card['scores'].map((score: unknown) =>
						isJsonObject(score) ? { ...score, ...unknownFields } : score,
					)
				: card['scores'],
		})),
		errors: errors.map((card) => ({ ...card, ...unknownFields })),
	}));
	return isJsonObject(changed.body)
		? { ...changed, body: { ...changed.body, ...unknownFields } }
		: changed;
}

function changeCardLists(
	response: SimulatedResponse,
	change: (lists: CardLists) => CardLists,
): SimulatedResponse {
	const { body } = response;
	if (!isJsonObject(body) || !Array.isArray(body[SUCCESSES]) || !Array.isArray(body[ERRORS])) {
		return response;
	}
	const { successes, errors } = change({
		successes: body[SUCCESSES].filter(isJsonObject),
		errors: body[ERRORS].filter(isJsonObject),
	});
	return { ...response, body: { ...body, [SUCCESSES]: successes, [ERRORS]: errors } };
}
