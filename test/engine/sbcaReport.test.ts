// SBCA Report as users run it: the built node in n8n's engine, against the Mastercard simulator.
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/server';
import { documented, type DocumentedCase } from '../support/documented';
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

const location = (number: number) => `a1b2c3d4-0000-1234-abcd-00000000000${number}`;

function report(rows: IDataObject[], run: Partial<EngineRun> = {}) {
	return runInEngine({
		node: 'sbcaReport',
		rows,
		credentials: { mastercardApi: simulator.credential },
		...run,
		parameters: {
			locationId: '={{ $json.locationId }}',
			hasConsent: '={{ $json.hasConsent }}',
			simplify: false,
			...run.parameters,
		},
	});
}

/** Runs a documented request. */
function runDocumented(
	{ request: { path, query = {} } }: DocumentedCase,
	run: Partial<EngineRun> = {},
) {
	return report([{ locationId: path.split('/').at(-1), hasConsent: query.has_consent }], {
		...run,
		parameters: {
			metricType: query.metrics_type,
			metricFrequency: query.metrics_frequency,
			...run.parameters,
		},
	});
}

interface DocumentedReport extends IDataObject {
	metricsLists: { metrics: { name: string; value: number }[] }[];
}

it.each(['sbca-rsa-01-weekly-fully-populated', 'sbca-rsb-01-monthly-fully-populated'])(
	'%s comes out as documented',
	async (name) => {
		const example = documented(name);
		const { metricsLists, metricsFrequency, ...shop } = example.response as DocumentedReport;
		const [period] = metricsLists;
		const { metrics = [], ...dates } = period ?? {};
		const { outputs } = await runDocumented(example);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			...shop,
			metricType: example.request.query?.metrics_type,
			metricFrequency: metricsFrequency,
			...dates,
			metrics: Object.fromEntries(metrics.map((metric) => [metric.name, metric.value])),
			gaps: {},
		});
	},
);

it.each([
	['sbca-rsa-01-weekly-fully-populated', 52, []],
	['sbca-rsa-02-monthly-fully-populated', 12, []],
	[
		'sbca-rsa-03-weekly-low-transaction-volume',
		52,
		['belowMinimumTransactions', 'noDataCurrentYear', 'noTransactions'],
	],
	[
		'sbca-rsa-03-monthly-low-transaction-volume',
		12,
		['belowMinimumTransactions', 'noDataCurrentYear', 'noTransactions'],
	],
	[
		'sbca-rsa-04-weekly-no-data-current-or-previous-year-yoy',
		52,
		['noDataCurrentYear', 'noDataPreviousYear', 'noTransactions'],
	],
	[
		'sbca-rsa-04-monthly-no-data-current-or-previous-year-yoy',
		12,
		['noDataCurrentYear', 'noDataPreviousYear', 'noTransactions'],
	],
	['sbca-rsa-05-weekly-new-merchant-partial-year', 17, ['noDataPreviousYear']],
	['sbca-rsa-05-monthly-new-merchant-partial-year', 4, ['noDataPreviousYear']],
])('%s: outputs %d periods with the gaps %j', async (name, periods, gaps) => {
	const { outputs } = await runDocumented(documented(name));
	const items = outputs[0] ?? [];
	expect(items).toHaveLength(periods);
	const seen = items.flatMap(({ json }) => Object.values(json.gaps as Record<string, string>));
	// In any period, for example, there can be no return at all.
	expect(['noTransactions', ...gaps]).toEqual(expect.arrayContaining([...new Set(seen)]));
	expect([...new Set(seen)]).toEqual(expect.arrayContaining(gaps));
	for (const { json } of items) expect(Object.keys(json.metrics as IDataObject)).toHaveLength(44);
});

it('sbca-rsb-02-monthly-low-transaction-volume: reports which benchmarks have no figure, and why', async () => {
	const { outputs } = await runDocumented(documented('sbca-rsb-02-monthly-low-transaction-volume'));
	const gaps = outputs[0]?.flatMap(({ json }) => Object.values(json.gaps as IDataObject)) ?? [];
	expect(gaps.length).toBeGreaterThan(0);
	expect(['noTransactions', 'belowMinimumTransactions', 'tooFewPeers']).toEqual(
		expect.arrayContaining([...new Set(gaps)]),
	);
});

it.each([
	['sbca-rsa-neg-01-too-new-metrics-not-found', 404, 'METRICS_NOT_FOUND'],
	['sbca-rsa-neg-02-weekly-location-not-found', 404, 'LOCATION_NOT_FOUND'],
	['sbca-rsa-neg-02-monthly-location-not-found', 404, 'LOCATION_NOT_FOUND'],
	['sbca-rsb-neg-01-too-new-metrics-not-found', 404, 'METRICS_NOT_FOUND'],
	['sbca-rsb-neg-02-location-not-found', 404, 'LOCATION_NOT_FOUND'],
])('%s fails its row with %d %s', async (name, httpCode, reasonCode) => {
	const { outputs } = await runDocumented(documented(name), { onError: 'continueRegularOutput' });
	expect(outputs[0]?.[0]?.json.error).toMatchObject({ httpCode, reasonCode, attempts: 1 });
	expect(simulator.calls).toHaveLength(1);
});

it.each([
	['sbca-rsa-neg-03-weekly-consent-not-provided', 'CONSENT_NOT_GIVEN'],
	['sbca-rsa-neg-03-monthly-consent-not-provided', 'CONSENT_NOT_GIVEN'],
	['sbca-rsb-neg-03-consent-not-provided', 'CONSENT_NOT_GIVEN'],
])('%s is rejected before any call', async (name, reasonCode) => {
	const { outputs } = await runDocumented(documented(name), { onError: 'continueRegularOutput' });
	expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode, attempts: 0 });
	expect(simulator.calls).toEqual([]);
});

it('sbca-rsa-neg-04-missing-frequency cannot be sent: a blank frequency is rejected', async () => {
	const { outputs } = await runDocumented(documented('sbca-rsa-neg-04-missing-frequency'), {
		onError: 'continueRegularOutput',
		parameters: { metricFrequency: '' },
	});
	expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'METRIC_FREQUENCY' });
	expect(simulator.calls).toEqual([]);
});

it('rejects weekly benchmarks before any call', async () => {
	const { outputs } = await report([{ locationId: location(1), hasConsent: true }], {
		onError: 'continueRegularOutput',
		parameters: { metricType: 'retail_sales_benchmarks', metricFrequency: 'Weekly' },
	});
	expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'BENCHMARKS_ARE_MONTHLY' });
	expect(simulator.calls).toEqual([]);
});

it('needs no frequency for benchmarks, which are always monthly', async () => {
	const { outputs, error } = await report([{ locationId: location(1), hasConsent: true }], {
		parameters: { metricType: 'retail_sales_benchmarks' },
	});
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json.metricFrequency).toBe('Monthly');
});

it('simplified, has one level: a column for each metric, and gaps in words', async () => {
	const example = documented('sbca-rsa-03-weekly-low-transaction-volume');
	const { outputs } = await runDocumented(example, { parameters: { simplify: true } });
	const items = (outputs[0] ?? []).map(({ json }) => json);
	expect(items).toHaveLength(52);
	const cells = items.flatMap((item) => Object.values(item));
	expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
	expect(items[0]).toMatchObject({ periodStartDate: expect.stringMatching(/^\d{4}-/) });
	expect(items[0]).toHaveProperty('txn_cnt');
	expect(items.some(({ gaps }) => String(gaps).includes('too few transactions: '))).toBe(true);
});

it('takes a report with more items than JavaScript takes arguments, beside another', async () => {
	const COUNT = 150_000;
	const metrics = Array.from({ length: COUNT }, (_, index) => ({ name: `m${index}`, value: 1 }));
	const body = { metricsLists: [{ periodStartDate: '2026-01-04', metrics }] };
	simulator.injectFault({ kind: 'status', status: 200, body });
	const { outputs, error } = await report(
		[1, 2].map((number) => ({ locationId: location(number), hasConsent: true })),
		{
			parameters: { outputMode: 'perMetric', options: { concurrency: 1 } },
			onError: 'continueRegularOutput',
		},
	);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[COUNT - 1]?.json).toMatchObject({ metric: `m${COUNT - 1}`, value: 1 });
	expect(outputs[0]?.at(-1)?.json).toMatchObject({
		locationId: location(2),
		metric: expect.any(String),
	});
});

describe('report output', () => {
	const ROW = [{ locationId: location(1), hasConsent: true }];
	const get = async (parameters: EngineRun['parameters']) =>
		(await report(ROW, { parameters })).outputs[0]?.map(({ json }) => json) ?? [];

	it('perLocation: outputs one item with all periods', async () => {
		const [item, ...more] = await get({ outputMode: 'perLocation' });
		expect(more).toEqual([]);
		expect(item).toMatchObject({ locationId: location(1), naicsCode: '454113' });
		expect(item?.periods).toHaveLength(52);
	});

	it('perMetric: outputs one item per figure, with its definition and linked to its row', async () => {
		const items = await get({ outputMode: 'perMetric', options: { latestPeriods: 2 } });
		expect(items).toHaveLength(88);
		expect(items[0]).toMatchObject({
			metric: 'txn_amt',
			label: 'Sales',
			unit: 'amount',
			question: 'Can the business afford to pay back a loan?',
			value: expect.any(Number),
			gap: null,
		});
	});

	it.each([
		['selected in the list', ['txn_amt', 'chp_amt_perc']],
		['named by an expression', '={{ "txn_amt, chp_amt_perc, not_a_metric" }}'],
	])('keeps only metrics %s', async (_, metrics) => {
		const [item] = await get({ options: { metrics } });
		expect(Object.keys(item?.metrics as IDataObject)).toEqual(['txn_amt', 'chp_amt_perc']);
	});

	it('latestPeriods keeps the latest periods', async () => {
		const all = await get({});
		const latest = await get({ options: { latestPeriods: 3 } });
		const ends = (items: IDataObject[]) => items.map(({ periodEndDate }) => periodEndDate);
		expect(ends(latest)).toEqual([...ends(all)].sort().slice(-3));
	});

	it('groupByQuestion nests the metrics', async () => {
		const [item] = await get({ options: { groupByQuestion: true } });
		const questions = item?.metrics as Record<string, IDataObject>;
		expect(Object.keys(questions)).toHaveLength(4);
		expect(questions['Can the business afford to pay back a loan?']).toMatchObject({
			txn_amt: 16198.060138,
			txn_cnt: 238,
		});
	});

	it('percentages: outputs the fraction times 100, without rounding errors', async () => {
		const [fraction] = await get({});
		const [percent] = await get({ options: { percentages: 'percent' } });
		const shares = (item: IDataObject | undefined) =>
			Object.entries(item?.metrics as Record<string, number>).filter(([name]) =>
				/_(perc|rate)$/.test(name),
			);
		expect(shares(percent).map(([name, value]) => [name, value.toFixed(4)])).toEqual(
			shares(fraction).map(([name, value]) => [name, (value * 100).toFixed(4)]),
		);
		expect(shares(percent).every(([, value]) => /^-?\d+(\.\d{1,4})?$/.test(String(value)))).toBe(
			true,
		);
	});

	it.each([-1, 1.5, 'two'])(
		'names %j as a number of periods, and sends nothing',
		async (latest) => {
			const { error } = await report(ROW, { parameters: { options: { latestPeriods: latest } } });
			expect(error?.message).toContain("'Latest Periods'");
			expect(error?.description).toBe(
				'Correct the option and run the node again. Nothing was sent.',
			);
			expect(simulator.calls).toEqual([]);
		},
	);
});

describe('a location that is gone', () => {
	const LOST = {
		locationId: location(6),
		hasConsent: true,
		name: 'Artisan Emporium',
		street: '2000 Purchase St',
	};
	const REMATCH = {
		options: {
			rematch: {
				merchant: { companyName: '={{ $json.name }}', streetAddress: '={{ $json.street }}' },
			},
			includeRunSummary: true,
		},
	};
	const paths = () => simulator.calls.map(({ path }) => path.split('?')[0]?.split('/locations')[1]);

	it('is looked up by name and address, and requested again', async () => {
		const { outputs, error } = await report([LOST, { ...LOST, locationId: location(1) }], {
			parameters: REMATCH,
		});
		expect(error).toBeUndefined();
		const items = outputs[0] ?? [];
		expect(items).toHaveLength(52 + 52 + 1);
		expect(items[0]?.json).toMatchObject({
			locationId: location(1),
			rematchedFrom: location(6),
			industryName: 'Arts and Craft Stores',
		});
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
		expect(items[52]?.json).not.toHaveProperty('rematchedFrom');
		expect(paths().sort()).toEqual([
			'/matches',
			`/metrics/${location(1)}`,
			`/metrics/${location(1)}`,
			`/metrics/${location(6)}`,
		]);
		expect(items.at(-1)?.json.runSummary).toMatchObject({ succeeded: 2, failed: 0, calls: 4 });
	});

	it('stays lost when the merchant cannot be found', async () => {
		const { outputs } = await report([{ ...LOST, name: 'Handcrafted Haven' }], {
			onError: 'continueRegularOutput',
			parameters: REMATCH,
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			reasonCode: 'LOCATION_NOT_FOUND',
			description: expect.stringContaining('found no match'),
			attempts: 2,
		});
		expect(paths()).toEqual([`/metrics/${location(6)}`, '/matches']);
	});

	it('stops the node, with the reason, when it stops at errors', async () => {
		const { error, outputs } = await report([{ ...LOST, name: 'Whole Trade Inc' }], {
			parameters: REMATCH,
		});
		expect(outputs.flat()).toEqual([]);
		expect(error?.message).toContain('aggregated merchant');
	});

	it('is looked up again after a rate limit, within the same attempts', async () => {
		simulator.injectFault({
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '0' },
			skip: 1,
		});
		const { outputs } = await report([LOST], { parameters: REMATCH });
		expect(paths()).toEqual([
			`/metrics/${location(6)}`,
			'/matches',
			'/matches',
			`/metrics/${location(1)}`,
		]);
		expect(outputs[0]?.at(-1)?.json.runSummary).toMatchObject({ calls: 4, retries: 1 });
	});

	it('is not looked up for rows without a name, which are rejected before any call', async () => {
		const { outputs } = await report([{ ...LOST, name: '' }], {
			onError: 'continueRegularOutput',
			parameters: REMATCH,
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'COMPANY_NAME_MISSING' });
		expect(simulator.calls).toEqual([]);
	});

	it('is not looked up without the option', async () => {
		const { outputs } = await report([LOST], { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'LOCATION_NOT_FOUND' });
		expect(paths()).toEqual([`/metrics/${location(6)}`]);
	});
});
