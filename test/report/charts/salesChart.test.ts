// Small pictures of 188 by 92, two in a row; sales by their scale of 56 units from 90 up to 34.
import type { ComparedBusiness } from '../../../report/businesses/reviewBusinesses';
import { salesChart } from '../../../report/charts/salesChart';
import { findAll, parseMarkup } from '../../support/parseMarkup';
import {
	readCircles,
	readLines,
	readPaths,
	readPicture,
	readTexts,
} from '../../support/readDrawing';

type Sales = [end: string, sales: number | null, mean?: number];
const business = (name: string, salesTrend: number | null, ...weeks: Sales[]) =>
	({
		name,
		figures: {
			salesTrend,
			weeks: weeks.map(([end, sales, mean = null]) => ({ end, sales, mean })),
		},
	}) as ComparedBusiness;

const BUSINESSES = [
	business(
		'One, with a long name for it',
		-0.1,
		['2026-01-03', 100],
		['2026-01-10', null],
		['2026-01-17', 50, 200],
	),
	business('None', null, ['2026-01-03', null]),
	business('Two', null, ['2026-01-10', 10], ['2026-01-17', 20, 15]),
	business('Three', 0.5, ['2026-01-17', 0], ['2026-01-24', 0]),
];

test('each business has its own scale from zero; weeks with and without a figure beside them are told apart', () => {
	const { description, name, svg, title } = salesChart(BUSINESSES);
	expect([name, title]).toEqual(['sales', 'Weekly sales']);
	expect(description).toBe(
		'The last 26 complete weeks of each business, weakest trend first, each on its own scale from zero. Dashed, and in brackets: mean of 13 weeks. A week without a figure is left open.',
	);
	expect(readPicture(svg)).toMatchObject({ viewBox: '0 0 400 224', title, description });
	expect(
		findAll(parseMarkup(svg?.text ?? ''), 'g').map(({ attributes }) => attributes.transform),
	).toEqual(['translate(0 0)', 'translate(212 0)', 'translate(0 112)']);
	expect(readTexts(svg)).toEqual([
		'0,8 weight 600: One, with a long na…',
		'0,24 muted 11 px: Trend −10%',
		'188,24 end muted 11 px: to 200',
		'0,8 weight 600: Two',
		'0,24 muted 11 px: Trend –',
		'188,24 end muted 11 px: to 20',
		'0,8 weight 600: Three',
		'0,24 muted 11 px: Trend +50%',
		'188,24 end muted 11 px: to 1',
	]);
	expect(readLines(svg)).toEqual(Array.from({ length: 3 }, () => '0,90 to 188,90 grid'));
	// 100 of 200 is 28 units above 90; a line of a single week has no length.
	expect(readPaths(svg)).toEqual([
		'M4,62ZM184,76Z accent 1.5',
		'M184,34Z ink 1.2 dashed 4 3',
		'M4,62L184,34 accent 1.5',
		'M184,48Z ink 1.2 dashed 4 3',
		'M4,90L184,90 accent 1.5',
		'ink 1.2 dashed 4 3',
	]);
	expect(readCircles(svg)).toEqual(['4,62 r 2 accent', '184,76 r 2 accent']);
});

test('the table has each week of any business once, in order, with the mean in brackets', () => {
	const { columns, rows } = salesChart([...BUSINESSES].reverse());
	expect(columns).toEqual(['Week to', 'Three', 'Two', 'One, with a long name for it']);
	expect(rows).toEqual([
		['2026-01-03', '–', '–', '100'],
		['2026-01-10', '–', '10', '–'],
		['2026-01-17', '0', '20 (15)', '50 (200)'],
		['2026-01-24', '0', '–', '–'],
	]);
});

test('without sales there is nothing to draw, and the description says so', () => {
	const { columns, description, rows, svg } = salesChart([
		business('None', null, ['2026-01-03', null]),
	]);
	expect([description, svg]).toEqual(['No business has weekly sales.', null]);
	expect([columns, rows]).toEqual([['Week to'], []]);
});
