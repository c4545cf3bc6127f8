// The heat map: cells of 31.58 in steps of 33.6, the first at 60.02 and 50.02.
import { heatMap } from '../../../report/charts/heatMap';
import { readPicture, readRects, readTexts } from '../../support/readDrawing';

const counts = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => 0));
counts[0] = [3, 9, 0, 0, 0, 0, 0, 0, 0, 0];
counts[4] = [0, 0, 5, 0, 0, 0, 0, 0, 0, 0];

test('a cell is the darker, the larger its part of the row; the diagonal is outlined, and few cards are "<5"', () => {
	const chart = heatMap(counts);
	expect(chart).toMatchObject({
		name: 'migration',
		title: 'Migration between deciles',
		columns: ['Last decile', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'Cards'],
	});
	expect(readPicture(chart.svg)).toMatchObject({
		viewBox: '0 0 400 390',
		title: 'Migration between deciles',
		description:
			'Rows: the decile at the last review. Columns: the decile now. A darker cell holds a larger part of its row. Below the diagonal, cards moved down. "<5" stands for one to four cards; an empty cell has none.',
	});
	const cells = readRects(chart.svg);
	expect(cells).toHaveLength(100);
	expect(cells.filter((cell) => cell.includes('outlined muted'))).toHaveLength(10);
	// 0.06 + 0.44 x 3/12, 9/12 and 1.
	expect(cells[0]).toMatch(/^60\.02,50\.02 31\.58 x 31\.58 accent 0\.1(7|69+\d*) outlined muted$/);
	expect(cells[1]).toBe('93.61,50.02 31.58 x 31.58 accent 0.39');
	expect(cells[42]).toBe('127.21,184.41 31.58 x 31.58 accent 0.5');
	expect(cells[99]).toBe('362.4,352.4 31.58 x 31.58 grid 0.35 outlined muted');
	expect(cells[98]).toBe('328.8,352.4 31.58 x 31.58 grid 0.35');
});

test('the axes name each decile, and the cells have their counts', () => {
	const texts = readTexts(heatMap(counts).svg);
	expect(texts).toHaveLength(2 + 20 + 3);
	expect(texts.slice(0, 4)).toEqual([
		'58,12 muted: Decile now',
		'4,32 muted: Last',
		'75.81,34 middle: 1',
		'48,65.81 end: 1',
	]);
	expect(texts.slice(20)).toEqual([
		'378.19,34 middle: 10',
		'48,368.19 end: 10',
		'75.81,65.81 middle weight 600: <5',
		'109.41,65.81 middle weight 600: 9',
		'143,200.2 middle weight 600: 5',
	]);
});

test('the table has the same counts, with the cards of each row', () => {
	const { rows } = heatMap(counts);
	expect(rows).toHaveLength(10);
	expect(rows[0]).toEqual(['1', '<5', '9', '', '', '', '', '', '', '', '', '12']);
	expect(rows[1]).toEqual(['2', '', '', '', '', '', '', '', '', '', '', '0']);
	expect(rows[4]).toEqual(['5', '', '', '5', '', '', '', '', '', '', '', '5']);
});

test('without cards in both reviews there is nothing to draw, and the description says so', () => {
	const { description, rows, svg } = heatMap(null);
	expect([description, rows, svg]).toEqual([
		'No comparison: no card was scored in both reviews.',
		[],
		null,
	]);
});
