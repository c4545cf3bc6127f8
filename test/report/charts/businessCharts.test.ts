// What the charts of a review of businesses say and show, with and without figures.
import { createBusinessCharts } from '../../../report/charts/businessCharts';
import { reviewBusinesses } from '../../../report/businesses/reviewBusinesses';
import type { Fields } from '../../../report/fields';
import { readRects, readTexts } from '../../support/readDrawing';

const DAY_MS = 86_400_000;
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** As many weeks as there are sales, the last one to 14 November 2026. */
function weeks(locationId: string, sales: number[], more: Fields = {}): Fields[] {
	return sales.map((txn_amt, index) => {
		const end = Date.UTC(2026, 10, 14) - 7 * DAY_MS * (sales.length - 1 - index);
		const period = { periodStartDate: toDay(end - 6 * DAY_MS), periodEndDate: toDay(end) };
		return { locationId, ...period, txn_amt, ...more };
	});
}
const flat = (value: number, count: number) => Array.from({ length: count }, () => value);
const trend = (locationId: string, now: number, more: Fields = {}) =>
	weeks(locationId, [...flat(100, 13), ...flat(now, 13)], more);

async function getCharts(current: Fields[], previous: Fields[] = [], segment = '') {
	const settings = {
		matchBy: 'locationId',
		label: '',
		segment,
		reviewDate: '2026-11-21',
		watchListSize: 2,
	};
	const report = await reviewBusinesses(current, previous, settings, () => undefined);
	const charts = createBusinessCharts(report);
	return { report, chart: (name: string) => charts.find((one) => one.name === name) };
}

test('without 26 weeks there is nothing to draw, and each chart says why', async () => {
	const { chart } = await getCharts(weeks('a', [100, 100]));
	for (const [name, description] of [
		['ranking', /^No business has a figure/],
		['volatility', /^The items give neither 26 complete weeks/],
		['watch', /^No business needs a look/],
		['movement', /^No comparison: this is the first review/],
	] as const) {
		expect(chart(name)?.svg).toBeNull();
		expect(chart(name)?.rows).toEqual([]);
		expect(chart(name)?.description).toMatch(description);
	}
});

test('falling and rising sales are told apart without colour, the weakest first', async () => {
	const { chart } = await getCharts([...trend('up', 110), ...trend('down', 50)]);
	const drawn = JSON.stringify(chart('ranking')?.svg);
	expect(chart('ranking')?.rows.map(([, name]) => name)).toEqual(['down', 'up']);
	expect(drawn).toMatch(/▼[^▲]*50[^▲]*▲[^▼]*10/);
	expect(chart('ranking')?.description).not.toContain('The first');
});

test('of many businesses the first are drawn, and the description says of how many', async () => {
	const many = Array.from({ length: 120 }, (_, index) => trend(`b${index}`, 40)).flat();
	const { chart, report } = await getCharts(many);
	expect(report.ranking).toHaveLength(120);
	for (const name of ['ranking', 'volatility']) {
		const { rows, description } = chart(name) ?? { rows: [], description: '' };
		expect(rows.length).toBeLessThan(120);
		expect(description).toContain(`The first ${rows.length} of 120.`);
	}
	expect(chart('watch')?.rows).toHaveLength(2);
	expect(chart('watch')?.description).toContain('The first 2 of 120.');
});

test('without anything to draw a chart still has its names and its table', async () => {
	const { chart } = await getCharts([...weeks('a', [100], { lastSeenTxnDate: '2026-11-07' })]);
	expect(chart('volatility')).toMatchObject({
		title: 'Volatility and silence',
		svg: null,
		columns: ['Business', 'Volatility', 'Whole weeks silent', 'Weeks without a figure'],
		rows: [['a', '–', '2', '25']],
	});
	expect(chart('ranking')).toMatchObject({
		title: 'Ranking by sales trend',
		columns: ['Rank', 'Business', 'Sales, 13 weeks', 'Trend', 'Year over year'],
	});
});

// 182 units for +10 % and 182 x 50 / 60 down: the bars share a scale from -50 % to +10 %.
test('bars are as long as the trends, in the colour and with the sign of the change', async () => {
	const { chart } = await getCharts([
		...trend('up', 110, { txn_amt_yoy: 0.25 }),
		...trend('down', 50),
		...trend('same', 100),
		...weeks('none', [100]),
	]);
	const { rows, svg = null } = chart('ranking') ?? {};
	expect(rows).toEqual([
		['1', 'down', '650', '−50%', '–'],
		['2', 'same', '1,300', '0%', '–'],
		['3', 'up', '1,430', '+10%', '+25%'],
	]);
	expect(readRects(svg).map((rect) => rect.replace(/,\S+/, ''))).toEqual([
		'218 90 x 19.09 down',
		'308 0 x 19.09 up',
		'308 18 x 19.09 up',
	]);
	expect(readTexts(svg).map((text) => text.replace(/^\S+ /, ''))).toEqual([
		'end: down',
		'end weight 600: ▼ −50%',
		'end: same',
		'weight 600: ▲ 0%',
		'end: up',
		'weight 600: ▲ +10%',
	]);
});

test('volatility has a bar where it is known, and silence is in the table', async () => {
	const { chart } = await getCharts([
		...trend('a', 110),
		...weeks('b', [100], { lastSeenTxnDate: '2026-11-07' }),
		...weeks('c', [100]),
	]);
	const { description, rows, svg = null } = chart('volatility') ?? {};
	expect(description).toBe(
		'How much weekly sales vary: standard deviation over mean of the last 26 complete weeks. The table has the whole weeks since the last transaction.',
	);
	expect(rows).toEqual([
		['a', '4.9%', '–', '0'],
		['b', '–', '2', '25'],
	]);
	expect(readTexts(svg)).toEqual(['136,19 end: a', '332,19 weight 600: 4.9%']);
});

test('the watch list has a bar for each fall, and the reasons in its table', async () => {
	const { chart } = await getCharts([
		...trend('fell', 50, { industryName: 'Shops' }),
		...weeks('silent', [100], { lastSeenTxnDate: '2026-10-10' }),
	]);
	expect(chart('watch')).toMatchObject({
		title: 'Watch list',
		description:
			'Businesses with the largest falls of sales, and those without a transaction for four weeks or more.',
		columns: ['Business', 'Industry', 'Trend', 'Reason'],
		rows: [
			['fell', 'Shops', '−50%', 'Sales fell by 50% in 13 weeks, among the largest falls'],
			['silent', '', '–', 'No transaction for 6 weeks'],
		],
	});
	expect(readTexts(chart('watch')?.svg ?? null)).toEqual([
		'136,19 end: fell',
		'212,19 end weight 600: ▼ −50%',
	]);
	const silent = await getCharts(weeks('silent', [100], { lastSeenTxnDate: '2026-10-10' }));
	expect(silent.chart('watch')).toMatchObject({
		svg: null,
		rows: [['silent', '', '–', 'No transaction for 6 weeks']],
	});
});

test('20 businesses are all that a chart can show, of 20', async () => {
	const { chart } = await getCharts(
		Array.from({ length: 20 }, (_, index) => trend(`b${index}`, 110)).flat(),
	);
	expect(chart('ranking')?.rows).toHaveLength(20);
	expect(chart('ranking')?.description).toBe(
		'Sales of the last 13 complete weeks, compared with the 13 before; the weakest first.',
	);
});

test('what has changed since the last review is counted', async () => {
	const { chart } = await getCharts(
		[...trend('a', 110), ...trend('new', 100)],
		[...trend('a', 100), ...trend('gone', 100)],
	);
	expect(chart('movement')?.svg).not.toBeNull();
	const counts = new Map(chart('movement')?.rows.map(([name = '', count]) => [name, count]));
	expect([...counts]).toEqual([
		['▲ Higher sales', '1'],
		['= The same', '0'],
		['▼ Lower sales', '0'],
		['New', '1'],
		['With figures now', '0'],
		['Figures missing now', '0'],
		['Gone', '1'],
	]);
	expect(chart('movement')?.description).toBe(
		'Sales of the last 13 complete weeks, compared with those at the last review; and businesses that came or went.',
	);
});

test('businesses are summed up by segment, largest first, and those without one together', async () => {
	const { report } = await getCharts(
		[
			...trend('a', 110, { region: 'North' }),
			...trend('b', 120, { region: 'North' }),
			...trend('c', 50, { region: 'South' }),
			...trend('d', 50),
		],
		[],
		'region',
	);
	expect(report.figures.segments).toEqual([
		{ segment: 'North', businesses: 2, medianTrend: expect.closeTo(0.15, 9) },
		{ segment: 'South', businesses: 1, medianTrend: expect.closeTo(-0.5, 9) },
		{ segment: '(none)', businesses: 1, medianTrend: expect.closeTo(-0.5, 9) },
	]);
});
