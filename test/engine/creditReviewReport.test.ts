// Credit Review Report as users run it: the built node in n8n's engine, with items of the other built nodes.
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/server';
import { withCheckDigit } from '../support/cardNumbers';
import { runInEngine, type EngineResult, type EngineRun } from '../support/runInEngine';

const PARAMETERS = { reviewDate: '2026-11-21' };

function report(rows: IDataObject[], run: Partial<EngineRun> = {}) {
	return runInEngine({
		node: 'creditReviewReport',
		rows,
		credentials: {},
		...run,
		parameters: { ...PARAMETERS, ...run.parameters },
	});
}

const scored = (cardReference: string, score: number, decile: number, more: IDataObject = {}) => ({
	customerPAN: '542523******9903',
	cardReference,
	scored: true,
	score,
	decile,
	modelName: 'CCA_CCS_Del_M2_v1.0',
	...more,
});

const rowsOf = ({ outputs }: EngineResult) => (outputs[0] ?? []).map(({ json }) => json);

interface Report {
	report: { figures: IDataObject; bands: IDataObject; charts: { name: string; svg: string }[] };
	emailHtml: string;
}
const reportOf = ({ outputs }: EngineResult) => outputs[1]?.[0]?.json as unknown as Report;
const fileOf = ({ outputs }: EngineResult) => (outputs[1]?.[0] as INodeExecutionData).binary?.data;
const htmlOf = (result: EngineResult) =>
	Buffer.from(fileOf(result)?.data ?? '', 'base64').toString('utf8');

describe('the second input', () => {
	it.each<[string, Partial<EngineRun>]>([
		['is not connected', {}],
		['is empty', { previousRows: [] }],
		[
			'is empty, in the execution order of n8n 1',
			{ previousRows: [], workflowSettings: { executionOrder: 'v1' } },
		],
		['holds the one empty item of "Always Output Data"', { previousRows: [{}] }],
	])('%s: a first review, which says so and compares nothing', async (_, run) => {
		const result = await report([scored('a', 363, 4), scored('b', 8, 1)], run);
		expect(result.error).toBeUndefined();
		expect(rowsOf(result).map(({ movement }) => movement)).toEqual([null, null]);
		expect(reportOf(result).report.figures).toMatchObject({
			isFirstReview: true,
			coverage: { scored: 2, unscored: 0, share: 1 },
			movements: null,
		});
		expect(htmlOf(result)).toContain('there is nothing to compare with');
	});

	it.each([{}, { executionOrder: 'v1' as const }])(
		'is the last review, with settings %p of the workflow',
		async (workflowSettings) => {
			const result = await report([scored('a', 363, 4), scored('b', 8, 1)], {
				previousRows: [scored('a', 240, 2), scored('c', 900, 9)],
				workflowSettings,
			});
			expect(rowsOf(result)).toEqual([
				expect.objectContaining({
					cardReference: 'a',
					score: 363,
					movement: 'up',
					previousScore: 240,
					scoreChange: 123,
					previousDecile: 2,
					watch: false,
					watchReason: null,
				}),
				expect.objectContaining({ cardReference: 'b', movement: 'new', previousScore: null }),
				expect.objectContaining({
					cardReference: 'c',
					movement: 'gone',
					previousScore: 900,
					previousDecile: 9,
				}),
			]);
			expect(rowsOf(result)[2]).not.toHaveProperty('score');
		},
	);

	it('is linked to the rows that only it has, as the first one is to all others', async () => {
		const { outputs } = await report([{}, scored('a', 363, 4)], {
			previousRows: [scored('a', 240, 2), scored('c', 900, 9)],
		});
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1, input: 0 },
			{ item: 1, input: 1 },
		]);
	});
});

it('keeps the columns that the items bring along', async () => {
	const result = await report([scored('a', 363, 4, { Branch: 'North', core_txn_amt_1m: 12 })]);
	expect(rowsOf(result)[0]).toMatchObject({ Branch: 'North', core_txn_amt_1m: 12 });
});

it('outputs one report with figures, bands, six charts, an e-mail and a file of its own', async () => {
	const result = await report([scored('a', 363, 4)], { previousRows: [scored('a', 240, 2)] });
	expect(result.outputs[1]).toHaveLength(1);
	expect(fileOf(result)).toMatchObject({
		fileName: 'credit-review-2026-11-21.html',
		mimeType: 'text/html',
	});
	const { emailHtml, report: facts } = reportOf(result);
	expect(facts.charts.map(({ name }) => name)).toEqual([
		'histogram',
		'migration',
		'movement',
		'band',
		'watch',
		'unscored',
	]);
	expect(facts.bands).toMatchObject({ modelName: 'CCA_CCS_Del_M2_v1.0', reviewDate: '2026-11-21' });
	expect(emailHtml).toMatch(/^<table role="presentation"/);
	expect(emailHtml).not.toMatch(/<(script|style|svg|img|link|div)/);
});

it('the bands and figures of one review are the baseline and the history of the next', async () => {
	const first = reportOf(
		await report([scored('a', 100, 1), scored('b', 500, 5)], {
			parameters: { reviewDate: '2026-11-14' },
		}),
	);
	const later = await report([scored('a', 300, 3), scored('b', 500, 5)], {
		previousRows: [scored('a', 200, 2), scored('b', 500, 5)],
		parameters: {
			options: {
				baseline: JSON.stringify(first.report.bands),
				history: JSON.stringify([first.report.figures]),
			},
		},
	});
	expect(reportOf(later).report.figures).toMatchObject({
		stability: { baseline: { reviewDate: '2026-11-14' } },
	});
	expect(htmlOf(later)).toContain('2026-11-14');
});

describe('parameters that cannot be used stop the node and are named', () => {
	it.each<[string, IDataObject, string]>([
		['bottomDeciles', { bottomDeciles: 0 }, "'Bottom Deciles' must be a whole number from 1 to 9"],
		['watchListSize', { watchListSize: 1.5 }, "'Watch List Size' must be a whole number"],
		['reviewDate', { reviewDate: 'next Monday' }, "'Review Date' is not a date"],
		['matchBy', { matchBy: ' ' }, "'Match By' is empty"],
		['baseline', { options: { baseline: '[]' } }, "'Baseline' is not the bands of a review"],
		['history', { options: { history: '{}' } }, "'History' is not a list of former figures"],
		['label', { label: 'Branch' }, "No item of 'Current' has 'Branch'"],
		['segment', { options: { segment: 'Branch' } }, "No item of 'Current' has 'Branch'"],
	])('%s', async (_, parameters, message) => {
		const { error } = await report([scored('a', 1, 1)], {
			parameters: parameters as EngineRun['parameters'],
		});
		expect(error?.message).toContain(message);
		expect(error?.description).not.toBe('');
	});

	it('a field name that an expression made of a card number is masked', async () => {
		const { stored } = await report([scored('a', 1, 1, { card: '5425 2334 3010 9903' })], {
			parameters: { label: '={{ $json.card }}' },
		});
		expect(stored).toContain('542523******9903');
		expect(stored).not.toContain('5425 2334 3010 9903');
	});
});

it('an error becomes an item when the node is set to continue, in any of the two ways', async () => {
	for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
		const { error, outputs } = await report([{ something: 'else' }], { onError });
		expect(error).toBeUndefined();
		const items = outputs.flat();
		expect(items).toHaveLength(1);
		expect(items[0]?.json.error).toMatchObject({
			message: expect.stringContaining("no 'cardReference'") as string,
			scope: 'run',
		});
	}
});

it('today is the date of a review without one', async () => {
	const before = new Date().toISOString().slice(0, 10);
	const result = await report([scored('a', 1, 1)], { parameters: { reviewDate: '' } });
	const after = new Date().toISOString().slice(0, 10);
	expect([before, after]).toContain(reportOf(result).report.figures.reviewDate);
});

it('what the figures leave out is said above the output, too', async () => {
	const { hints } = await report([scored('a', 1, 1), scored('a', 1, 1)]);
	expect(hints.join()).toContain('1 item of this review repeats a card');
});

describe('items of the other nodes', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterAll(async () => {
		await simulator.close();
	});

	const CARDS = [
		'5425233430109903',
		'5408577159639842',
		'5779964451763663',
		'5407502036052150',
		...Array.from({ length: 6 }, (_, index) => withCheckDigit(`5${100_000_000_000_00 + index}`)),
	];

	async function run(node: string, rows: IDataObject[], parameters: EngineRun['parameters']) {
		const { outputs } = await runInEngine({
			node,
			rows,
			credentials: { mastercardApi: simulator.credential },
			onError: 'continueRegularOutput',
			parameters,
		});
		return (outputs[0] ?? []).map(({ json }) => json);
	}

	it.each([
		['one item per card', {}],
		['one item per card, simplified', { simplify: true }],
		['one item per card, not simplified', { simplify: false, hasEmbedding: true }],
		['one item per model', { outputMode: 'perModel', simplify: false }],
		['one item per model, simplified', { outputMode: 'perModel', simplify: true }],
		[
			'full card numbers and a run summary',
			{ options: { cardNumberOutput: 'full', includeRunSummary: true } },
		],
	])('CCA Scores, %s', async (_, parameters) => {
		const rows = [
			...CARDS.map((card) => ({ card, consent: true })),
			{ card: CARDS[0], consent: false },
		];
		const items = await run('ccaScores', rows as IDataObject[], {
			customerPan: '={{ $json.card }}',
			hasConsent: '={{ $json.consent }}',
			...parameters,
		});
		const result = await report(items, { previousRows: items });
		const { figures } = reportOf(result).report;
		expect(figures).toMatchObject({
			modelName: 'CCA_CCS_Del_M2_v1.0',
			coverage: { rejected: 1, failed: 0 },
			migration: { up: 0, down: 0 },
			earlyWarning: { cards: 0 },
		});
		const { scored: withScore, unscored } = figures.coverage as {
			scored: number;
			unscored: number;
		};
		expect(withScore + unscored).toBe(CARDS.length);
		for (const card of CARDS) expect(htmlOf(result)).not.toContain(card);
		expect(rowsOf(result)).toHaveLength(
			items.filter((item) => !('error' in item) && !('runSummary' in item)).length,
		);
	});

	const LOCATIONS = [1, 2, 3].map((id) => ({
		locationId: `a1b2c3d4-0000-1234-abcd-00000000000${id}`,
	}));

	it.each([
		['one item per period', {}],
		['one item per period, simplified', { simplify: true }],
		['one item per period, not simplified', { simplify: false }],
		['one item per location', { outputMode: 'perLocation', simplify: false }],
		['one item per metric', { outputMode: 'perMetric', simplify: false }],
		['grouped by question', { simplify: false, options: { groupByQuestion: true } }],
		[
			'chosen metrics in percent',
			{ options: { metrics: ['txn_amt', 'txn_amt_yoy'], percentages: 'percent' } },
		],
	])('SBCA Report, weekly, %s', async (_, parameters) => {
		const items = await run('sbcaReport', LOCATIONS, {
			locationId: '={{ $json.locationId }}',
			hasConsent: true,
			...parameters,
		});
		const result = await report(items, { parameters: { subject: 'businesses' } });
		expect(result.error).toBeUndefined();
		expect(reportOf(result).report.figures).toMatchObject({ subject: 'businesses', businesses: 3 });
		expect(rowsOf(result).map(({ locationId }) => locationId)).toEqual(
			LOCATIONS.map(({ locationId }) => locationId),
		);
		expect(rowsOf(result)[0]).toMatchObject({
			sales: expect.any(Number) as number,
			salesTrend: expect.any(Number) as number,
			volatility: expect.any(Number) as number,
			movement: null,
		});
	});

	it('SBCA Report, weekly sales and monthly benchmarks together', async () => {
		const common = { locationId: '={{ $json.locationId }}', hasConsent: true };
		const weeks = await run('sbcaReport', LOCATIONS.slice(0, 1), common);
		const months = await run('sbcaReport', LOCATIONS.slice(0, 1), {
			...common,
			metricType: 'retail_sales_benchmarks',
			metricFrequency: 'Monthly',
		});
		const result = await report([...weeks, ...months], { parameters: { subject: 'businesses' } });
		expect(rowsOf(result)).toEqual([
			expect.objectContaining({
				indexes: expect.objectContaining({
					spend_per_card_avg_index: 100,
					return_txn_amt_index: 116,
				}) as object,
				salesTrend: expect.any(Number) as number,
			}),
		]);
		const later = await report(weeks, {
			previousRows: rowsOf(result),
			parameters: { subject: 'businesses' },
		});
		expect(rowsOf(later)[0]).toMatchObject({ movement: 'same', salesChange: 0 });
	});
});

describe('a review of many businesses', () => {
	const BUSINESSES = Array.from({ length: 14 }, (_, index) => `location ${index}`);
	const getWeeks = (locations: string[], sales: number) =>
		locations.flatMap((locationId, index) =>
			Array.from({ length: 27 }, (_, week) => ({
				locationId,
				region: index < 6 ? 'North' : 'South',
				periodStartDate: new Date(Date.UTC(2026, 4, 10 + 7 * week)).toISOString().slice(0, 10),
				periodEndDate: new Date(Date.UTC(2026, 4, 16 + 7 * week)).toISOString().slice(0, 10),
				txn_amt: week < 13 ? 100 : sales,
			})),
		);

	it('has a row for each that is gone, figures by segment, and tables in parts for paper', async () => {
		const result = await report(getWeeks(BUSINESSES.slice(1), 80), {
			previousRows: getWeeks(BUSINESSES, 100),
			parameters: { subject: 'businesses', options: { segment: 'region' } },
		});
		expect(result.error).toBeUndefined();
		const gone = rowsOf(result).filter(({ movement }) => movement === 'gone');
		expect(gone).toEqual([
			{ locationId: 'location 0', movement: 'gone', reviewDate: '2026-11-21' },
		]);
		expect(reportOf(result).report.figures).toMatchObject({
			businesses: 13,
			previousBusinesses: 14,
			segments: [
				{ segment: 'South', businesses: 7 },
				{ segment: 'North', businesses: 6 },
			],
		});
		expect(htmlOf(result)).toMatch(/part 1 of \d/);
		expect(htmlOf(result)).toContain('Figures by segment');
	});
});

describe('rows of businesses', () => {
	const getWeeks = (locationId: string, sales: number, more: IDataObject = {}) =>
		Array.from({ length: 27 }, (_, week) => ({
			locationId,
			periodStartDate: new Date(Date.UTC(2026, 4, 10 + 7 * week)).toISOString().slice(0, 10),
			periodEndDate: new Date(Date.UTC(2026, 4, 16 + 7 * week)).toISOString().slice(0, 10),
			txn_amt: week < 13 ? 100 : sales,
			...more,
		}));
	const parameters = { subject: 'businesses', label: 'name', title: ' ' };

	it('say which businesses to watch, and why; they keep their label', async () => {
		const result = await report(
			[...getWeeks('down', 40, { name: 'Falling' }), ...getWeeks('up', 130, { name: 'Rising' })],
			{ parameters },
		);
		expect(rowsOf(result)).toEqual([
			expect.objectContaining({
				locationId: 'down',
				name: 'Falling',
				watch: true,
				watchReason: expect.stringMatching(/^[A-Z]/) as string,
			}),
			expect.objectContaining({
				locationId: 'up',
				name: 'Rising',
				watch: false,
				watchReason: null,
			}),
		]);
		expect(rowsOf(result)[0]).not.toHaveProperty('');
		expect(reportOf(result).report).toMatchObject({ title: 'Credit review', bands: null });
		for (const { svg } of reportOf(result).report.charts)
			expect(svg === null || svg.startsWith('<svg')).toBe(true);
	});

	it('are linked to the items that they are made of, of either input', async () => {
		const { outputs } = await report(getWeeks('a', 100, { name: 'A' }), {
			previousRows: [...getWeeks('gone', 100, { name: 'Gone' }), ...getWeeks('a', 100)],
			parameters,
		});
		const [kept, gone] = outputs[0] ?? [];
		const all = Array.from({ length: 27 }, (_, item) => item);
		expect(kept?.pairedItem).toEqual(all.map((item) => ({ item, input: 0 })));
		expect(gone?.pairedItem).toEqual(all.map((item) => ({ item, input: 1 })));
		expect(gone?.json).toEqual({
			locationId: 'gone',
			name: 'Gone',
			movement: 'gone',
			reviewDate: '2026-11-21',
		});
		expect(outputs[1]?.[0]?.pairedItem).toEqual(all.map((item) => ({ item })));
	});
});

it('a card that is gone keeps what identifies it', async () => {
	const result = await report([scored('a', 5, 1, { Branch: 'South' })], {
		previousRows: [
			scored('a', 5, 1),
			scored('b', 5, 1, { consentReference: 'C-2', Branch: 'North', other: 1 }),
		],
		parameters: { options: { segment: 'Branch' }, title: 'Weekly' },
	});
	expect(rowsOf(result)[1]).toEqual({
		cardReference: 'b',
		customerPAN: '542523******9903',
		consentReference: 'C-2',
		Branch: 'North',
		modelName: 'CCA_CCS_Del_M2_v1.0',
		movement: 'gone',
		previousScore: 5,
		scoreChange: null,
		previousDecile: 1,
		watch: false,
		watchReason: null,
		reviewDate: '2026-11-21',
	});
	expect(reportOf(result).report).toMatchObject({ title: 'Weekly' });
});

it.each([
	['bottomDeciles', [1, 9], [0, 10], "'Bottom Deciles' must be a whole number from 1 to 9"],
	['watchListSize', [1, 100], [0, 101], "'Watch List Size' must be a whole number from 1 to 100"],
])('%s may be %j, and not %j', async (name, allowed, rejected, message) => {
	for (const value of allowed) {
		const { error } = await report([scored('a', 1, 1)], { parameters: { [name]: value } });
		expect(error).toBeUndefined();
	}
	for (const value of rejected) {
		const { error } = await report([scored('a', 1, 1)], { parameters: { [name]: value } });
		expect(error?.message).toBe(message);
		expect(error?.description).toBe('Correct the parameter and run the node again.');
	}
});

it('a card that has fallen far is to be watched, and its row says why', async () => {
	const { outputs, hints } = await report([scored('a', 20, 1), scored('b', 900, 9)], {
		previousRows: [scored('a', 900, 9), scored('b', 890, 9)],
	});
	const [fallen, other] = (outputs[0] ?? []).map(({ json }) => json);
	expect(fallen).toMatchObject({ watch: true, watchReason: expect.stringMatching(/^[A-Z]/) });
	expect(other).toMatchObject({ watch: false, watchReason: null });
	expect(hints).toEqual([]);
});
