// Reviews of businesses, each figure worked by hand.
import type { Fields } from '../../../report/fields';
import {
	reviewBusinesses,
	type BusinessSettings,
} from '../../../report/businesses/reviewBusinesses';

const DAY_MS = 86_400_000;
const SETTINGS: BusinessSettings = {
	matchBy: 'locationId',
	label: '',
	segment: '',
	reviewDate: '2026-11-21',
	watchListSize: 20,
};
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Weeks that end with the one to 14 November 2026, oldest first. */
function weeks(locationId: string, sales: (number | null)[], more: Fields = {}): Fields[] {
	return sales.map((txn_amt, index) => {
		const end = Date.UTC(2026, 10, 14) - 7 * DAY_MS * (sales.length - 1 - index);
		return {
			locationId,
			periodStartDate: toDay(end - 6 * DAY_MS),
			periodEndDate: toDay(end),
			txn_amt,
			...more,
		};
	});
}
const flat = (value: number, count: number) => Array.from({ length: count }, () => value);
const review = (
	current: Fields[],
	previous: Fields[] = [],
	settings: Partial<BusinessSettings> = {},
) => reviewBusinesses(current, previous, { ...SETTINGS, ...settings }, () => undefined);
const first = async (current: Fields[], previous: Fields[] = []) => {
	const [business] = (await review(current, previous)).compared;
	if (business === undefined) throw new Error('There is no business.');
	return business;
};

// 13 x 110 = 1430, 13 x 100 = 1300: + 10 %. Mean 105, deviations of 5: sqrt(26 x 25 / 25) / 105.
test('trend and volatility are computed from the last 26 complete weeks', async () => {
	const { figures } = await first(
		weeks('a', [...flat(900, 10), ...flat(100, 13), ...flat(110, 13)]),
	);
	expect(figures.sales).toBe(1430);
	expect(figures.salesTrend).toBeCloseTo(0.1, 12);
	expect(figures.volatility).toBeCloseTo(Math.sqrt(26) / 105, 12);
	expect(figures.weeksWithoutFigure).toBe(0);
});

test('a week that is not over does not count', async () => {
	const { figures } = await first([
		...weeks('a', flat(100, 26)),
		{ locationId: 'a', periodStartDate: '2026-11-15', periodEndDate: '2026-11-22', txn_amt: 1 },
		{ locationId: 'a', periodStartDate: '2026-11-16', periodEndDate: '2026-11-22', txn_amt: 1 },
	]);
	expect(figures).toMatchObject({ sales: 1300, salesTrend: 0 });
});

test.each([
	['without a figure', weeks('a', [...flat(100, 20), null, ...flat(100, 5)])],
	['that is missing', weeks('a', flat(100, 26)).filter((_, index) => index !== 20)],
])('a week %s gives no trend and no volatility, and is counted', async (_, items) => {
	const { compared, notes } = await review(items);
	expect(compared[0]?.figures).toMatchObject({
		salesTrend: null,
		volatility: null,
		weeksWithoutFigure: 1,
	});
	expect(compared[0]?.figures.weeks.filter(({ sales }) => sales === null)).toHaveLength(1);
	expect(notes.join()).toContain('1 business has no trend');
});

test('a week without transactions is a figure of 0', async () => {
	const { figures } = await first(weeks('a', [...flat(100, 13), ...flat(100, 12), 0]));
	expect(figures.salesTrend).toBeCloseTo(1200 / 1300 - 1, 12);
});

test.each([
	[0.25, 0.25],
	[-1, null],
	[null, null],
	['0.1', 0.1],
])('a year-over-year change of %p is %p', async (sent, expected) => {
	const { figures } = await first(weeks('a', flat(100, 26), { txn_amt_yoy: sent }));
	expect(figures.salesYearOverYear).toBe(expected);
});

// From 14 October to 21 November are 38 days: 5 whole weeks.
test('silence is the whole weeks since the last transaction, and puts a business on the watch list', async () => {
	const items = [
		...weeks('silent', flat(100, 26), { lastSeenTxnDate: '2026-10-14' }),
		...weeks('open', flat(100, 26), { lastSeenTxnDate: '2026-11-20' }),
	];
	const { compared, figures, watchList } = await review(items);
	expect(compared.map((business) => business.figures.weeksSilent)).toEqual([5, 0]);
	expect(figures.silent).toBe(1);
	expect(watchList.map(({ name, watchReasons }) => [name, watchReasons])).toEqual([
		['silent', ['no transaction for 5 weeks']],
	]);
});

test('without the day of the last transaction, silence is unknown and the reader is told', async () => {
	const { figures, notes } = await review(weeks('a', flat(100, 26)));
	expect(figures.silent).toBeNull();
	expect(notes.join()).toContain("no 'lastSeenTxnDate'");
});

test('indexes are those of the latest month; 0, -1 and null are none', async () => {
	const month = (periodStartDate: string, periodEndDate: string, metrics: Fields) => ({
		locationId: 'a',
		periodStartDate,
		periodEndDate,
		metrics,
	});
	const { figures } = await first([
		month('2026-09-01', '2026-09-30', { net_spend_index: 90 }),
		month('2026-10-01', '2026-10-31', {
			net_spend_index: 104,
			a_index: 0,
			b_index: -1,
			c_index: null,
		}),
		month('2026-11-01', '2026-11-30', { net_spend_index: 200 }),
	]);
	expect(figures.indexes).toEqual({ net_spend_index: 104 });
});

test('businesses are ranked by trend, the weakest first, those without one last', async () => {
	const { ranking } = await review([
		...weeks('none', flat(100, 3)),
		...weeks('up', [...flat(100, 13), ...flat(120, 13)]),
		...weeks('down', [...flat(100, 13), ...flat(80, 13)]),
	]);
	expect(ranking.map(({ name, rank }) => [name, rank])).toEqual([
		['down', 1],
		['up', 2],
		['none', null],
	]);
});

test('movement compares the sales of 13 weeks with the last review, of items or of kept rows', async () => {
	const now = [
		...weeks('up', flat(110, 26)),
		...weeks('down', flat(90, 26)),
		...weeks('same', flat(100, 26)),
		...weeks('new', flat(100, 26)),
		...weeks('now', flat(100, 26)),
		...weeks('lost', flat(100, 5)),
		{ error: { message: 'x', attempts: 4 }, locationId: 'failed' },
	];
	const kept = ['up', 'down', 'same', 'lost', 'gone', 'failed'].map((locationId) => ({
		locationId,
		sales: 1300,
		salesTrend: '0.1',
		reviewDate: '2026-11-14',
	}));
	const { compared, figures, gone } = await review(now, [
		...kept,
		{ locationId: 'now', sales: null, salesTrend: null },
	]);
	expect(compared.map(({ name, movement }) => [name, movement])).toEqual([
		['up', 'up'],
		['down', 'down'],
		['same', 'same'],
		['new', 'new'],
		['now', 'nowScored'],
		['lost', 'nowUnscored'],
	]);
	expect(compared[0]?.salesChange).toBeCloseTo(0.1, 12);
	expect(gone.map(({ reference }) => reference)).toEqual(['gone']);
	expect(figures).toMatchObject({ previousReviewDate: '2026-11-14', failed: 1 });
	const fromItems = await first(weeks('a', flat(110, 26)), weeks('a', flat(100, 26)));
	expect(fromItems).toMatchObject({ movement: 'up', previousSales: 1300 });
});

test.each([
	['locationId', { locationId: undefined }],
	['periodStartDate', { periodStartDate: undefined }],
	['periodEndDate', { periodEndDate: 'some day' }],
	['txn_amt', { txn_amt: undefined }],
])('without %s in any item, the review is rejected by that name', async (field, change) => {
	const items = weeks('a', flat(100, 2)).map((item) => {
		const changed: Record<string, unknown> = { ...item, ...change };
		if (changed.txn_amt === undefined) delete changed.txn_amt;
		return changed;
	});
	await expect(review(items)).rejects.toThrow(`'${field}'`);
});

test('a period that comes twice counts once, and the reader is told', async () => {
	const items = weeks('a', flat(100, 26));
	const { compared, notes } = await review([...items, ...items.slice(0, 2)]);
	expect(compared[0]?.figures.sales).toBe(1300);
	expect(notes.join()).toContain('2 items of this review repeat a period');
});
