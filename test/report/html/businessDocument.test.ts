// What the report on businesses says, each value worked by hand.
import type { Fields } from '../../../report/fields';
import {
	reviewBusinesses,
	type BusinessSettings,
} from '../../../report/businesses/reviewBusinesses';
import { createBusinessDocument } from '../../../report/html/businessDocument';
import { BUSINESS_METHODS } from '../../../report/html/methods';

const DAY_MS = 86_400_000;
const SETTINGS: BusinessSettings = {
	matchBy: 'locationId',
	label: '',
	segment: '',
	reviewDate: '2026-11-21',
	watchListSize: 20,
};
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Thirteen weeks of 100, then thirteen of `now`, the last one to 14 November 2026. */
const trend = (locationId: string, now: number, more: Fields = {}): Fields[] =>
	Array.from({ length: 26 }, (_, index) => {
		const end = Date.UTC(2026, 10, 14) - 7 * DAY_MS * (25 - index);
		const period = { periodStartDate: toDay(end - 6 * DAY_MS), periodEndDate: toDay(end) };
		return { locationId, ...period, txn_amt: index < 13 ? 100 : now, ...more };
	});
const benchmark = (locationId: string, metrics: Fields): Fields => ({
	...{ locationId, periodStartDate: '2026-10-01', periodEndDate: '2026-10-31' },
	metrics,
});

async function createDocument(
	current: Fields[],
	previous: Fields[] = [],
	settings: Partial<BusinessSettings> = {},
	title = 'Merchants',
) {
	const all = { ...SETTINGS, ...settings };
	return createBusinessDocument(
		await reviewBusinesses(current, previous, all, () => undefined),
		title,
	);
}

// Trends -20 %, 0 and +10 %; volatility sqrt(26 / 25) x 10 / 90 and so on.
const CURRENT = [
	...trend('down', 80, { lastSeenTxnDate: '2026-10-10' }),
	...trend('same', 100),
	...trend('up', 110),
	benchmark('up', { txn_cnt_index: 90, net_spend_index: 104 }),
	benchmark('same', { txn_cnt_index: 95.5 }),
	{ runSummary: { rows: 6, rejected: 1, failed: 2 } },
];
const PREVIOUS = [
	{ locationId: 'down', sales: 1300, salesTrend: 0.05, reviewDate: '2026-11-14' },
	{ locationId: 'up', sales: 1300, salesTrend: 0.15, reviewDate: '2026-11-14' },
];

test('a review says what changed, and has its figures beside those of the last one', async () => {
	const one = await createDocument(CURRENT, PREVIOUS);
	expect(one).toMatchObject({
		title: 'Merchants',
		reviewDate: '2026-11-21',
		comparedWith: 'Compared with the last review of 2026-11-14.',
		segments: null,
		runSummary: { rows: expect.arrayContaining([['Rows', '6']]) as unknown },
	});
	expect(one.methods).toBe(BUSINESS_METHODS);
	expect(one.charts).toHaveLength(6);
	expect(one.notes[0]).toBe(
		'1 row was rejected before a call, and the calls of 2 rows failed; such rows are in no figure.',
	);
	expect(one.summary).toEqual([
		'Of 3 businesses, 3 have a sales trend; its median is 0%.',
		'Since the last review, sales rose at 1 business and fell at 1; 1 is new and 0 are gone.',
		'1 business needs a look; the weakest trend is −20%, at down.',
	]);
	expect(one.highlights).toEqual([
		{ name: 'Businesses', now: '3', last: '2' },
		{ name: 'Median sales trend', now: '0%', last: '+10%' },
		{ name: 'Median volatility', now: '4.9%', last: '–' },
		{ name: 'On the watch list', now: '1', last: '–' },
	]);
	expect(one.figures).toEqual({
		caption: 'Figures of this review, with those of the last one',
		columns: ['Figure', 'Now', 'Last', 'Remark'],
		rows: [
			['Businesses', '3', '2', ''],
			['With a sales trend', '3', '–', 'A figure in each of the last 26 weeks'],
			['Median sales trend', '0%', '+10%', '13 weeks against the 13 before'],
			// Of 100 and 110: a mean of 105, deviations of 5.
			['Median volatility', '4.9%', '–', '26 weeks'],
			['Silent for four weeks or more', '1', '–', ''],
			['Rows rejected before a call', '1', '–', ''],
			['Rows whose call failed', '2', '–', ''],
			['On the watch list', '1', '–', ''],
			['Transaction count, median index', '92.8', '–', '100 equals the peers'],
			['Net spend, median index', '104', '–', '100 equals the peers'],
		],
	});
});

test('a first review without weeks says that nothing is known, and compares nothing', async () => {
	const one = await createDocument([benchmark('a', { x_index: 100 })]);
	expect(one.comparedWith).toBe('First review: there is nothing to compare with.');
	expect(one.runSummary).toBeNull();
	expect(one.summary).toEqual([
		'Of 1 business, none has a figure in each of the last 26 weeks.',
		'This is the first review: there is nothing to compare with.',
		'0 businesses need a look.',
	]);
	expect(one.highlights.map(({ now, last }) => [now, last])).toEqual([
		['1', '–'],
		['–', '–'],
		['–', '–'],
		['0', '–'],
	]);
	expect(one.figures.rows.slice(0, 8).map(([, ...values]) => values)).toEqual([
		['1', '–', ''],
		['0', '–', 'A figure in each of the last 26 weeks'],
		['–', '–', '13 weeks against the 13 before'],
		['–', '–', '26 weeks'],
		['–', '–', "The items have no 'lastSeenTxnDate'"],
		['0', '–', ''],
		['0', '–', ''],
		['0', '–', ''],
	]);
});

test('a single trend is told of as one', async () => {
	const { summary } = await createDocument(trend('a', 120));
	expect([summary[0], summary[2]]).toEqual([
		'Of 1 business, 1 has a sales trend; its median is +20%.',
		'0 businesses need a look; the weakest trend is +20%, at a.',
	]);
});

test('of many indexes the first 20 are shown', async () => {
	const names = Array.from({ length: 25 }, (_, index) => [`i${index}_index`, 100]);
	const { figures } = await createDocument([benchmark('a', Object.fromEntries(names) as Fields)]);
	expect(figures.rows).toHaveLength(8 + 20);
});

test('segments have a median trend of their own, but that of a few businesses is left out', async () => {
	const region = (name: string, count: number, now: number) =>
		Array.from({ length: count }, (_, index) =>
			trend(`${name} ${index}`, now, { region: name }),
		).flat();
	const { segments } = await createDocument(
		[...region('South', 4, 50), ...region('North', 5, 110)],
		[],
		{ segment: 'region' },
	);
	expect(segments).toEqual({
		caption: 'Figures by segment',
		columns: ['Segment', 'Businesses', 'Median sales trend'],
		rows: [
			['North', '5', '+10%'],
			['South', '4', '–'],
		],
	});
});

test('the title is one line of at most 120 characters', async () => {
	const { title } = await createDocument(trend('a', 1), [], {}, `A\n${'b'.repeat(200)}`);
	expect(title).toBe(`A ${'b'.repeat(117)}…`);
});
