import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { RawMastercardClient } from '../../support/rawMastercardClient';

const BASE = '/small-business/credit-analytics/locations';

interface DocumentedCase {
	title: string;
	path: string;
	query: Record<string, string>;
	status: number;
	documented: string;
	response: unknown;
}
interface Match {
	locationId: string;
	matchRank: number;
	postalCode: string | number;
	countryCode: string;
}

const cases = (
	JSON.parse(readFileSync(join(__dirname, 'documentedCases.json'), 'utf8')) as DocumentedCase[]
).filter(({ path }) => path === '/matches');

describe('GET /locations/matches', () => {
	let simulator: Simulator;
	let client: RawMastercardClient;

	beforeAll(async () => {
		simulator = await startSimulator();
		client = new RawMastercardClient(simulator.credential);
	});
	afterAll(async () => {
		await simulator.close();
	});

	const getMatches = async (query: Record<string, string>) =>
		await client.get(`${BASE}/matches`, query);

	test('thirteen cases are documented', () => {
		expect(cases).toHaveLength(13);
	});

	test.each(cases)('documented: $title', async ({ query, status, documented, response }) => {
		const actual = await getMatches(query);
		expect(actual.status).toBe(status);
		if (documented === 'none') return;
		if (documented.startsWith('Details cut')) {
			// Only the text of Details is not in any public copy.
			expect(withoutDetails(actual.json)).toEqual(withoutDetails(response));
		} else {
			expect(JSON.stringify(actual.json)).toBe(JSON.stringify(response));
		}
	});

	test('the documented multiple match has three ranked candidates with reports', async () => {
		const response = await getMatches({
			country_code: 'USA',
			id_type: 'MERCHANT_ID',
			id_value: '106241230D02',
		});
		const found = response.json as Match[];
		expect(found.map(({ matchRank }) => matchRank)).toEqual([1, 2, 3]);
		for (const { locationId } of found) {
			const report = await client.get(`${BASE}/metrics/${locationId}`, {
				has_consent: 'true',
				metrics_frequency: 'Monthly',
			});
			expect(report.status).toBe(200);
		}
	});

	test('a documented merchant is identified by its name alone; its address can be any valid one', async () => {
		const response = await getMatches({
			company_name: 'artisan emporium',
			street_address: '1 Elsewhere Rd',
			country_code: 'USA',
		});
		expect(response.json).toMatchObject([{ locationId: 'a1b2c3d4-0000-1234-abcd-000000000001' }]);
	});

	const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 '&.,ç-]{0,40}[A-Za-z]$/);

	test('any other merchant has one to three candidates, the same every time, with reports', async () => {
		await fc.assert(
			fc.asyncProperty(
				words,
				words,
				fc.integer({ min: 0, max: 99999 }),
				async (name, street, zip) => {
					const query = {
						company_name: name,
						street_address: `${zip % 900} ${street}`,
						city: 'Purchase',
						state_province_region: 'NY',
						postal_code: String(zip).padStart(5, '0'),
						country_code: 'USA',
					};
					const response = await getMatches(query);
					expect(response.status).toBe(200);
					const found = response.json as Match[];
					expect(found.length).toBeGreaterThanOrEqual(1);
					expect(found.length).toBeLessThanOrEqual(3);
					expect(found.map(({ matchRank }) => matchRank)).toEqual(
						found.map((_, index) => index + 1),
					);
					expect(new Set(found.map(({ locationId }) => locationId)).size).toBe(found.length);
					expect((await getMatches(query)).json).toEqual(found);
					for (const match of found) {
						expect(String(match.postalCode)).toBe(query.postal_code);
						const report = await client.get(`${BASE}/metrics/${match.locationId}`, {
							has_consent: 'true',
							metrics_frequency: 'weekly',
						});
						expect(report.status).toBe(200);
						expect(report.json).toMatchObject({ locationId: match.locationId });
					}
				},
			),
			{ numRuns: 25 },
		);
	});

	test('postal codes are strings and sometimes numbers, as in the specification’s example', async () => {
		const kinds = new Set<string>();
		for (let index = 0; index < 40; index += 1) {
			const response = await getMatches({
				company_name: `Shop ${index}`,
				street_address: '1 Main St',
				postal_code: '10577',
				country_code: 'USA',
			});
			(response.json as Match[]).forEach(({ postalCode }) => kinds.add(typeof postalCode));
		}
		expect([...kinds].sort()).toEqual(['number', 'string']);
	});

	test.each<[string, Record<string, string>, string[]]>([
		[
			'an empty query',
			{},
			[
				'querystring.country_code.missing',
				'querystring.company_name.missing',
				'querystring.street_address.missing',
			],
		],
		[
			'an ID without its type',
			{ country_code: 'USA', id_value: '1' },
			['querystring.id_type.missing'],
		],
		[
			'a type without its ID',
			{ country_code: 'USA', id_type: 'TAX_ID' },
			['querystring.id_value.missing'],
		],
		[
			'both an ID and a name',
			{ country_code: 'USA', id_type: 'TAX_ID', id_value: '1', company_name: 'A' },
			['INVALID_DATA: id_type'],
		],
		[
			'a lower-case country',
			{ country_code: 'usa', company_name: 'A', street_address: 'B' },
			['INVALID_DATA: country_code'],
		],
		[
			'a name that is too long',
			{ country_code: 'USA', company_name: 'A'.repeat(251), street_address: 'B' },
			['INVALID_DATA: company_name'],
		],
		[
			'an invalid state and postal code',
			{
				country_code: 'USA',
				company_name: 'A',
				street_address: 'B',
				postal_code: '1057',
				state_province_region: 'New York',
			},
			['INVALID_DATA: postal_code', 'INVALID_DATA: state_province_region'],
		],
	])('%s is rejected, each parameter with its own error', async (_what, query, codes) => {
		const response = await getMatches(query);
		const { Errors } = response.json as { Errors: { Error: Array<{ ReasonCode: string }> } };
		expect(response.status).toBe(400);
		expect(Errors.Error.map(({ ReasonCode }) => ReasonCode)).toEqual(codes);
	});

	test('outside the USA, state and postal code are not validated', async () => {
		const response = await getMatches({
			company_name: 'Padaria Central',
			street_address: 'Rua A 1',
			state_province_region: 'Rio de Janeiro',
			postal_code: '20040-020',
			country_code: 'BRA',
		});
		expect(response.status).toBe(200);
	});
});

function withoutDetails(body: unknown): unknown {
	return JSON.parse(
		JSON.stringify(body, (name, value: unknown) => (name === 'Details' ? undefined : value)),
	);
}
