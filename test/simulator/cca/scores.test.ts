import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { cardNumber, withCheckDigit } from '../../support/cardNumbers';
import { RawMastercardClient } from '../../support/rawMastercardClient';

const PATH = '/consumer/credit-analytics/scores';

interface DocumentedCase {
	title: string;
	request: ScoresRequest;
	response: ScoresResponse;
}
interface ScoresRequest {
	hasEmbedding: boolean;
	countryCode: string;
	customerPANs: Array<{ customerPAN: string; hasConsent: boolean }>;
	scoreTypes: string[];
	productTypes: string[];
}
interface ScoresResponse {
	predictionDataSuccesses: Array<{ customerPAN: string; scores: Array<Record<string, unknown>> }>;
	predictionDataErrors: Array<{ customerPAN: string; errors: Array<Record<string, unknown>> }>;
}

const documented = JSON.parse(
	readFileSync(join(__dirname, '../../../simulator/fixtures/ccaScores.json'), 'utf8'),
) as DocumentedCase[];

function requestFor(pans: string[], changes: Record<string, unknown> = {}) {
	return {
		hasEmbedding: true,
		countryCode: 'USA',
		customerPANs: pans.map((customerPAN) => ({ customerPAN, hasConsent: true })),
		scoreTypes: ['DELINQUENCY'],
		productTypes: ['CREDIT_CARD'],
		...changes,
	};
}

describe('POST /scores', () => {
	let simulator: Simulator;
	let client: RawMastercardClient;

	beforeAll(async () => {
		simulator = await startSimulator();
		client = new RawMastercardClient(simulator.credential);
	});
	afterAll(async () => {
		await simulator.close();
	});

	const postScores = async (body: unknown) => await client.postEncrypted(PATH, body);
	const getScores = async (body: unknown) => (await postScores(body)).body as ScoresResponse;

	test('seven cases are documented', () => {
		expect(documented).toHaveLength(7);
	});

	test.each(documented)('documented: $title', async ({ request, response }) => {
		const actual = await postScores(request);
		expect(actual.status).toBe(200);
		// As text, so that the order of fields counts as well.
		expect(JSON.stringify(actual.body)).toBe(JSON.stringify(response));
	});

	test('all documented cards in one request: scored and unscored in separate lists, each in request order', async () => {
		const withFeatures = documented.filter(({ request }) => request.hasEmbedding);
		const pans = withFeatures.map(({ request }) => request.customerPANs[0]?.customerPAN ?? '');
		const response = await getScores(requestFor(pans));
		expect(response.predictionDataSuccesses).toEqual(
			withFeatures.flatMap(({ response }) => response.predictionDataSuccesses),
		);
		expect(response.predictionDataErrors).toEqual(
			withFeatures.flatMap(({ response }) => response.predictionDataErrors),
		);
	});

	test('hasEmbedding decides for every card whether its features are included', async () => {
		const pans = ['5425233430109903', '5537502036796908', '5555555555554444'];
		for (const hasEmbedding of [false, true]) {
			const response = await getScores(requestFor(pans, { hasEmbedding }));
			const scores = response.predictionDataSuccesses.flatMap((card) => card.scores);
			expect(scores.length).toBeGreaterThanOrEqual(2);
			for (const score of scores) {
				expect('embeddingFeatures' in score).toBe(hasEmbedding);
			}
		}
	});

	test.each(['hasEmbedding', 'countryCode', 'customerPANs', 'scoreTypes', 'productTypes'])(
		'without %s the documented 400 names it',
		async (name) => {
			const response = await postScores(requestFor(['5425233430109903'], { [name]: undefined }));
			expect(response.status).toBe(400);
			expect(response.json).toEqual({
				Errors: {
					Error: [
						{
							Source: 'ConsumerCreditAnalytics',
							ReasonCode: 'MISSING_REQUIRED_FIELD',
							Description: 'The parameter is required but not provided.',
							Recoverable: false,
							Details: `The ${name} parameter is required but was not provided.`,
						},
					],
				},
			});
		},
	);

	test('every missing field has its own error', async () => {
		const response = await postScores({ customerPANs: [{}] });
		expect(JSON.stringify(response.json).match(/The (\S+) parameter/g)).toEqual([
			'The hasEmbedding parameter',
			'The countryCode parameter',
			'The scoreTypes parameter',
			'The productTypes parameter',
			'The customerPANs[0].customerPAN parameter',
			'The customerPANs[0].hasConsent parameter',
		]);
	});

	test.each([
		['twenty-one cards', requestFor(Array.from({ length: 21 }, () => '5425233430109903'))],
		['a wrong check digit', requestFor(['5425233430109904'])],
		['a card number as a number', requestFor([5425233430109903 as unknown as string])],
		['fifteen digits', requestFor(['378282246310005'])],
		['an unknown score type', requestFor(['5425233430109903'], { scoreTypes: ['BANKRUPTCY'] })],
		['an unknown product type', requestFor(['5425233430109903'], { productTypes: ['DEBIT_CARD'] })],
		['a two-letter country', requestFor(['5425233430109903'], { countryCode: 'US' })],
		['a text for hasEmbedding', requestFor(['5425233430109903'], { hasEmbedding: 'true' })],
	])('%s is an invalid argument, and the error contains no card number', async (_what, body) => {
		const response = await postScores(body);
		expect(response.status).toBe(400);
		expect(response.json).toMatchObject({
			Errors: { Error: [{ ReasonCode: 'INVALID_ARGUMENT' }] },
		});
		expect(response.text).not.toMatch(/\d{12,}/);
	});

	test.each([false, 'true', 1])(
		'consent %p for one card rejects the request',
		async (hasConsent) => {
			const body = requestFor(['5425233430109903', '5408577159639842']);
			const response = await postScores({
				...body,
				customerPANs: [body.customerPANs[0], { customerPAN: '5408577159639842', hasConsent }],
			});
			expect(response.status).toBe(403);
			expect(response.json).toMatchObject({
				Errors: { Error: [{ ReasonCode: 'CONSENT_NOT_PROVIDED' }] },
			});
		},
	);

	test('twenty cards are one call with twenty cards', async () => {
		simulator.reset();
		const pans = fc.sample(cardNumber(), { numRuns: 20, seed: 1 });
		await postScores(requestFor(pans));
		expect(simulator.calls).toHaveLength(1);
		expect(simulator.calls[0]).toMatchObject({
			cardCount: 20,
			status: 200,
			path: PATH,
			method: 'POST',
		});
	});

	test('any valid card has a valid response, the same every time', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(cardNumber(), { minLength: 1, maxLength: 20 }),
				async (pans) => {
					const response = await getScores(requestFor(pans));
					const cards = [...response.predictionDataSuccesses, ...response.predictionDataErrors];
					expect(cards.map((card) => card.customerPAN).sort()).toEqual([...pans].sort());
					response.predictionDataSuccesses.forEach((card) => card.scores.forEach(checkScore));
					for (const { errors } of response.predictionDataErrors) {
						expect(errors.length).toBeGreaterThan(0);
					}
					expect(await getScores(requestFor(pans))).toEqual(response);
				},
			),
			{ numRuns: 25 },
		);
	});

	test('a portfolio has every kind of result', async () => {
		const pans = Array.from({ length: 400 }, (_, index) =>
			withCheckDigit(`5412750${String(index * 7919).padStart(8, '0')}`),
		);
		const outcomes = new Set<string>();
		for (let at = 0; at < pans.length; at += 20) {
			const response = await getScores(requestFor(pans.slice(at, at + 20)));
			response.predictionDataErrors.forEach(({ errors }) =>
				outcomes.add(String(errors[0]?.reasonCode)),
			);
			for (const { scores } of response.predictionDataSuccesses) {
				outcomes.add(`${scores.length} model`);
				outcomes.add(`prospect ${String(scores[0]?.isNewProspect)}`);
				outcomes.add(`changed ${String(scores[0]?.hasScoreChangedFromLastWeek)}`);
				outcomes.add(`decile ${String(scores[0]?.decile)}`);
			}
		}
		expect([...outcomes].sort()).toEqual(
			[
				'NOT_ENOUGH_TRANSACTIONS_TO_SCORE',
				'CARD_TOO_NEW_TO_SCORE',
				'PAN_NOT_FOUND',
				'1 model',
				'2 model',
				...['true', 'false'].flatMap((value) => [`prospect ${value}`, `changed ${value}`]),
				...Array.from({ length: 10 }, (_, index) => `decile ${index + 1}`),
			].sort(),
		);
	});
});

function checkScore(score: Record<string, unknown>): void {
	expect(score).toMatchObject({
		scoreType: 'DELINQUENCY',
		productType: 'CREDIT_CARD',
		modelName: expect.stringMatching(/^CCA_CCS_Del_M[12]_v1\.0$/) as string,
		embeddingFeatures: expect.stringMatching(/^\{(f\d+:\d\.\d{6},){15}f16:\d\.\d{6}\}$/) as string,
	});
	expect(score.score).toBeGreaterThanOrEqual(1);
	expect(score.score).toBeLessThanOrEqual(999);
	expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(score.decile);
	// Documented: the decile of a new prospect never counts as changed.
	if (score.isNewProspect) expect(score.hasScoreChangedFromLastWeek).toBe(false);
}
