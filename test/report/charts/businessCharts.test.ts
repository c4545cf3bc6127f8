// What the charts of a review of businesses say and show, with and without figures.
import { createBusinessCharts } from '../../../report/charts/businessCharts';
import { reviewBusinesses } from '../../../report/businesses/reviewBusinesses';
import type { Fields } from '../../../report/fields';

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

test('what has changed since the last review is counted', async () => {
	const { chart } = await getCharts(
		[...trend('a', 110), ...trend('new', 100)],
		[...trend('a', 100), ...trend('gone', 100)],
	);
	expect(chart('movement')?.svg).not.toBeNull();
	const counts = new Map(chart('movement')?.rows.map(([name = '', count]) => [name, count]));
	expect(counts.get('New')).toBe('1');
	expect(counts.get('Gone')).toBe('1');
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
