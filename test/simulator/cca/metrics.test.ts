import fc from 'fast-check';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { cardNumber } from '../../support/cardNumbers';
import { RawMastercardClient } from '../../support/rawMastercardClient';

const PATH = '/consumer/credit-analytics/metrics';

interface MetricsResponse {
	customerPAN: string;
	isNewProspect?: boolean;
	mtmMetrics?: Record<string, string>;
	errors?: Array<{ reasonCode: string; errorMessage: string }>;
}

function requestFor(customerPAN: string, changes: Record<string, unknown> = {}) {
	return {
		countryCode: 'USA',
		customerPAN,
		productType: 'CREDIT_CARD',
		hasConsent: true,
		...changes,
	};
}

describe('POST /metrics', () => {
	let simulator: Simulator;
	let client: RawMastercardClient;

	beforeAll(async () => {
		simulator = await startSimulator();
		client = new RawMastercardClient(simulator.credential);
	});
	afterAll(async () => {
		await simulator.close();
	});

	const postMetrics = async (body: unknown) => await client.postEncrypted(PATH, body);

	test('documented: the success case, as far as it is public; core is JSON in a string', async () => {
		const response = await postMetrics(requestFor('5255923576711240'));
		expect(response.status).toBe(200);
		const body = response.body as MetricsResponse;
		expect(body).toMatchObject({
			customerPAN: '5255923576711240',
			isNewProspect: false,
			productType: 'CREDIT_CARD',
		});
		const prefix =
			'{"core_trv_max_to_avg_txn_amt_ratio_1m":225.0,"core_xb_txn_amt_1m":-4158.0,"core_blp_max_txn_amt_6m":57146.9,"core_recur_txn_amt_6m":140.0,"core_xb_cp_txn_amt_12m":53.5';
		expect(body.mtmMetrics).toEqual({ core: `${prefix}}` });
	});

	test('any other card has metrics that follow the name pattern or a reason, the same every time', async () => {
		await fc.assert(
			fc.asyncProperty(cardNumber(), async (pan) => {
				const response = await postMetrics(requestFor(pan));
				const body = response.body as MetricsResponse;
				expect(response.status).toBe(200);
				expect(body.customerPAN).toBe(pan);
				if (body.errors === undefined) {
					expect(Object.keys(body.mtmMetrics ?? {})).toEqual(['core', 'spend', 'decline']);
					for (const [group, text] of Object.entries(body.mtmMetrics ?? {})) {
						const values = JSON.parse(text) as Record<string, unknown>;
						for (const [name, value] of Object.entries(values)) {
							expect(name).toMatch(new RegExp(`^${group}_[a-z_]+_(1|6|12)m$`));
							expect(value === null || typeof value === 'number').toBe(true);
						}
					}
				}
				expect((await postMetrics(requestFor(pan))).body).toEqual(body);
			}),
			{ numRuns: 40 },
		);
	});

	test('a card that /scores cannot score has the same reason here, in a 200', async () => {
		const pans = fc.sample(cardNumber(), { numRuns: 60, seed: 7 });
		let unscored = 0;
		for (const pan of pans) {
			const scored = await client.postEncrypted('/consumer/credit-analytics/scores', {
				hasEmbedding: false,
				countryCode: 'USA',
				customerPANs: [{ customerPAN: pan, hasConsent: true }],
				scoreTypes: ['DELINQUENCY'],
				productTypes: ['CREDIT_CARD'],
			});
			const { predictionDataErrors } = scored.body as {
				predictionDataErrors: Array<{ errors: Array<{ reasonCode: string }> }>;
			};
			const reason = predictionDataErrors[0]?.errors[0]?.reasonCode;
			const { errors } = (await postMetrics(requestFor(pan))).body as MetricsResponse;
			expect(errors?.[0]?.reasonCode).toBe(reason);
			if (reason !== undefined) unscored += 1;
		}
		expect(unscored).toBeGreaterThan(0);
	});

	test('test cards: a group that cannot be parsed, an HTTP error, errors in a 200', async () => {
		const cut = (await postMetrics(requestFor('5204740000001002'))).body as MetricsResponse;
		expect(() => JSON.parse(cut.mtmMetrics?.core ?? '{}') as unknown).toThrow(SyntaxError);
		expect(JSON.parse(cut.mtmMetrics?.spend ?? '')).toHaveProperty('spend_nec_txn_amt_1m');

		const notFound = await postMetrics(requestFor('5204740000001010'));
		expect(notFound.status).toBe(404);
		expect(notFound.json).toMatchObject({
			Errors: { Error: [{ Source: 'ConsumerCreditAnalytics', ReasonCode: 'PAN_NOT_FOUND' }] },
		});

		const errorsInBody = await postMetrics(requestFor('5204740000001028'));
		expect(errorsInBody.status).toBe(200);
		expect(errorsInBody.body).toMatchObject({ errors: [{ reasonCode: 'PAN_NOT_FOUND' }] });
	});

	test.each(['countryCode', 'customerPAN', 'productType', 'hasConsent'])(
		'without %s the documented 400 names it',
		async (name) => {
			const response = await postMetrics(requestFor('5255923576711240', { [name]: undefined }));
			expect(response.status).toBe(400);
			expect(response.json).toMatchObject({
				Errors: {
					Error: [
						{
							ReasonCode: 'MISSING_REQUIRED_FIELD',
							Details: `The ${name} parameter is required but was not provided.`,
						},
					],
				},
			});
		},
	);

	test.each([
		['no consent', { hasConsent: false }, 403, 'CONSENT_NOT_PROVIDED'],
		['a wrong check digit', { customerPAN: '5255923576711241' }, 400, 'INVALID_ARGUMENT'],
		['another product', { productType: 'LOAN' }, 400, 'INVALID_ARGUMENT'],
		['a two-letter country', { countryCode: 'US' }, 400, 'INVALID_ARGUMENT'],
	])('%s is rejected', async (_what, changes, status, reasonCode) => {
		const response = await postMetrics(requestFor('5255923576711240', changes));
		expect(response.status).toBe(status);
		expect(response.json).toMatchObject({ Errors: { Error: [{ ReasonCode: reasonCode }] } });
	});
});
