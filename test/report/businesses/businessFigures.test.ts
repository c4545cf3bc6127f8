// The figures of one business, at their edges.
import { getBusinessFigures } from '../../../report/businesses/businessFigures';
import type { Business } from '../../../report/businesses/parseReview';

const day = (text: string) => Date.parse(text) / 86_400_000;
const LAST = day('2026-11-14');
/** Weeks of these sales, the last one to 14 November 2026. */
const weeks = (sales: (number | null)[], more: Record<string, number> = {}) =>
	new Map(
		sales.map((txn_amt, index) => [
			LAST - 7 * (sales.length - 1 - index),
			new Map<string, number | null>(Object.entries({ txn_amt, ...more })),
		]),
	);
const getFigures = (change: Partial<Business>, reviewDate = '2026-11-21') =>
	getBusinessFigures(
		{
			...{ reference: 'a', fields: {}, positions: [], months: new Map(), lastSeen: null },
			...{ weeks: new Map(), kept: null },
			...change,
		},
		reviewDate,
	);
const flat = (value: number, count: number) => Array.from({ length: count }, () => value);

test('without a week there is no figure', () => {
	expect(getFigures({})).toEqual({
		...{ reference: 'a', industryName: null, sales: null, salesTrend: null },
		...{ salesYearOverYear: null, volatility: null, weeksSilent: null, indexes: {}, weeks: [] },
		weeksWithoutFigure: 26,
	});
});

test('the industry is one line without card numbers', () => {
	const industry = (industryName: unknown) => getFigures({ fields: { industryName } }).industryName;
	expect(industry('Shops\n5425233430109903')).toBe('Shops 542523******9903');
	expect([industry(''), industry(' '), industry(null), industry({})]).toEqual(
		flat(0, 4).map(() => null),
	);
});

test('a week that ends on the day of the review is complete, and one that ends later is not', () => {
	const business = { weeks: weeks([...flat(100, 26), 200], { txn_amt_yoy: 0.5 }) };
	const sales = (reviewDate: string) => getFigures(business, reviewDate).sales;
	expect([sales('2026-11-14'), sales('2026-11-13')]).toEqual([1400, 1300]);
});

// Week n of 38 has sales of n: the mean of 13 up to it is n - 6.
test('the last 26 weeks have their last days and the means of 13 weeks up to them', () => {
	const { weeks: described } = getFigures({
		weeks: weeks(Array.from({ length: 38 }, (_, index) => index + 1)),
	});
	expect(described).toHaveLength(26);
	expect(described[0]).toEqual({ end: '2026-05-23', sales: 13, mean: 7 });
	expect(described[1]).toEqual({ end: '2026-05-30', sales: 14, mean: 8 });
	expect(described[25]).toEqual({ end: '2026-11-14', sales: 38, mean: 32 });
});

test('a mean needs all of its 13 weeks', () => {
	const { weeks: described } = getFigures({ weeks: weeks(flat(100, 14)) });
	expect(described.slice(-3).map(({ mean }) => mean)).toEqual([null, 100, 100]);
	expect(described.slice(0, 12).map(({ sales }) => sales)).toEqual(flat(0, 12).map(() => null));
});

test('the sales of 13 weeks are known without those before, of which the trend needs all', () => {
	const { sales, salesTrend, volatility, weeksWithoutFigure } = getFigures({
		weeks: weeks(flat(100, 25)),
	});
	expect([sales, salesTrend, volatility, weeksWithoutFigure]).toEqual([1300, null, null, 1]);
});

test.each([
	[0, 100, null],
	[-100, 100, null],
	[100, 0, -1],
])('after 13 weeks of %p, 13 of %p are a trend of %p', (before, now, trend) => {
	const figures = getFigures({ weeks: weeks([...flat(before, 13), ...flat(now, 13)]) });
	expect(figures.salesTrend).toBe(trend);
});

test('the change over a year is that of the last complete week only', () => {
	const change = (business: Partial<Business>) => getFigures(business).salesYearOverYear;
	expect(change({ weeks: weeks([100], { txn_amt_yoy: 0.5 }) })).toBe(0.5);
	expect(change({ weeks: weeks([100]) })).toBeNull();
	const former = weeks([100, 100], { txn_amt_yoy: 0.5 });
	former.set(LAST, new Map([['txn_amt', 100]]));
	expect(change({ weeks: former })).toBeNull();
});

test.each([
	['2026-11-21', 0],
	['2026-11-15', 0],
	['2026-11-14', 1],
	['2026-11-08', 1],
	['2026-11-07', 2],
	['2026-12-24', 0],
])('a last transaction on %s is %p whole weeks of silence', (lastSeen, expected) => {
	expect(getFigures({ lastSeen }).weeksSilent).toBe(expected);
});

test('indexes are those of a month that has ended, with values above 0, whatever the order of the months', () => {
	const month = (values: Record<string, number | null>) => new Map(Object.entries(values));
	const months = new Map([
		[
			day('2026-11-21'),
			month({ a_index: 3, b_index: 0.5, c_index: 0, d_index: -1, e_index: null }),
		],
		[day('2026-11-22'), month({ a_index: 9 })],
		[day('2026-10-31'), month({ a_index: 2 })],
	]);
	expect(getFigures({ months }).indexes).toEqual({ a_index: 3, b_index: 0.5 });
	expect(getFigures({ months }, '2026-11-20').indexes).toEqual({ a_index: 2 });
	const withoutIndex = new Map([
		[day('2026-10-31'), month({ a_index: 2 })],
		[day('2026-11-14'), month({ txn_amt: 5 })],
	]);
	expect(getFigures({ months: withoutIndex }).indexes).toEqual({ a_index: 2 });
});

test('what a former review kept stands for sales and trend', () => {
	const kept = { sales: 1, salesTrend: 0.5 };
	expect(getFigures({ kept, weeks: weeks(flat(100, 26)) })).toMatchObject(kept);
});
