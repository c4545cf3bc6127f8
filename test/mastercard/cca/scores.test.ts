import fc from 'fast-check';
import {
	parseScoresResponse,
	scoresBatchKey,
	buildScoresRequest,
	type ScoresParams,
} from '../../../mastercard/cca/scores';
import { cardNumber } from '../../support/cardNumbers';
import { toHttpResponse, documented } from '../../support/documented';

const NOW = Date.parse('2026-01-01T00:00:00Z');

function params(pan: string, more: Partial<ScoresParams> = {}): ScoresParams {
	return {
		pan,
		countryCode: 'USA',
		hasEmbedding: true,
		scoreTypes: ['DELINQUENCY'],
		productTypes: ['CREDIT_CARD'],
		...more,
	};
}

interface DocumentedRequest {
	hasEmbedding: boolean;
	customerPANs: { customerPAN: string }[];
}

function parseDocumented(name: string) {
	const example = documented(name);
	const body = example.request.body as unknown as DocumentedRequest;
	const allParams = body.customerPANs.map(({ customerPAN }) =>
		params(customerPAN, { hasEmbedding: body.hasEmbedding }),
	);
	return {
		example,
		allParams,
		results: parseScoresResponse(toHttpResponse(example), allParams, NOW),
	};
}

describe('a card with scores', () => {
	test.each([
		'cca-scores-01-available',
		'cca-scores-02-new-prospect',
		'cca-scores-03-without-embedding',
		'cca-scores-04-multiple-models',
	])('%s: builds the documented request, and returns every score as Mastercard sent it', (name) => {
		const { example, allParams, results } = parseDocumented(name);
		expect(buildScoresRequest(allParams)).toEqual(example.request.body);
		const { predictionDataSuccesses } = example.response as {
			predictionDataSuccesses: { scores: unknown[] }[];
		};
		expect(results).toEqual([
			{ kind: 'succeeded', value: { scores: predictionDataSuccesses[0]?.scores, reasons: [] } },
		]);
	});

	test('cca-scores-04: keeps the models in the order of the response', () => {
		const [result] = parseDocumented('cca-scores-04-multiple-models').results;
		expect(result?.kind === 'succeeded' && result.value.scores.map(({ score }) => score)).toEqual([
			570, 790,
		]);
	});
});

describe('a card that cannot be scored', () => {
	test.each([
		['cca-scores-neg-01-not-enough-transactions', 'NOT_ENOUGH_TRANSACTIONS_TO_SCORE', 1],
		['cca-scores-neg-02-card-too-new', 'CARD_TOO_NEW_TO_SCORE', 1],
		['cca-scores-neg-03-card-too-new-multiple-models', 'CARD_TOO_NEW_TO_SCORE', 2],
	])('%s: has no data (%s), with the reason of each model', (name, reasonCode, models) => {
		const { example, allParams, results } = parseDocumented(name);
		expect(buildScoresRequest(allParams)).toEqual(example.request.body);
		const { predictionDataErrors } = example.response as {
			predictionDataErrors: { errors: unknown[] }[];
		};
		expect(predictionDataErrors[0]?.errors).toHaveLength(models);
		expect(results).toEqual([
			{
				kind: 'noData',
				reasonCode,
				value: { scores: [], reasons: predictionDataErrors[0]?.errors },
			},
		]);
	});

	test('is found when one model has a score and the other a reason, and keeps both', () => {
		const pan = '5425233430109903';
		const body = {
			predictionDataSuccesses: [{ customerPAN: pan, scores: [{ score: 8 }] }],
			predictionDataErrors: [{ customerPAN: pan, errors: [{ reasonCode: 'X' }] }],
		};
		expect(parseScoresResponse({ status: 200, headers: {}, body }, [params(pan)], NOW)).toEqual([
			{ kind: 'succeeded', value: { scores: [{ score: 8 }], reasons: [{ reasonCode: 'X' }] } },
		]);
	});
});

test('keeps the scores and reasons of both entries of a card', () => {
	const pan = '5425233430109903';
	const entry = (name: string, value: object) => ({ customerPAN: pan, [name]: [value] });
	const body = {
		predictionDataSuccesses: [entry('scores', { score: 8 }), entry('scores', { score: 9 })],
		predictionDataErrors: [
			entry('errors', { reasonCode: 'PAN_NOT_FOUND' }),
			entry('errors', { reasonCode: 'CARD_TOO_NEW_TO_SCORE' }),
		],
	};
	expect(parseScoresResponse({ status: 200, headers: {}, body }, [params(pan)], NOW)).toEqual([
		{
			kind: 'succeeded',
			value: {
				scores: [{ score: 8 }, { score: 9 }],
				reasons: [{ reasonCode: 'PAN_NOT_FOUND' }, { reasonCode: 'CARD_TOO_NEW_TO_SCORE' }],
			},
		},
	]);
});

test("cca-scores-err-400-missing-country-code: fails every card of the call with Mastercard's message", () => {
	const allParams = [params('5425233430109903'), params('5408577159639842')];
	const response = toHttpResponse(documented('cca-scores-err-400-missing-country-code'));
	const results = parseScoresResponse(response, allParams, NOW);
	expect(results).toHaveLength(2);
	for (const result of results)
		expect(result).toEqual({
			kind: 'failed',
			failure: {
				message: 'Mastercard declined the request: The parameter is required but not provided.',
				description:
					'The countryCode parameter is required but was not provided. Fill in the parameter that Mastercard names.',
				httpCode: 400,
				reasonCode: 'MISSING_REQUIRED_FIELD',
				source: 'ConsumerCreditAnalytics',
				retryable: false,
				scope: 'call',
				correlationId: 'corr-1',
			},
		});
});

test('gives every card its own result, whatever the order of the response', () => {
	const outcome = fc.constantFrom('score', 'reason', 'silence');
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.tuple(cardNumber(), outcome, fc.nat()), {
				minLength: 1,
				maxLength: 20,
				selector: ([pan]) => pan,
			}),
			(cards) => {
				const shuffled = [...cards].sort(([, , a], [, , b]) => a - b);
				const body = {
					predictionDataSuccesses: shuffled
						.filter(([, kind]) => kind === 'score')
						.map(([pan]) => ({ customerPAN: pan, scores: [{ modelName: pan }] })),
					predictionDataErrors: shuffled
						.filter(([, kind]) => kind === 'reason')
						.map(([pan]) => ({ customerPAN: pan, errors: [{ reasonCode: pan }] })),
				};
				const allParams = cards.map(([pan]) => params(pan));
				const results = parseScoresResponse({ status: 200, headers: {}, body }, allParams, NOW);
				expect(
					results.map((result) =>
						result.kind === 'succeeded'
							? result.value.scores[0]?.modelName
							: result.kind === 'noData'
								? result.reasonCode
								: result.failure.reasonCode,
					),
				).toEqual(cards.map(([pan, kind]) => (kind === 'silence' ? 'CARD_NOT_IN_RESPONSE' : pan)));
			},
		),
	);
});

test.each([null, '', [], 'scores', {}, { predictionDataSuccesses: 'none' }])(
	'fails for a 200 with the body %j, and warns of the charge',
	(body) => {
		const [result] = parseScoresResponse(
			{ status: 200, headers: {}, body },
			[params('5425233430109903')],
			NOW,
		);
		expect(result).toMatchObject({
			kind: 'failed',
			failure: { reasonCode: 'UNEXPECTED_RESPONSE', httpCode: 200, retryable: false },
		});
	},
);

test('lets cards share a call only when everything but the card number is equal', () => {
	const group = scoresBatchKey(params('5425233430109903'));
	expect(scoresBatchKey(params('5408577159639842'))).toBe(group);
	for (const other of [
		{ countryCode: 'GBR' },
		{ hasEmbedding: false },
		{ scoreTypes: ['OTHER'] },
		{ productTypes: ['DEBIT_CARD'] },
	])
		expect(scoresBatchKey(params('5425233430109903', other))).not.toBe(group);
});

test('a card without a score keeps its reason when Mastercard masks the card number', () => {
	const errors = [{ reasonCode: 'CARD_TOO_NEW_TO_SCORE', errorMessage: 'Too new' }];
	const body = {
		predictionDataSuccesses: [{ customerPAN: '5408********9842', scores: [{ score: 8 }] }],
		predictionDataErrors: [{ customerPAN: '5425********9903', errors }],
	};
	const cards = [params('5425233430109903'), params('5408577159639842')];
	expect(parseScoresResponse({ status: 200, headers: {}, body }, cards, NOW)).toEqual([
		{ kind: 'noData', reasonCode: 'CARD_TOO_NEW_TO_SCORE', value: { scores: [], reasons: errors } },
		{ kind: 'succeeded', value: { scores: [{ score: 8 }], reasons: [] } },
	]);
});

describe('a response of another form than documented', () => {
	const pan = '5425233430109903';
	const parse = (body: unknown) =>
		parseScoresResponse({ status: 200, headers: {}, body }, [params(pan)], NOW)[0];
	const entry = (more: object) => ({ customerPAN: pan, ...more });

	test.each([
		['scores', { predictionDataSuccesses: [entry({ scores: [{ score: 8 }] })] }, 'succeeded'],
		['errors', { predictionDataErrors: [entry({ errors: [{ reasonCode: 'X' }] })] }, 'noData'],
	])('one list without the other is enough: %s', (_, body, kind) => {
		expect(parse(body)).toMatchObject({ kind });
	});

	test('lists may hold anything', () => {
		const scores = [null, 'x', { score: 8 }];
		expect(parse({ predictionDataSuccesses: [null, 'x', entry({ scores })] })).toMatchObject({
			kind: 'succeeded',
			value: { scores: [{ score: 8 }] },
		});
	});

	test('a reason without a code is counted as UNKNOWN', () => {
		expect(parse({ predictionDataErrors: [entry({ errors: [{}] })] })).toMatchObject({
			kind: 'noData',
			reasonCode: 'UNKNOWN',
		});
	});

	test.each([
		['without scores', { predictionDataSuccesses: [entry({})] }],
		['that is not mentioned', { predictionDataSuccesses: [] }],
	])('a card %s fails with a warning of the charge', (_, body) => {
		expect(parse(body)).toMatchObject({
			kind: 'failed',
			failure: {
				reasonCode: 'CARD_NOT_IN_RESPONSE',
				message: expect.stringContaining('this card'),
				description: expect.stringContaining('may have been charged'),
			},
		});
	});

	test('a 200 without lists says what was expected', () => {
		expect(parse({})).toMatchObject({
			failure: { message: expect.stringMatching(/expected .*scores/) },
		});
	});
});
