// Bars by their scale: 182 units from 144 to 326 for positive values, 108 from 218 to 326 with negative ones.
import { drawBars } from '../../../report/charts/bars';
import { readLines, readPicture, readRects, readTexts } from '../../support/readDrawing';

const CHART = { name: 'bars', title: 'Bars', description: 'Some bars.' };

// Two rows of 30 in 68; of each step (60 / 2.3), 0.7 is the bar.
test('a bar is as long as its value, with its name before and its text behind; the last value is an outline', () => {
	const svg = drawBars(CHART, [
		{ name: 'Half', value: 5, text: 'five' },
		{ name: 'Whole, which is long', value: 10, text: 'ten', colour: 'red', previous: 5 },
	]);
	expect(readPicture(svg)).toEqual({
		viewBox: '0 0 400 68',
		role: 'img',
		label: 'bars-title bars-description',
		title: 'Bars',
		description: 'Some bars.',
	});
	expect(readRects(svg)).toEqual([
		'144,11.83 91 x 18.26 accent',
		'144,37.91 182 x 18.26 red',
		'144,35.91 91 x 22.26 none outlined ink dashed 4 3',
	]);
	expect(readTexts(svg)).toEqual([
		'136,20.96 end: Half',
		'241,20.96 weight 600: five',
		'136,47.04 end: Whole, which is…',
		'332,47.04 weight 600: ten',
	]);
	expect(readLines(svg)).toEqual(['144,4 to 144,64 muted']);
});

test('negative values extend to the left of the zero line, their text before them', () => {
	const svg = drawBars(CHART, [
		{ name: 'Down', value: -50, text: '-50', previous: -100 },
		{ name: 'Up', value: 100, text: '100', previous: 50 },
	]);
	expect(readLines(svg)).toEqual(['272,4 to 272,64 muted']);
	expect(readRects(svg)).toEqual([
		'245,11.83 27 x 18.26 accent',
		'218,9.83 54 x 22.26 none outlined ink dashed 4 3',
		'272,37.91 54 x 18.26 accent',
		'272,35.91 27 x 22.26 none outlined ink dashed 4 3',
	]);
	expect(readTexts(svg)).toEqual([
		'136,20.96 end: Down',
		'212,20.96 end weight 600: -50',
		'136,47.04 end: Up',
		'332,47.04 weight 600: 100',
	]);
});

test.each([
	['fell only', -10, '326,4 to 326,34 muted', '218,10.92 108 x 16.15 accent'],
	['are 0', 0, '144,4 to 144,34 muted', '144,10.92 0 x 16.15 accent'],
])('where all values %s, the zero line is at the edge', (_, value, line, rect) => {
	const svg = drawBars(CHART, [{ name: 'a', value, text: '' }]);
	expect([readLines(svg), readRects(svg)]).toEqual([[line], [rect]]);
});

test('an outline is as long as the last value where that is the larger one', () => {
	const svg = drawBars(CHART, [{ name: 'a', value: 5, text: '5', previous: 10 }]);
	expect(readRects(svg)).toEqual([
		'144,10.92 91 x 16.15 accent',
		'144,8.92 182 x 20.15 none outlined ink dashed 4 3',
	]);
	expect(readTexts(svg)).toContain('332,19 weight 600: 5');
});
