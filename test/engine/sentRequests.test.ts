// What reaches Mastercard: every parameter of every node as the row gives it, and the form's defaults otherwise.
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/server';
import { BUSINESS, CUSTOMER } from '../support/openFinanceRows';
import { runInEngine, type EngineRun } from '../support/runInEngine';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
});
afterAll(async () => {
	await simulator.close();
});

const OPEN_FINANCE = { authentication: 'mastercardOpenFinanceApi' };

/** Runs a node and returns what was sent, without authentication, and what came out. */
async function send(
	node: string,
	parameters: EngineRun['parameters'],
	rows: IDataObject[] = [{ any: 1 }],
) {
	const { outputs } = await runInEngine({
		node,
		rows,
		parameters,
		credentials: {
			mastercardApi: simulator.credential,
			mastercardOpenFinanceApi: simulator.openFinanceCredential,
		},
		onError: 'continueRegularOutput',
	});
	// A session outlives the simulator's reset, so its token can be declined at first.
	const calls = simulator.calls.filter(
		({ path, status }) => !path.endsWith('/authentication') && status !== 401,
	);
	return {
		requests: calls.map(({ method, path, query, body }) => ({ method, path, query, body })),
		codes: (outputs[0] ?? []).map(
			({ json }) => (json.error as IDataObject | undefined)?.reasonCode,
		),
	};
}

const CARD = '5425233430109903';
const LOCATION = 'a1b2c3d4-0000-1234-abcd-000000000001';

describe('consumer metrics', () => {
	const METRICS = { customerPan: '={{ $json.card }}', hasConsent: true };

	it('are requested with the defaults of the form', async () => {
		const { requests } = await send('ccaMetrics', METRICS, [{ card: CARD }]);
		expect(requests).toEqual([
			{
				method: 'POST',
				path: '/consumer/credit-analytics/metrics',
				query: {},
				body: {
					customerPAN: CARD,
					hasConsent: true,
					countryCode: 'USA',
					productType: 'CREDIT_CARD',
				},
			},
		]);
	});

	it('are requested once for equal rows, and again for another country or product', async () => {
		const rows = [
			{ card: CARD, country: 'USA', product: 'CREDIT_CARD', reference: 1 },
			{ card: CARD, country: 'bra', product: 'CREDIT_CARD', reference: 2 },
			{ card: CARD, country: 'USA', product: 'DEBIT_CARD', reference: 3 },
			{ card: CARD, country: 'USA', product: 'CREDIT_CARD', reference: 4 },
		];
		const { requests } = await send(
			'ccaMetrics',
			{
				...METRICS,
				countryCode: '={{ $json.country }}',
				productType: '={{ $json.product }}',
				consentReference: '={{ $json.reference }}',
				options: { concurrency: 1 },
			},
			rows,
		);
		expect(requests.map(({ body }) => body)).toEqual([
			expect.objectContaining({ countryCode: 'USA', productType: 'CREDIT_CARD' }),
			expect.objectContaining({ countryCode: 'BRA', productType: 'CREDIT_CARD' }),
			expect.objectContaining({ countryCode: 'USA', productType: 'DEBIT_CARD' }),
		]);
	});

	it.each(['', null, ['CREDIT_CARD']])('are not requested for the product %j', async (product) => {
		const parameters = { ...METRICS, productType: '={{ $json.product }}' };
		const { requests, codes } = await send('ccaMetrics', parameters, [{ card: CARD, product }]);
		expect([requests, codes]).toEqual([[], ['CHOICE_MISSING']]);
	});
});

describe('consumer scores', () => {
	const SCORES = { customerPan: '={{ $json.card }}', hasConsent: true };

	it('are requested with the defaults of the form', async () => {
		const { requests } = await send('ccaScores', SCORES, [{ card: CARD }]);
		expect(requests).toEqual([
			{
				method: 'POST',
				path: '/consumer/credit-analytics/scores',
				query: {},
				body: {
					customerPANs: [{ customerPAN: CARD, hasConsent: true }],
					countryCode: 'USA',
					hasEmbedding: false,
					scoreTypes: ['DELINQUENCY'],
					productTypes: ['CREDIT_CARD'],
				},
			},
		]);
	});

	it('are requested with what the row gives; only true requests the embedding', async () => {
		const rows = [
			{ card: CARD, embedding: true, types: ['A', '', 'B'] },
			{ card: CARD, embedding: 'true', types: 'A' },
		];
		const { requests } = await send(
			'ccaScores',
			{
				...SCORES,
				countryCode: 'gbr',
				hasEmbedding: '={{ $json.embedding }}',
				scoreTypes: '={{ $json.types }}',
				productTypes: '={{ $json.types }}',
				options: { concurrency: 1 },
			},
			rows,
		);
		expect(requests.map(({ body }) => body)).toEqual([
			expect.objectContaining({
				countryCode: 'GBR',
				hasEmbedding: true,
				scoreTypes: ['A', 'B'],
				productTypes: ['A', 'B'],
			}),
			expect.objectContaining({ hasEmbedding: false, scoreTypes: ['A'], productTypes: ['A'] }),
		]);
	});

	it.each(['scoreTypes', 'productTypes'])('are not requested without %s', async (name) => {
		for (const value of ['={{ [] }}', "={{ '' }}", '={{ [7] }}']) {
			const { requests, codes } = await send('ccaScores', { ...SCORES, [name]: value }, [
				{ card: CARD },
			]);
			expect([requests, codes]).toEqual([[], ['CHOICE_MISSING']]);
		}
	});
});

describe('merchant locations', () => {
	const ADDRESS = {
		companyName: 'Artisan Emporium',
		streetAddress: '2000 Purchase St',
		city: 'Purchase',
		stateProvinceRegion: 'NY',
		postalCode: '10577',
	};

	it('are requested by name and address, in the USA, by default', async () => {
		const { requests } = await send('sbcaMatchLocation', ADDRESS);
		expect(requests).toMatchObject([
			{
				method: 'GET',
				path: '/small-business/credit-analytics/locations/matches',
				query: {
					company_name: 'Artisan Emporium',
					street_address: '2000 Purchase St',
					city: 'Purchase',
					state_province_region: 'NY',
					postal_code: '10577',
					country_code: 'USA',
				},
			},
		]);
	});

	it.each([
		['merchantId', 'MERCHANT_ID'],
		['taxId', 'TAX_ID'],
	])('are requested by %s, in the country of the row', async (matchBy, type) => {
		const parameters = { matchBy, idValue: '123', countryCode: 'GBR' };
		const { requests } = await send('sbcaMatchLocation', parameters);
		expect(requests).toMatchObject([
			{ query: { id_type: type, id_value: '123', country_code: 'GBR' } },
		]);
		simulator.reset();
		const openFinance = await send('sbcaMatchLocation', { ...parameters, ...OPEN_FINANCE });
		expect(openFinance.requests).toMatchObject([
			{
				method: 'GET',
				path: '/decisioning/sbca/location-matches',
				query: { idType: type, idValue: '123' },
			},
		]);
	});
});

describe('reports', () => {
	const REPORT = { locationId: LOCATION, hasConsent: true };

	it('are requested with the defaults of the form', async () => {
		const { requests } = await send('sbcaReport', REPORT);
		expect(requests).toMatchObject([
			{
				method: 'GET',
				path: `/small-business/credit-analytics/locations/metrics/${LOCATION}`,
				query: {
					has_consent: 'true',
					metrics_type: 'retail_sales_analytics',
					metrics_frequency: expect.stringMatching(/^weekly$/i),
				},
			},
		]);
	});

	it('are requested on Open Finance with customer and business', async () => {
		const { requests } = await send('sbcaReport', {
			...REPORT,
			...OPEN_FINANCE,
			metricType: 'retail_sales_benchmarks',
			metricFrequency: 'Monthly',
			customerId: CUSTOMER,
			businessDetails: BUSINESS,
		});
		expect(requests).toMatchObject([
			{
				method: 'POST',
				path: `/decisioning/customers/${CUSTOMER}/sbca`,
				body: {
					analyticsReportData: {
						sbcaParams: {
							hasConsent: true,
							locationId: LOCATION,
							metricType: 'retail_sales_benchmarks',
							metricFrequency: 'Monthly',
						},
						businessDetails: { name: BUSINESS.business.name },
					},
				},
			},
		]);
	});
});

describe('customers', () => {
	it.each(['testing', 'active'])('are created as %s, under the name of the row', async (type) => {
		const parameters = { username: '={{ $json.name }}', customerType: type };
		const { requests } = await send('sbcaCustomer', parameters, [{ name: 'merchant-0001' }]);
		expect(requests).toMatchObject([
			{
				method: 'POST',
				path: `/aggregation/v2/customers/${type}`,
				body: { username: 'merchant-0001' },
			},
		]);
	});

	it('get no business record with a country of three letters, which reports would take', async () => {
		const { requests, codes } = await send('sbcaCustomer', {
			operation: 'createBusiness',
			customerId: CUSTOMER,
			businessDetails: { business: { ...BUSINESS.business, country: 'USA' } },
		});
		expect([requests, codes]).toEqual([[], ['BUSINESS_COUNTRY']]);
	});

	it('get the business record of the row', async () => {
		const { requests } = await send('sbcaCustomer', {
			operation: 'createBusiness',
			customerId: CUSTOMER,
			businessDetails: BUSINESS,
		});
		expect(requests).toMatchObject([
			{
				method: 'POST',
				path: `/business-services/customers/${CUSTOMER}/businesses`,
				body: { name: BUSINESS.business.name, phoneNumber: { countryCode: '1' } },
			},
		]);
	});
});

describe('requests to Open Finance', () => {
	it('name the format of a body, and only where there is one', async () => {
		const parameters = { username: 'merchant-0002', customerType: 'testing' };
		await send('sbcaCustomer', parameters);
		await send('sbcaMatchLocation', {
			...OPEN_FINANCE,
			companyName: 'Artisan Emporium',
			streetAddress: '2000 Purchase St',
		});
		const sent = simulator.calls.filter(({ path }) => !path.endsWith('/authentication'));
		expect(new Set(sent.map(({ method }) => method))).toEqual(new Set(['POST', 'GET']));
		for (const { method, headers } of sent) {
			expect(headers.accept).toBe('application/json');
			expect(headers['content-type']).toBe(method === 'POST' ? 'application/json' : undefined);
		}
	});
});
