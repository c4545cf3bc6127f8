// Scores from 0 to 100: ten steps of 33.2 units from 48 to 380; three cards: 184 units from 210 up to 26.
import { histogram } from '../../../report/charts/histogram';
import { readLines, readPaths, readPicture, readRects, readTexts } from '../../support/readDrawing';

test('each step has a bar as high as its cards, and the last review an outline around it', () => {
	const chart = histogram([0, 5, 10, 95, 100], [50, 100, 100]);
	expect(chart).toMatchObject({
		name: 'histogram',
		title: 'Scores',
		columns: ['Score', 'Cards', 'Last review'],
	});
	expect(readPicture(chart.svg)).toMatchObject({
		viewBox: '0 0 400 250',
		title: 'Scores',
		description:
			'How many cards have which score. Bars: this review. Dashed outline: the last review. Higher scores mean lower risk.',
	});
	const bars = readRects(chart.svg);
	expect(bars).toHaveLength(10);
	expect(bars[0]).toBe('49,26 31.2 x 184 accent');
	expect(bars[1]).toBe('82.2,210 31.2 x 0 accent');
	expect(bars[9]).toBe('347.8,87.33 31.2 x 122.67 accent');
	const outline = [
		'M48,210L48,210L81.2,210L81.2,210L114.4,210L114.4,210L147.6,210L147.6,210L180.8,210',
		'L180.8,148.67L214,148.67L214,210L247.2,210L247.2,210L280.4,210L280.4,210L313.6,210L313.6,210L346.8,210',
		'L346.8,87.33L380,87.33L380,210',
	].join('');
	expect(readPaths(chart.svg)).toEqual([`${outline} surface 4`, `${outline} ink 1.5 dashed 4 3`]);
	expect(chart.rows).toEqual([
		['0 to 10', '3', '0'],
		['10 to 20', '0', '0'],
		['20 to 30', '0', '0'],
		['30 to 40', '0', '0'],
		['40 to 50', '0', '1'],
		['50 to 60', '0', '0'],
		['60 to 70', '0', '0'],
		['70 to 80', '0', '0'],
		['80 to 90', '0', '0'],
		['90 to 100', '2', '2'],
	]);
});

test('the axes name each edge, and whole cards only', () => {
	const { svg } = histogram([0, 5, 10, 95, 100], null);
	expect(readTexts(svg)).toEqual([
		'4,10 muted: Cards',
		'42,210 end muted: 0',
		'42,148.67 end muted: 1',
		'42,87.33 end muted: 2',
		'42,26 end muted: 3',
		'48,224 middle muted 11 px: 0',
		'81.2,224 middle muted 11 px: 10',
		'114.4,224 middle muted 11 px: 20',
		'147.6,224 middle muted 11 px: 30',
		'180.8,224 middle muted 11 px: 40',
		'214,224 middle muted 11 px: 50',
		'247.2,224 middle muted 11 px: 60',
		'280.4,224 middle muted 11 px: 70',
		'313.6,224 middle muted 11 px: 80',
		'346.8,224 middle muted 11 px: 90',
		'380,224 middle muted 11 px: 100',
		'380,242 end muted: Score',
	]);
	expect(readLines(svg)).toEqual([
		'48,210 to 380,210 grid',
		'48,148.67 to 380,148.67 grid',
		'48,87.33 to 380,87.33 grid',
		'48,26 to 380,26 grid',
	]);
	const single = readTexts(histogram([0, 100], null).svg);
	expect(single.filter((text) => text.startsWith('42,'))).toEqual([
		'42,210 end muted: 0',
		'42,26 end muted: 1',
	]);
});

test('of many edges every other one is named', () => {
	const { rows, svg } = histogram([100, 400], null);
	expect(rows).toHaveLength(15);
	expect(readTexts(svg).filter((text) => text.includes(',224 '))).toEqual([
		'48,224 middle muted 11 px: 100',
		'92.27,224 middle muted 11 px: 140',
		'136.53,224 middle muted 11 px: 180',
		'180.8,224 middle muted 11 px: 220',
		'225.07,224 middle muted 11 px: 260',
		'269.33,224 middle muted 11 px: 300',
		'313.6,224 middle muted 11 px: 340',
		'357.87,224 middle muted 11 px: 380',
	]);
});

test('the steps hold the scores of the last review, too, and its bars fit the picture', () => {
	const { rows, svg } = histogram([50], [0, 0, 100]);
	expect([rows[0], rows.at(-1)]).toEqual([
		['0 to 10', '0', '2'],
		['90 to 100', '0', '1'],
	]);
	expect(readPaths(svg)[0]).toMatch(/^M48,210L48,26L81\.2,26L/);
});

test.each([[[500]], [[500, 500]], [[500, 503]]])(
	'steps are whole scores, also of the few scores %j',
	(scores) => {
		const { rows } = histogram(scores, null);
		expect(rows).toHaveLength(10);
		expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual(['500 to 501', '509 to 510']);
		expect(rows.reduce((sum, [, cards]) => sum + Number(cards), 0)).toBe(scores.length);
	},
);

test('without a score in this review, the table still has those of the last one', () => {
	const { description, rows, svg } = histogram([], [500, 500]);
	expect([description, svg]).toEqual(['No card was scored.', null]);
	expect(rows.reduce((sum, [, , last]) => sum + Number(last), 0)).toBe(2);
	expect(histogram([], null).rows).toEqual([]);
});

test('200,000 scores are drawn', () => {
	const scores = Array.from({ length: 200_000 }, (_, index) => index % 1000);
	const { rows, svg } = histogram(scores, scores);
	expect(svg).not.toBeNull();
	expect(rows.map(([, cards]) => cards)).toEqual(rows.map(([, , last]) => last));
});
