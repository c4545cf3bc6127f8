// Indexes by their scale: 212 units from 144 to 356.
import type { ComparedBusiness } from '../../../report/businesses/reviewBusinesses';
import { describeIndex, indexChart } from '../../../report/charts/indexChart';
import { readCircles, readLines, readPicture, readTexts } from '../../support/readDrawing';

const business = (name: string, indexes: Record<string, number>) =>
	({ name, figures: { indexes } }) as ComparedBusiness;

test('each business has a line from its lowest to its highest index, and a dot at the median', () => {
	const chart = indexChart([
		business('Low', { a_index: 80, b_index: 100, c_index: 90 }),
		business('Without', {}),
		business('A name that is long', { txn_cnt_index: 120 }),
	]);
	expect(chart).toMatchObject({
		name: 'indexes',
		title: 'Comparison with peers',
		columns: ['Business', 'A', 'B', 'C', 'Transaction count'],
		rows: [
			['Low', '80', '100', '90', '–'],
			['A name that is long', '–', '–', '–', '120'],
		],
	});
	expect(readPicture(chart.svg)).toMatchObject({
		viewBox: '0 0 400 86',
		title: 'Comparison with peers',
		description:
			"Mastercard's benchmark indexes of the latest month. 100 equals the peers. Line: from the lowest to the highest index of the business. Dot: their median.",
	});
	expect(readTexts(chart.svg)).toEqual([
		'144,12 middle muted 11 px: 80',
		'197,12 middle muted 11 px: 90',
		'250,12 middle muted 11 px: 100',
		'303,12 middle muted 11 px: 110',
		'356,12 middle muted 11 px: 120',
		'132,43 end: Low',
		'396,43 end weight 600: 90',
		'132,69 end: A name that is …',
		'396,69 end weight 600: 120',
	]);
	expect(readLines(chart.svg)).toEqual([
		'144,22 to 144,82 grid',
		'197,22 to 197,82 grid',
		'250,22 to 250,82 muted dashed 4 3',
		'303,22 to 303,82 grid',
		'356,22 to 356,82 grid',
		'144,43 to 250,43 accent 3',
		'356,69 to 356,69 accent 3',
	]);
	expect(readCircles(chart.svg)).toEqual(['197,43 r 5 ink', '356,69 r 5 ink']);
});

test('the peers are always in the picture, with some room around them', () => {
	const { svg } = indexChart([business('a', { a_index: 100 })]);
	expect(readTexts(svg).filter((text) => text.includes(',12 '))).toEqual([
		'144,12 middle muted 11 px: 90',
		'197,12 middle muted 11 px: 95',
		'250,12 middle muted 11 px: 100',
		'303,12 middle muted 11 px: 105',
		'356,12 middle muted 11 px: 110',
	]);
});

test('without an index there is nothing to draw, and the description says so', () => {
	const { columns, description, rows, svg } = indexChart([business('a', {})]);
	expect([description, svg, rows]).toEqual(['The items have no benchmark indexes.', null, []]);
	expect(columns).toEqual(['Business']);
});

test.each([
	['txn_cnt_index', 'Transaction count'],
	['tkt_size_avg_index', 'Ticket size average'],
	['return_txn_amt_index', 'Return transaction amount'],
	['num_perc_index_of_peers', 'Number of share index of peers'],
	['constructor_index', 'Constructor'],
	['', ''],
])('the index %p is called %p', (name, expected) => {
	expect(describeIndex(name)).toBe(expected);
});

test('200,000 indexes of a business are one line, and the first 20 of them columns', () => {
	const indexes = Object.fromEntries(
		Array.from({ length: 200_000 }, (_, index) => [`i${index}_index`, 80 + (index % 41)]),
	);
	const { columns, svg } = indexChart([business('a', indexes)]);
	expect(columns).toHaveLength(21);
	expect(readLines(svg).at(-1)).toBe('144,43 to 356,43 accent 3');
	expect(readCircles(svg)).toEqual(['250,43 r 5 ink']);
});
