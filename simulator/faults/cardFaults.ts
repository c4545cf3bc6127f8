// Faults inside an otherwise right answer about cards. An answer of another shape is left as it is.
import { isJsonObject, type Answer, type JsonObject } from '../http';

const SUCCESSES = 'predictionDataSuccesses';
const ERRORS = 'predictionDataErrors';

type Lists = { successes: JsonObject[]; errors: JsonObject[] };

/** Leaves the first card out of both lists. */
export function dropCard(answer: Answer): Answer {
	return changeLists(answer, ({ successes, errors }) =>
		successes.length > 0
			? { successes: successes.slice(1), errors }
			: { successes, errors: errors.slice(1) },
	);
}

/** Puts the first scored card into the list of errors, too. */
export function cardInBoth(answer: Answer): Answer {
	return changeLists(answer, ({ successes, errors }) => ({
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

/** Turns the order of both lists around. */
export function reverseCards(answer: Answer): Answer {
	return changeLists(answer, ({ successes, errors }) => ({
		successes: [...successes].reverse(),
		errors: [...errors].reverse(),
	}));
}

/** Shows card numbers as the OpenAPI's own examples do: first digits and last four. */
export function maskPan(answer: Answer): Answer {
	const text = JSON.stringify(answer.body).replace(
		/"customerPAN":"(\d{4})\d+(\d{4})"/g,
		'"customerPAN":"$1********$2"',
	);
	return { ...answer, body: JSON.parse(text) as unknown };
}

/** Adds what a later version of the API might. */
export function extraFields(answer: Answer): Answer {
	const added = { futureField: { nested: [1, 'two', null] }, FutureEnum: 'SOMETHING_NEW' };
	const changed = changeLists(answer, ({ successes, errors }) => ({
		successes: successes.map((card) => ({
			...card,
			...added,
			scores: Array.isArray(card['scores'])
				? card['scores'].map((score: unknown) =>
						isJsonObject(score) ? { ...score, ...added } : score,
					)
				: card['scores'],
		})),
		errors: errors.map((card) => ({ ...card, ...added })),
	}));
	return isJsonObject(changed.body) ? { ...changed, body: { ...changed.body, ...added } } : changed;
}

function changeLists(answer: Answer, change: (lists: Lists) => Lists): Answer {
	const { body } = answer;
	if (!isJsonObject(body) || !Array.isArray(body[SUCCESSES]) || !Array.isArray(body[ERRORS])) {
		return answer;
	}
	const { successes, errors } = change({
		successes: body[SUCCESSES].filter(isJsonObject),
		errors: body[ERRORS].filter(isJsonObject),
	});
	return { ...answer, body: { ...body, [SUCCESSES]: successes, [ERRORS]: errors } };
}
