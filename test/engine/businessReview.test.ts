// A review of small businesses from one node to the next, all built, in n8n's engine: Match Location finds them, Report
// gets their sales and benchmarks, Credit Review Report compares them with a week ago.
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/server';
import { runInEngine, type EngineRun } from '../support/runInEngine';

const REVIEW_DATE = '2026-11-01';
const DAY_MS = 86_400_000;

/** Twenty: one that Mastercard does not know, one whose data it does not release, and one without a name. */
const MERCHANTS = [
	...['Handcrafted Haven', 'Whole Trade Inc', ''],
	...Array.from({ length: 17 }, (_, index) => `Corner Shop ${index}`),
].map((name, index) => ({
	name,
	street: `${index + 1} Main Street`,
	customer: `Customer ${index}`,
}));

let simulator: Simulator;
let locations: IDataObject[];
let unmatched: IDataObject[];
let weeks: IDataObject[];
let weeksBefore: IDataObject[];
let months: IDataObject[];
let rows: IDataObject[];
let report: { figures: IDataObject; charts: { name: string; svg: string | null }[] };
let html: string;

async function run(node: string, inputRows: IDataObject[], more: Partial<EngineRun> = {}) {
	const { outputs, error } = await runInEngine({
		node,
		rows: inputRows,
		credentials: { mastercardApi: simulator.credential },
		onError: 'continueRegularOutput',
		parameters: {},
		...more,
	});
	if (error !== undefined) throw new Error(error.message);
	return outputs;
}
const toJson = (items: INodeExecutionData[] = []) => items.map(({ json }) => json);

async function getReports(parameters: EngineRun['parameters'] = {}) {
	const outputs = await run('sbcaReport', locations, {
		parameters: { locationId: '={{ $json.locationId }}', hasConsent: true, ...parameters },
	});
	return toJson(outputs[0]);
}

beforeAll(async () => {
	simulator = await startSimulator();
	const matches = await run('sbcaMatchLocation', MERCHANTS, {
		parameters: {
			companyName: '={{ $json.name }}',
			streetAddress: '={{ $json.street }}',
			city: 'Springfield',
			stateProvinceRegion: 'IL',
			postalCode: '62701',
			countryCode: 'USA',
			matchesToReturn: 'best',
		},
	});
	const matched = toJson(matches[0]);
	locations = matched.filter((item) => item.matched === true);
	unmatched = matched.filter((item) => item.matched !== true);
	simulator.week = -1;
	weeksBefore = await getReports();
	simulator.week = 0;
	weeks = await getReports({ simplify: false });
	months = await getReports({
		metricType: 'retail_sales_benchmarks',
		metricFrequency: 'Monthly',
		options: { includeRunSummary: true },
	});
	const outputs = await run('creditReviewReport', [...unmatched, ...weeks, ...months], {
		previousRows: weeksBefore,
		parameters: { subject: 'businesses', reviewDate: REVIEW_DATE },
	});
	rows = toJson(outputs[0]);
	const [item] = outputs[1] ?? [];
	({ report } = item?.json as unknown as { report: typeof report });
	html = Buffer.from(item?.binary?.data?.data ?? '', 'base64').toString('utf8');
});

afterAll(async () => {
	await simulator.close();
});

/** Sales of a location's complete weeks by their last day, as its items give them. */
function getSales(items: IDataObject[], locationId: unknown): Map<string, number | null> {
	return new Map(
		items
			.filter((item) => item.locationId === locationId && String(item.periodEndDate) <= REVIEW_DATE)
			.map((item) => {
				const { txn_amt } = (item.metrics ?? item) as { txn_amt: number | null };
				return [String(item.periodEndDate), txn_amt] as const;
			}),
	);
}

/** Sales of the last `count` calendar weeks; undefined when one has no figure. */
function getLastWeeks(sales: Map<string, number | null>, count: number): number[] | undefined {
	const last = Date.parse([...sales.keys()].sort().at(-1) ?? '');
	const amounts = Array.from({ length: count }, (_, index) =>
		sales.get(new Date(last - 7 * DAY_MS * index).toISOString().slice(0, 10)),
	);
	return amounts.every((amount) => typeof amount === 'number') ? amounts : undefined;
}
const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

test('each merchant that was found has one row, and the others are counted', () => {
	expect(locations).toHaveLength(17);
	expect(rows.map(({ locationId }) => locationId)).toEqual(
		locations.map(({ locationId }) => locationId),
	);
	expect(report.figures).toMatchObject({ businesses: 17, previousBusinesses: 17 });
	expect(report.figures).toMatchObject({ rejected: 1, failed: 1 });
	expect(
		html.includes('Item 0 of this review is left out: it is a merchant that was not found.'),
	).toBe(true);
});

test("each row's sales and trend are those of its weeks, and null where a week has none", () => {
	for (const row of rows) {
		const sales = getSales(weeks, row.locationId);
		const half = getLastWeeks(sales, 26);
		const quarter = getLastWeeks(sales, 13);
		if (quarter === undefined) expect(row.sales).toBeNull();
		else expect(row.sales).toBeCloseTo(total(quarter), 4);
		if (half === undefined) {
			expect(row).toMatchObject({ salesTrend: null, volatility: null });
			continue;
		}
		const [now, before] = [total(half.slice(0, 13)), total(half.slice(13))];
		expect(row.salesTrend).toBeCloseTo(now / before - 1, 8);
		const mean = total(half) / 26;
		const spread = Math.sqrt(total(half.map((amount) => (amount - mean) ** 2)) / 25);
		expect(row.volatility).toBeCloseTo(spread / mean, 8);
	}
	expect(rows.filter(({ salesTrend }) => salesTrend !== null).length).toBeGreaterThan(5);
	expect(rows.filter(({ salesTrend }) => salesTrend === null).length).toBeGreaterThan(0);
});

test('each row is compared with the sales of a week ago', () => {
	for (const row of rows) {
		const before = getLastWeeks(getSales(weeksBefore, row.locationId), 13);
		if (before === undefined || row.sales === null) expect(row.salesChange).toBeNull();
		else expect(row.salesChange).toBeCloseTo((row.sales as number) / total(before) - 1, 8);
	}
});

test("Mastercard's benchmark indexes of the latest month stand beside them", () => {
	for (const { locationId, indexes } of rows) {
		const own = months.filter((item) => item.locationId === locationId);
		const latest = own.sort((a, b) =>
			String(b.periodEndDate).localeCompare(String(a.periodEndDate)),
		);
		for (const [name, index] of Object.entries(indexes as object))
			expect(latest.find((month) => Number(month[name]) > 0)?.[name]).toBe(index);
	}
	expect(Object.keys(rows.at(-1)?.indexes as object).length).toBeGreaterThan(5);
});

test('the report ranks them, draws their sales, and explains what it computes', () => {
	expect(report.charts.filter(({ svg }) => svg !== null).length).toBeGreaterThanOrEqual(3);
	for (const { locationId } of rows) expect(html.includes(String(locationId))).toBe(true);
	expect(html.includes('Standard deviation (n − 1) / mean of the last 26 complete weeks')).toBe(
		true,
	);
});
