import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { generateLocationId } from '../../../simulator/sbca/locationId';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { RawMastercardClient } from '../../support/rawMastercardClient';

const BASE = '/small-business/credit-analytics/locations';
const LOCATION = 'a1b2c3d4-0000-1234-abcd-00000000000';

interface Report {
	locationId: string;
	metricsFrequency: string;
	firstSeenTxnDate: string;
	lastSeenTxnDate: string;
	metricsLists: Array<{
		periodStartDate: string;
		periodEndDate: string;
		year: number;
		metrics: Array<{ name: string; value: number | null }>;
	}>;
}
interface DocumentedCase {
	title: string;
	path: string;
	query: Record<string, string>;
	status: number;
	documented: string;
	response: Report | null;
}

const cases = (
	JSON.parse(readFileSync(join(__dirname, 'documentedCases.json'), 'utf8')) as DocumentedCase[]
).filter(({ path }) => path.startsWith('/metrics/'));

const names = JSON.parse(
	readFileSync(join(__dirname, '../../../simulator/fixtures/sbcaMetricNames.json'), 'utf8'),
) as { analytics: string[]; benchmarks: string[] };

describe('GET /locations/metrics/{location_id}', () => {
	let simulator: Simulator;
	let client: RawMastercardClient;

	beforeAll(async () => {
		simulator = await startSimulator();
		client = new RawMastercardClient(simulator.credential);
	});
	afterAll(async () => {
		await simulator.close();
	});

	const getMetrics = async (locationId: string, query: Record<string, string> = {}) =>
		await client.get(`${BASE}/metrics/${locationId}`, {
			has_consent: 'true',
			metrics_frequency: 'Weekly',
			...query,
		});
	const report = async (locationId: string, query: Record<string, string> = {}) =>
		(await getMetrics(locationId, query)).json as Report;

	test.each(cases)('documented: $title', async ({ path, query, status, documented, response }) => {
		const actual = await client.get(BASE + path, query);
		expect(actual.status).toBe(status);
		if (response === null) return;
		if (!documented.startsWith('first two')) {
			expect(JSON.stringify(actual.json)).toBe(JSON.stringify(response));
			return;
		}
		// The public copy ends after two metrics of the first period: everything up to there is the same.
		const { metricsLists, ...head } = actual.json as Report;
		const { metricsLists: printed, ...printedHead } = response;
		expect(head).toEqual(printedHead);
		expect({ ...metricsLists[0], metrics: metricsLists[0]?.metrics.slice(0, 2) }).toEqual(
			printed[0],
		);
	});

	test('a weekly report has 52 consecutive weeks from Sunday to Saturday with all 44 metrics', async () => {
		const { metricsLists } = await report(`${LOCATION}1`);
		expect(metricsLists).toHaveLength(52);
		metricsLists.forEach((period, index) => {
			expect(new Date(period.periodStartDate).getUTCDay()).toBe(0);
			expect(new Date(period.periodEndDate).getUTCDay()).toBe(6);
			expect(daysBetween(period.periodStartDate, period.periodEndDate)).toBe(6);
			expect(period.metrics.map(({ name }) => name)).toEqual(names.analytics);
			const next = metricsLists[index + 1];
			if (next) expect(daysBetween(period.periodEndDate, next.periodStartDate)).toBe(1);
		});
	});

	test('a monthly report has 12 whole calendar months', async () => {
		const { metricsLists, metricsFrequency } = await report(`${LOCATION}1`, {
			metrics_frequency: 'mOnThLy',
		});
		expect(metricsFrequency).toBe('Monthly');
		expect(metricsLists).toHaveLength(12);
		metricsLists.forEach((period, index) => {
			expect(period.periodStartDate).toMatch(/-01$/);
			const next = metricsLists[index + 1];
			if (next) expect(daysBetween(period.periodEndDate, next.periodStartDate)).toBe(1);
		});
	});

	test('the metrics of any location are consistent, have at most six decimals and never change', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.string({ minLength: 1 }),
				fc.constantFrom('weekly', 'monthly'),
				async (seed, metrics_frequency) => {
					const locationId = generateLocationId(seed);
					const generated = await report(locationId, { metrics_frequency });
					for (const { metrics } of generated.metricsLists) {
						checkPeriod(new Map(metrics.map(({ name, value }) => [name, value])));
					}
					expect(await report(locationId, { metrics_frequency })).toEqual(generated);
				},
			),
			{ numRuns: 25 },
		);
	});

	test('low volume: null below the minimum, 0 and -1 in periods without transactions', async () => {
		const { metricsLists } = await report(`${LOCATION}2`);
		const values = new Set(
			metricsLists.flatMap(({ metrics }) => metrics.map(({ value }) => value)),
		);
		expect([...values].sort()).toEqual([-1, 0, null]);
		for (const { metrics } of metricsLists) {
			const amount = metrics.find(({ name }) => name === 'txn_amt')?.value;
			const yearly = metrics.filter(({ name }) => name.endsWith('_yoy'));
			yearly.forEach(({ value }) => expect(value).toBe(amount === 0 ? -1 : null));
		}
	});

	test('year-over-year gaps: null without a previous year, -1 without a current year', async () => {
		const { metricsLists } = await report(`${LOCATION}3`);
		const yearly = metricsLists.map(
			({ metrics }) => metrics.find(({ name }) => name === 'txn_amt_yoy')?.value,
		);
		expect(yearly).toContain(null);
		expect(yearly).toContain(-1);
		expect(yearly.some((value) => typeof value === 'number' && value !== -1)).toBe(true);
	});

	test.each([
		['weekly', 17],
		['monthly', 4],
	])(
		'a new merchant has fewer %s periods and no previous year',
		async (metrics_frequency, count) => {
			const generated = await report(`${LOCATION}4`, { metrics_frequency });
			expect(generated.metricsLists).toHaveLength(count);
			expect(generated.firstSeenTxnDate > '2022-01-01').toBe(true);
			for (const { metrics } of generated.metricsLists) {
				for (const { name, value } of metrics) {
					expect(value === null).toBe(name.endsWith('_yoy'));
				}
			}
		},
	);

	test('benchmarks are whole numbers for one month or twelve', async () => {
		for (const [locationId, months] of [
			[`${LOCATION}1`, 1],
			[generateLocationId('any shop'), 12],
		] as const) {
			const { metricsLists } = await report(locationId, {
				metrics_type: 'retail_sales_benchmarks',
				metrics_frequency: 'monthly',
			});
			expect(metricsLists).toHaveLength(months);
			for (const { metrics } of metricsLists) {
				expect(metrics.map(({ name }) => name).sort()).toEqual([...names.benchmarks].sort());
				metrics.forEach(({ value }) => expect(Number.isInteger(value)).toBe(true));
			}
		}
	});

	test('an unknown location ID is not found, even if it is a valid UUID', async () => {
		const response = await getMetrics('123e4567-e89b-12d3-a456-426614174000');
		expect(response.status).toBe(404);
		expect(response.json).toMatchObject({
			Errors: { Error: [{ ReasonCode: 'LOCATION_NOT_FOUND' }] },
		});
	});

	test.each<[string, string, Record<string, string>, string]>([
		[
			'a percent-encoded location ID, which is not decoded,',
			`${LOCATION}1`.replaceAll('-', '%2D'),
			{},
			'INVALID_DATA: location_id',
		],
		['an id that is no UUID', 'abc', {}, 'INVALID_DATA: location_id'],
		[
			'no consent parameter',
			`${LOCATION}1`,
			{ has_consent: '' },
			'querystring.has_consent.missing',
		],
		['an invalid consent', `${LOCATION}1`, { has_consent: 'yes' }, 'INVALID_DATA: has_consent'],
		[
			'no frequency',
			`${LOCATION}1`,
			{ metrics_frequency: '' },
			'querystring.metrics_frequency.missing',
		],
		[
			'a daily frequency',
			`${LOCATION}1`,
			{ metrics_frequency: 'daily' },
			'INVALID_DATA: metrics_frequency',
		],
		[
			'a type that is only an example',
			`${LOCATION}1`,
			{ metrics_type: 'RSA' },
			'INVALID_DATA: metrics_type',
		],
		[
			'weekly benchmarks',
			`${LOCATION}1`,
			{ metrics_type: 'retail_sales_benchmarks' },
			'INVALID_DATA: metrics_frequency',
		],
	])('%s is rejected', async (_what, locationId, query, reasonCode) => {
		const response = await getMetrics(locationId, query);
		expect(response.status).toBe(400);
		expect(response.json).toMatchObject({ Errors: { Error: [{ ReasonCode: reasonCode }] } });
	});
});

function checkPeriod(values: Map<string, number | null>): void {
	const amount = values.get('txn_amt') ?? null;
	for (const [name, value] of values) {
		if (value === null) continue;
		expect(String(value)).toMatch(/^-?\d+(\.\d{1,6})?(e-[67])?$/);
		if (/_(perc|rate)$/.test(name)) {
			expect(value).toBeGreaterThanOrEqual(0);
			expect(value).toBeLessThanOrEqual(1);
		}
	}
	if (amount === null || amount === 0) return;
	const of = (name: string) => values.get(name) ?? Number.NaN;
	expect(of('tkt_size_avg')).toBeCloseTo(amount / of('txn_cnt'), 3);
	expect(of('chp_cnt_perc') + of('chnp_cnt_perc')).toBeCloseTo(1, 4);
	expect(of('credit_cnt_perc') + of('debit_cnt_perc') + of('small_business_cnt_perc')).toBeCloseTo(
		1,
		4,
	);
	expect(of('online_cnt_perc')).toBeLessThanOrEqual(of('chnp_cnt_perc') + 1e-6);
	expect(of('reversed_amt')).toBeLessThanOrEqual(0);
	expect(Number.isInteger(of('txn_cnt'))).toBe(true);
}

function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
