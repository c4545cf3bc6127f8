// What the charts of a review of cards say and show, with and without scores.
import { createCardCharts, describeReason } from '../../../report/charts/cardCharts';
import { reviewCards } from '../../../report/cards/reviewCards';
import type { Fields } from '../../../report/fields';
import { readRects, readTexts } from '../../support/readDrawing';

const scored = (cardReference: string, score: number, decile: number, modelName = 'M2') => ({
	...{ cardReference, scored: true, score, decile, modelName },
});
const unscored = (cardReference: string, reasonCode: string) => ({
	...{ cardReference, scored: false, reasonCode, modelName: 'M2' },
});

async function getChart(name: string, current: Fields[], previous: Fields[] = []) {
	const settings = {
		...{ matchBy: 'cardReference', label: '', segment: '', reviewDate: '2026-11-21' },
		...{ bottomDeciles: 2, watchListSize: 20, baseline: null, history: [] },
	};
	const report = await reviewCards(current, previous, settings, () => Promise.resolve());
	const chart = createCardCharts(report).find((one) => one.name === name);
	if (chart === undefined) throw new Error(`There is no chart ${name}.`);
	return chart;
}

describe('scores', () => {
	test('are counted in steps that hold every card once', async () => {
		const { rows, svg, columns } = await getChart(
			'histogram',
			[1, 2, 500, 501, 999].map((score, index) => scored(String(index), score, 5)),
		);
		expect(columns).toEqual(['Score', 'Cards']);
		expect(rows.reduce((sum, [, cards]) => sum + Number(cards), 0)).toBe(5);
		expect(svg).not.toBeNull();
	});

	test('that are all the same are still a step', async () => {
		const { rows } = await getChart('histogram', [scored('a', 500, 5), scored('b', 500, 5)]);
		expect(rows.reduce((sum, [, cards]) => sum + Number(cards), 0)).toBe(2);
	});

	test('of the last review stand beside them', async () => {
		const { columns, rows, description } = await getChart(
			'histogram',
			[scored('a', 500, 5)],
			[scored('a', 520, 5)],
		);
		expect(columns).toEqual(['Score', 'Cards', 'Last review']);
		expect(description).toContain('Dashed outline: the last review.');
		expect(rows.every((row) => row.length === 3)).toBe(true);
	});

	test('that there are none of are said to be missing', async () => {
		const chart = await getChart('histogram', [unscored('a', 'CARD_TOO_NEW_TO_SCORE')]);
		expect([chart.svg, chart.description]).toEqual([null, 'No card was scored.']);
	});
});

describe('reasons', () => {
	test('are in words, with those of the last review', async () => {
		const { rows, columns } = await getChart(
			'unscored',
			[unscored('a', 'CARD_TOO_NEW_TO_SCORE'), unscored('b', 'CARD_TOO_NEW_TO_SCORE')],
			[unscored('a', 'PAN_NOT_FOUND')],
		);
		expect(columns).toEqual(['Reason', 'Cards', 'Last review', 'Change']);
		expect(rows).toEqual([
			['Card too new to score', '2', '0', expect.stringContaining('2')],
			['Card not found', '0', '1', expect.stringContaining('1')],
		]);
		expect(describeReason('')).toBe('');
	});

	test('have a bar each, with an outline for those of the last review', async () => {
		const { description, svg, title } = await getChart(
			'unscored',
			[unscored('a', 'X'), unscored('b', 'X'), unscored('c', 'Y')],
			[unscored('a', 'Y'), unscored('b', 'Y'), unscored('c', 'X'), unscored('d', 'Y')],
		);
		expect(title).toBe('Cards that could not be scored');
		expect(description).toBe(
			'By the reason that Mastercard gives. Dashed outline: the last review.',
		);
		// 182 units for three cards.
		expect(readRects(svg).map((rect) => rect.replace(/,\S+| x \S+/g, ''))).toEqual([
			'144 121.33 accent',
			'144 60.67 none outlined ink dashed 4 3',
			'144 60.67 accent',
			'144 182 none outlined ink dashed 4 3',
		]);
	});

	test('of a first review stand alone', async () => {
		const chart = await getChart('unscored', [unscored('a', 'X'), unscored('b', 'X')]);
		expect(chart).toMatchObject({
			description: 'By the reason that Mastercard gives.',
			columns: ['Reason', 'Cards'],
			rows: [['X', '2']],
		});
		expect(readRects(chart.svg)).toEqual(['144,10.92 182 x 16.15 accent']);
		expect(readTexts(chart.svg)).toEqual(['136,19 end: X', '332,19 weight 600: 2']);
	});

	test('that the last review lacks, or that only it has, have a change from or to none', async () => {
		const { rows, svg } = await getChart(
			'unscored',
			[unscored('a', 'X'), unscored('b', 'Z'), unscored('c', 'Z')],
			[unscored('a', 'Z'), unscored('b', 'Y')],
		);
		expect(rows).toEqual([
			['Z', '2', '1', '+1'],
			['X', '1', '0', '+1'],
			['Y', '0', '1', '−1'],
		]);
		expect(readRects(svg)).toHaveLength(6);
	});

	test('are drawn up to ten, with up to thirty in the table', async () => {
		const cards = (from: number, count: number) =>
			Array.from({ length: count }, (_, index) => unscored(`${from}${index}`, `R${from + index}`));
		const { rows, svg } = await getChart('unscored', cards(0, 28), cards(20, 28));
		expect(rows).toHaveLength(30);
		expect(readRects(svg)).toHaveLength(20);
	});

	test('are none when every card was scored', async () => {
		const chart = await getChart('unscored', [scored('a', 1, 1)]);
		expect([chart.svg, chart.description]).toEqual([null, 'Every card was scored.']);
	});
});

test('movements have a bar each, in the colour of their direction', async () => {
	const { columns, description, rows, svg, title } = await getChart(
		'movement',
		[scored('a', 600, 6), scored('b', 400, 4), scored('c', 500, 5), scored('d', 500, 5)],
		[scored('a', 500, 5), scored('b', 500, 5), scored('c', 500, 5), unscored('e', 'X')],
	);
	expect(title).toBe('Movement since the last review');
	expect(description).toBe(
		'Between deciles, of the cards in both reviews; and cards that came or went.',
	);
	expect(columns).toEqual(['Movement', 'Count']);
	expect(rows).toEqual([
		['▲ Moved up', '1'],
		['= Stayed', '1'],
		['▼ Moved down', '1'],
		['New', '1'],
		['Scored now', '0'],
		['Unscored now', '0'],
		['Still unscored', '0'],
		['Gone', '1'],
	]);
	const colours = readRects(svg).map((rect) => rect.replace(/^.* /, ''));
	expect(colours).toEqual([
		...['up', 'muted', 'down', 'accent', 'accent', 'accent', 'muted', 'accent'],
	]);
	expect(await getChart('movement', [scored('a', 1, 1)])).toMatchObject({
		description: 'No comparison: this is the first review.',
		rows: [],
		svg: null,
	});
});

test('a last review by another model has no outline in the histogram', async () => {
	const { columns, rows } = await getChart(
		'histogram',
		[scored('a', 5, 5, 'M2')],
		[scored('a', 900, 5, 'M3')],
	);
	expect(columns).toEqual(['Score', 'Cards']);
	expect(rows.at(-1)?.[0]).not.toContain('900');
	const same = await getChart('histogram', [scored('a', 5, 5)], [scored('a', 900, 5)]);
	expect(same.rows.at(-1)?.[0]).toMatch(/ to 900$/);
});

test('a card of another model has a bar of its own only where there is one', async () => {
	const names = async (model: string) =>
		(await getChart('movement', [scored('a', 5, 5, model)], [scored('a', 5, 5)])).rows.map(
			([name]) => name,
		);
	expect(await names('M2')).not.toContain('By another model');
	expect(await names('M3')).toContain('By another model');
});
