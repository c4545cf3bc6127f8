import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../../simulator/server';
import { RawMastercardClient } from '../../support/rawMastercardClient';

const AUTHENTICATION = '/aggregation/v2/partners/authentication';
const MATCHES = '/decisioning/sbca/location-matches';

type Json = Record<string, unknown>;

interface DocumentedCases {
	matches: { query: Record<string, string>; response: unknown };
	reports: Array<{ title: string; path: string; body: ReportBody; response: Json }>;
}
interface ReportBody {
	analyticsReportData: {
		sbcaParams: Json;
		businessDetails: Json & { address: Json; phoneNumber: Json };
	};
}

const documented = JSON.parse(
	readFileSync(join(__dirname, 'documentedCases.json'), 'utf8'),
) as DocumentedCases;
const [analytics, benchmarks] = documented.reports as [
	DocumentedCases['reports'][0],
	DocumentedCases['reports'][0],
];

/** A plain client: app key, token, JSON. */
class OpenFinanceClient {
	token = '';

	constructor(readonly simulator: Simulator) {}

	async authenticate(changes: Json = {}) {
		const { partnerId, partnerSecret } = this.simulator.openFinanceCredential;
		const response = await this.post(AUTHENTICATION, { partnerId, partnerSecret, ...changes });
		this.token = String((response.body as Json).token ?? this.token);
		return response;
	}

	async get(path: string, headers: Record<string, string> = {}) {
		return await this.send(path, { headers });
	}

	async post(path: string, body: unknown, headers: Record<string, string> = {}) {
		return await this.send(path, { method: 'POST', body: JSON.stringify(body), headers });
	}

	private async send(path: string, init: RequestInit & { headers: Record<string, string> }) {
		const response = await fetch(this.simulator.url + path, {
			...init,
			headers: {
				'Finicity-App-Key': this.simulator.openFinanceCredential.appKey,
				'Finicity-App-Token': this.token,
				Accept: 'application/json',
				...init.headers,
			},
		});
		const text = await response.text();
		const isJson = response.headers.get('content-type') === 'application/json';
		return {
			status: response.status,
			type: response.headers.get('content-type'),
			body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text,
		};
	}
}

describe('Open Finance', () => {
	let simulator: Simulator;
	let client: OpenFinanceClient;

	const start = async (options: SimulatorOptions = {}) => {
		simulator = await startSimulator(options);
		client = new OpenFinanceClient(simulator);
	};
	const query = (values: Record<string, string>) => `${MATCHES}?${new URLSearchParams(values)}`;

	beforeAll(async () => {
		await start();
	});
	beforeEach(async () => {
		simulator.reset();
		await client.authenticate();
	});
	afterAll(async () => {
		await simulator.close();
	});

	describe('authentication', () => {
		test('issues a token', async () => {
			const response = await client.authenticate();
			expect(response.status).toBe(200);
			expect(Object.keys(response.body as Json)).toEqual(['token']);
		});

		test.each<[string, Json, Record<string, string>, number, Json]>([
			[
				'no partner id',
				{ partnerId: undefined },
				{},
				400,
				{ code: '10005', message: 'Missing parameter (partnerId)' },
			],
			['no secret', { partnerSecret: '' }, {}, 400, { code: '10005' }],
			[
				'no app key',
				{},
				{ 'Finicity-App-Key': '' },
				401,
				{ code: '10026', message: 'Missing parameter (Finicity-App-Key)' },
			],
			['a wrong app key', {}, { 'Finicity-App-Key': 'x' }, 401, { code: '10027' }],
			[
				'a wrong secret',
				{ partnerSecret: 'wrong' },
				{},
				401,
				{ code: '10001', message: 'Invalid credentials' },
			],
			[
				'an unknown partner, with a number for a code',
				{ partnerId: '1' },
				{},
				404,
				{ code: 12401, message: 'partner not found' },
			],
		])('with %s is rejected', async (_what, changes, headers, status, body) => {
			const { partnerId, partnerSecret } = simulator.openFinanceCredential;
			const response = await client.post(
				AUTHENTICATION,
				{ partnerId, partnerSecret, ...changes },
				headers,
			);
			expect(response.status).toBe(status);
			expect(response.body).toMatchObject(body);
		});

		test('five wrong secrets lock the account, even for the correct one', async () => {
			for (let attempt = 0; attempt < 5; attempt += 1) {
				expect((await client.authenticate({ partnerSecret: 'wrong' })).body).toMatchObject({
					code: '10001',
				});
			}
			const locked = await client.authenticate();
			expect([locked.status, (locked.body as Json).code]).toEqual([401, '10021']);
			simulator.reset();
			expect((await client.authenticate()).status).toBe(200);
		});

		test('a correct secret after four wrong ones resets the count', async () => {
			for (let round = 0; round < 2; round += 1) {
				for (let attempt = 0; attempt < 4; attempt += 1)
					await client.authenticate({ partnerSecret: 'wrong' });
				expect((await client.authenticate()).status).toBe(200);
			}
		});

		test('tokens can be ended before their time', async () => {
			simulator.endOpenFinanceTokens();
			const ended = await client.get(query(documented.matches.query));
			expect([ended.status, (ended.body as Json).code]).toEqual([401, '10023']);
			await client.authenticate();
			expect((await client.get(query(documented.matches.query))).status).toBe(200);
		});

		test.each([
			['no token', { 'Finicity-App-Token': '' }, '10024'],
			['an unknown token', { 'Finicity-App-Token': 'x' }, '10022'],
			['no app key', { 'Finicity-App-Key': '' }, '10026'],
			['a wrong app key', { 'Finicity-App-Key': 'x' }, '10027'],
		])('a call with %s is rejected', async (_what, headers, code) => {
			const response = await client.get(query(documented.matches.query), headers);
			expect([response.status, (response.body as Json).code]).toEqual([401, code]);
		});

		test('a token expires, and a new one can be issued', async () => {
			const brief = new OpenFinanceClient(await startSimulator({ openFinanceTokenTtlSeconds: 0 }));
			await brief.authenticate();
			const response = await brief.get(query(documented.matches.query));
			await brief.simulator.close();
			expect([response.status, response.body]).toEqual([
				401,
				{ code: '10023', message: 'Expired (Finicity-App-Token)' },
			]);
		});
	});

	describe('matches', () => {
		test('documented: one match, with a number as its postal code', async () => {
			const response = await client.get(query(documented.matches.query));
			expect(response.status).toBe(200);
			expect(JSON.stringify(response.body)).toBe(JSON.stringify(documented.matches.response));
		});

		test('empty values count as missing, as in Mastercard’s own test', async () => {
			const response = await client.get(
				query({
					idType: '',
					idValue: '',
					merchantName: 'Artisan Emporium',
					streetAddress: '2000 Purchase St',
					city: 'Purchase',
					stateProvinceRegion: 'NY',
					postalCode: '10577',
				}),
			);
			expect(response.body).toEqual(documented.matches.response);
		});

		test.each<[string, Record<string, string>, number, Json]>([
			[
				'nothing',
				{},
				400,
				{ code: '10020', status: '400', message: 'Data missing : MerchantName, streetAddress.' },
			],
			[
				'an unknown ID type',
				{ idType: 'X', idValue: '1' },
				400,
				{ code: '10025', message: 'Invalid data: IdType, IdValue.' },
			],
			['half an id', { idType: 'MERCHANT_ID' }, 400, { code: '10020' }],
			[
				'both an ID and a name',
				{ idType: 'MERCHANT_ID', idValue: '1', merchantName: 'A' },
				400,
				{ code: '10030', message: 'Invalid data combination.' },
			],
			[
				'an invalid postal code',
				{ merchantName: 'A', streetAddress: 'B', postalCode: '105776' },
				400,
				{ code: '10025' },
			],
			[
				'a city with other characters than the documented ones',
				{ merchantName: 'A', streetAddress: 'B', city: 'St. Louis' },
				400,
				{ code: '10025', message: 'Invalid data: city.' },
			],
			[
				'an unknown merchant',
				{ idType: 'MERCHANT_ID', idValue: '106241230D0122' },
				404,
				{ code: '10100', message: 'No potential location matches found.' },
			],
		])('%s: the documented error', async (_what, merchant, status, body) => {
			const response = await client.get(query(merchant));
			expect(response.status).toBe(status);
			expect(response.body).toMatchObject(body);
		});

		test('a generated merchant has the same locations here as in the standalone API', async () => {
			const here = await client.get(
				query({ merchantName: 'Corner Deli', streetAddress: '5 Main St', postalCode: '10001' }),
			);
			const signed = new RawMastercardClient(simulator.credential);
			const there = await signed.get('/small-business/credit-analytics/locations/matches', {
				country_code: 'USA',
				company_name: 'Corner Deli',
				street_address: '5 Main St',
				postal_code: '10001',
			});
			const ids = (matches: unknown) =>
				(matches as Array<{ locationId: string }>).map((match) => match.locationId);
			expect(ids((here.body as Json).locationMatches)).toEqual(ids(there.json));
		});
	});

	describe('reports', () => {
		test.each(documented.reports)('documented: $title', async ({ path, body, response }) => {
			const actual = await client.post(path, body);
			expect(actual.status).toBe(200);
			const report = actual.body as Json;
			// The request id and the moment are new for each report; all else is as printed, in the same order.
			const fixed = {
				id: response.id,
				requestId: response.requestId,
				createdDate: response.createdDate,
			};
			expect(JSON.stringify({ ...report, ...fixed })).toBe(JSON.stringify(response));
			expect(report.id).toBe(`${String(report.requestId)}-${String(response.type)}`);
		});

		test('any generated location has a report that follows the schema, with all metrics', async () => {
			await fc.assert(
				fc.asyncProperty(fc.integer({ min: 1, max: 9999 }), async (number) => {
					const found = await client.get(
						query({ merchantName: `Shop ${number}`, streetAddress: `${number} Main St` }),
					);
					const [match] = (found.body as { locationMatches: Array<{ locationId: string }> })
						.locationMatches;
					const body = withParams(analytics.body, { locationId: match?.locationId });
					const response = await client.post(analytics.path, body);
					expect(response.status).toBe(200);
					expect(response.body).toMatchObject({
						status: 'success',
						requesterName: 'ABC Partner',
						constraints: body,
					});
					const [metrics] = (response.body as { retailSalesAnalyticsMetrics: Json[] })
						.retailSalesAnalyticsMetrics;
					expect(metrics).toMatchObject({
						locationId: match?.locationId,
						naicsCode: expect.any(Number) as number,
						metricsFrequency: 'Weekly',
					});
				}),
				{ numRuns: 10 },
			);
		});

		test('a report can be listed, retrieved, and retrieved as a PDF', async () => {
			const made = (await client.post(benchmarks.path, benchmarks.body)).body as Json;
			const customer = '/customers/1001483250/reports';
			const listed = await client.get(`/decisioning/v1${customer}`);
			expect(listed.body).toEqual({
				reports: [
					{
						id: made.id,
						requestId: made.requestId,
						requesterName: 'ABC Partner',
						createdDate: made.createdDate,
						type: 'sbcabenchmarksnoncra',
						status: 'success',
					},
				],
			});
			const path = `/decisioning/v3${customer}/${String(made.id)}`;
			expect((await client.get(path)).body).toEqual(made);
			const pdf = await client.get(path, { Accept: 'application/pdf' });
			expect(pdf.type).toBe('application/pdf');
			expect(pdf.body).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/);
			const start = Number(/startxref\n(\d+)/.exec(String(pdf.body))?.[1]);
			expect(String(pdf.body).slice(start, start + 4)).toBe('xref');
			const absent = await client.get(`/decisioning/v3${customer}/none`);
			expect([absent.status, absent.body]).toEqual([
				404,
				{ code: '14001', message: 'Resource not found.' },
			]);
		});

		test.each<[string, unknown, number, string, string]>([
			[
				'an empty body',
				{},
				400,
				'10020',
				'Data missing: analyticsReportData, analyticsReportData.sbcaParams, analyticsReportData.businessDetails...',
			],
			[
				'no location',
				withParams(analytics.body, { locationId: undefined }),
				400,
				'10020',
				'Data missing: analyticsReportData.sbcaParams.locationId',
			],
			[
				'no consent',
				withParams(analytics.body, { hasConsent: false }),
				400,
				'10025',
				'Invalid data: analyticsReportData.sbcaParams.hasConsent',
			],
			[
				'weekly benchmarks',
				withParams(benchmarks.body, { metricFrequency: 'Weekly' }),
				400,
				'10025',
				'Invalid data: analyticsReportData.sbcaParams.metricFrequency',
			],
			[
				'an ID that is not a UUID',
				withParams(analytics.body, { locationId: 'abc' }),
				400,
				'10003',
				'Missing or invalid request parameter(s) - locationId must be a valid UUID',
			],
			[
				'a country in words',
				withBusiness(analytics.body, { address: { country: 'United States' } }),
				400,
				'10000',
				'Invalid country code provided.',
			],
			[
				'an address line of more than 50 characters',
				withBusiness(analytics.body, { address: { addressLine2: 'x'.repeat(51) } }),
				400,
				'10025',
				'Invalid data: analyticsReportData.businessDetails.address.addressLine2',
			],
			[
				'a short phone number',
				withBusiness(analytics.body, { phoneNumber: { phoneNo: '123' } }),
				400,
				'10000',
				'Invalid phone number provided.',
			],
			[
				'a location without metrics',
				withParams(analytics.body, { locationId: 'a1b2c3d4-0000-1234-abcd-000000000005' }),
				404,
				'10100',
				'No potential merchant metrics found.',
			],
		])('%s: the documented error', async (_what, body, status, code, message) => {
			const response = await client.post(analytics.path, body);
			expect([response.status, response.body]).toEqual([status, { code, message }]);
		});

		test.each([
			['reportInProgress', { status: 'inProgress' }, undefined],
			['emptyReport', { status: 'success' }, []],
			['foreignReport', {}, [expect.objectContaining({ locationId: expect.any(String) })]],
		] as const)(
			'the fault %s changes the response, not the report',
			async (kind, fields, metrics) => {
				const match = await client.get(
					query({ merchantName: 'Shop 7', streetAddress: '7 Main St' }),
				);
				const [{ locationId }] = (match.body as { locationMatches: [{ locationId: string }] })
					.locationMatches;
				simulator.injectFault({ kind, path: '/sbca' });
				const made = await client.post(analytics.path, withParams(analytics.body, { locationId }));
				const report = made.body as Json & {
					retailSalesAnalyticsMetrics?: [{ locationId: string }];
				};
				expect(report).toMatchObject({ ...fields, id: expect.any(String) as string });
				expect(report.retailSalesAnalyticsMetrics).toEqual(metrics);
				expect(report.retailSalesAnalyticsMetrics?.[0]?.locationId).not.toBe(locationId);
				const path = `/decisioning/v3/customers/1001483250/reports/${String(report.id)}`;
				const stored = (await client.get(path)).body as typeof report;
				expect(stored).toMatchObject({ status: 'success' });
				expect(stored.retailSalesAnalyticsMetrics?.[0]?.locationId).toBe(locationId);
			},
		);

		test('a report exists although its response was cut off, unless the request was not processed', async () => {
			const count = async () => {
				const list = await client.get('/decisioning/v1/customers/1001483250/reports');
				return (list.body as { reports: unknown[] }).reports.length;
			};
			simulator.injectFault({ kind: 'resetBeforeHeaders', path: '/sbca' });
			await expect(client.post(analytics.path, analytics.body)).rejects.toThrow();
			expect(await count()).toBe(1);
			simulator.injectFault({ kind: 'resetBeforeHeaders', path: '/sbca', isUnprocessed: true });
			await expect(client.post(analytics.path, analytics.body)).rejects.toThrow();
			expect(await count()).toBe(1);
		});

		test('a list also names reports on consumers', async () => {
			const list = await client.get('/decisioning/v1/customers/1005061234/reports');
			expect(list.body).toMatchObject({
				reports: [{ id: 'u4hstnnak45g', type: 'voi', consumerSsn: '9999' }],
			});
		});

		test('an unknown customer is not found', async () => {
			const response = await client.post('/decisioning/customers/1/sbca', analytics.body);
			expect([response.status, (response.body as Json).code]).toEqual([404, '14001']);
		});
	});

	describe('customers and businesses', () => {
		test('a testing customer is created once, can be retrieved, and can have reports', async () => {
			const made = await client.post('/aggregation/v2/customers/testing', {
				username: 'tester-one',
			});
			expect(made.status).toBe(201);
			const { id, username, createdDate } = made.body as Json;
			expect([typeof id, username, typeof createdDate]).toEqual(['string', 'tester-one', 'number']);
			const read = await client.get(`/aggregation/v1/customers/${String(id)}`);
			expect(read.body).toEqual({
				id,
				username,
				type: 'testing',
				createdDate: String(createdDate),
			});
			const report = await client.post(`/decisioning/customers/${String(id)}/sbca`, analytics.body);
			expect(report.body).toMatchObject({ customerId: Number(id) });

			const again = await client.post('/aggregation/v2/customers/testing', {
				username: 'tester-one',
			});
			expect([again.status, again.body]).toEqual([
				409,
				{ code: '110002', message: 'Username is not available.' },
			]);
			const short = await client.post('/aggregation/v2/customers/testing', { username: 'abc' });
			expect([short.status, (short.body as Json).code]).toEqual([400, '110039']);
		});

		test('customers are found by their exact username and by their type', async () => {
			await client.post('/aggregation/v2/customers/active', {
				username: 'active-one',
				email: 'myname@mycompany.com',
			});
			const find = async (values: Record<string, string>) =>
				(await client.get(`/aggregation/v1/customers?${new URLSearchParams(values)}`)).body;
			expect(await find({ username: 'active-one' })).toEqual({
				found: 1,
				displaying: 1,
				moreAvailable: false,
				customers: [
					{
						id: expect.any(String) as string,
						username: 'active-one',
						email: 'myname@mycompany.com',
						type: 'active',
						createdDate: expect.stringMatching(/^\d+$/) as string,
					},
				],
			});
			expect(await find({ username: 'active' })).toMatchObject({ customers: [] });
			expect(await find({ type: 'testing' })).toMatchObject({ found: 2 });
			expect(await find({ limit: '1' })).toMatchObject({ displaying: 1, moreAvailable: true });
			expect(await find({ limit: '0' })).toMatchObject({ code: '41004' });
			expect(await find({ type: 'both' })).toMatchObject({ code: '14016' });
		});

		test('a customer has one business', async () => {
			const path = '/business-services/customers/1001483250/businesses';
			const { businessDetails } = analytics.body.analyticsReportData;
			const made = await client.post(path, businessDetails);
			expect(made.status).toBe(200);
			expect(made.body).toMatchObject({
				...businessDetails,
				businessId: expect.any(String) as string,
			});
			expect((await client.get(path)).body).toEqual([made.body]);
			expect((await client.post(path, businessDetails)).status).toBe(409);
			const none = await client.get('/business-services/customers/1005061234/businesses');
			expect([none.status, (none.body as Json).code]).toEqual([404, '10003']);
			const long = await client.post(path, { ...businessDetails, name: 'x'.repeat(151) });
			expect([long.status, (long.body as Json).code]).toEqual([400, '10025']);
			const elsewhere = await client.post(
				'/business-services/customers/1/businesses',
				businessDetails,
			);
			expect([elsewhere.status, (elsewhere.body as Json).code]).toEqual([404, '10002']);
		});
	});

	test('faults apply here, too, and calls are recorded', async () => {
		simulator.injectFault({ kind: 'status', status: 503, path: MATCHES });
		expect((await client.get(query(documented.matches.query))).status).toBe(503);
		expect((await client.get(query(documented.matches.query))).status).toBe(200);
		expect(simulator.calls.slice(-2).map(({ status, fault }) => [status, fault])).toEqual([
			[503, 'status'],
			[200, undefined],
		]);
	});
});

function withParams(body: ReportBody, changes: Json): ReportBody {
	const { sbcaParams, businessDetails } = body.analyticsReportData;
	return { analyticsReportData: { sbcaParams: { ...sbcaParams, ...changes }, businessDetails } };
}

function withBusiness(
	body: ReportBody,
	changes: { address?: Json; phoneNumber?: Json },
): ReportBody {
	const { sbcaParams, businessDetails } = body.analyticsReportData;
	const { address, phoneNumber } = businessDetails;
	return {
		analyticsReportData: {
			sbcaParams,
			businessDetails: {
				...businessDetails,
				address: { ...address, ...changes.address },
				phoneNumber: { ...phoneNumber, ...changes.phoneNumber },
			},
		},
	};
}
