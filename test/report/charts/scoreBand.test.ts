// Scores by their scale: 200 units from 216 up to 16; reviews between 48 and 322.
import type { HistoryPoint } from '../../../report/cards/history';
import { scoreBand } from '../../../report/charts/scoreBand';
import {
	readCircles,
	readLines,
	readPaths,
	readPicture,
	readTexts,
} from '../../support/readDrawing';

const point = (reviewDate: string, p10: number | null, median: number | null, p90: number | null) =>
	({ reviewDate, p10, median, p90 }) as HistoryPoint;
const DESCRIPTION =
	'The median score of each review, and the band from the 10th to the 90th percentile.';

// Two of 274 units: half a step of 137 before, between and behind.
test('the band lies between the percentiles, with the median in it; a review without scores is left out', () => {
	const chart = scoreBand([
		point('2026-01-01', 100, 200, 300),
		point('2026-02-01', null, null, null),
		point('2026-03-01', 200, 300, 400.5),
	]);
	expect(chart).toMatchObject({
		name: 'band',
		title: 'Score over time',
		description: DESCRIPTION,
		columns: ['Review', '10th percentile', 'Median', '90th percentile'],
		rows: [
			['2026-01-01', '100', '200', '300'],
			['2026-02-01', '–', '–', '–'],
			['2026-03-01', '200', '300', '400.5'],
		],
	});
	const { svg } = scoreBand([
		point('2026-01-01', 100, 200, 300),
		point('2026-02-01', null, null, null),
		point('2026-03-01', 200, 300, 400),
	]);
	expect(readPicture(svg)).toMatchObject({
		viewBox: '0 0 400 250',
		title: 'Score over time',
		description: DESCRIPTION,
	});
	expect(readPaths(svg)).toEqual([
		'M116.5,82.67L253.5,16L253.5,149.33L116.5,216Z filled accent 0.15',
		'M116.5,82.67L253.5,16 accent 1.5 dashed 4 3',
		'M116.5,149.33L253.5,82.67 accent 2',
		'M116.5,216L253.5,149.33 accent 1.5 dashed 4 3',
	]);
	expect(readCircles(svg)).toEqual([
		'116.5,216 r 3 accent',
		'116.5,149.33 r 3 accent',
		'116.5,82.67 r 3 accent',
		'253.5,149.33 r 3 accent',
		'253.5,82.67 r 3 accent',
		'253.5,16 r 3 accent',
	]);
	expect(readTexts(svg)).toEqual([
		'42,216 end muted: 100',
		'42,182.67 end muted: 150',
		'42,149.33 end muted: 200',
		'42,116 end muted: 250',
		'42,82.67 end muted: 300',
		'42,49.33 end muted: 350',
		'42,16 end muted: 400',
		'263.5,16 11 px: 90th pct. 400',
		'263.5,82.67 11 px: Median 300',
		'263.5,149.33 11 px: 10th pct. 200',
		'116.5,232 middle muted 11 px: 2026-01-01',
		'253.5,232 middle muted 11 px: 2026-03-01',
	]);
	const lines = readLines(svg);
	expect(lines).toHaveLength(7);
	expect(lines.slice(0, 2)).toEqual(['48,216 to 322,216 grid', '48,182.67 to 322,182.67 grid']);
});

test('a single review is in the middle, and the description says that there is one', () => {
	const { description, svg } = scoreBand([point('2026-01-01', 100, 200, 300)]);
	expect(description).toBe(`${DESCRIPTION} So far there is one review.`);
	expect(readCircles(svg)).toEqual([
		'185,216 r 3 accent',
		'185,116 r 3 accent',
		'185,16 r 3 accent',
	]);
});

// 274 / 6.4 = 42.81 between reviews, 0.2 of it at either end. Every second of seven, back from the last.
test('of many reviews at most five are named, the last one among them', () => {
	const days = Array.from({ length: 7 }, (_, index) => `2026-01-0${index + 1}`);
	const { svg } = scoreBand(days.map((day) => point(day, 100, 200, 300)));
	expect(readTexts(svg).filter((text) => text.includes(',232 '))).toEqual([
		'56.56,232 middle muted 11 px: 2026-01-01',
		'142.19,232 middle muted 11 px: 2026-01-03',
		'227.81,232 middle muted 11 px: 2026-01-05',
		'313.44,232 middle muted 11 px: 2026-01-07',
	]);
	const three = scoreBand(days.slice(0, 3).map((day) => point(day, 100, 200, 300)));
	// 274 / 2.4 = 114.17, of which 0.2 is 22.83.
	expect(readTexts(three.svg).filter((text) => text.includes(',232 '))).toEqual([
		'70.83,232 middle muted 11 px: 2026-01-01',
		'185,232 middle muted 11 px: 2026-01-02',
		'299.17,232 middle muted 11 px: 2026-01-03',
	]);
	expect(
		readTexts(scoreBand(days.slice(0, 6).map((day) => point(day, 1, 2, 3))).svg).filter((text) =>
			text.includes(',232 '),
		),
	).toHaveLength(3);
});

test.each([
	[null, 200, 300],
	[100, null, 300],
	[100, 200, null],
])('a review with the percentiles %p, %p and %p is in the table only', (p10, median, p90) => {
	const { description, rows, svg } = scoreBand([point('2026-01-01', p10, median, p90)]);
	expect([description, svg]).toEqual(['No card was scored.', null]);
	expect(rows).toHaveLength(1);
});

test('200,000 percentiles are drawn', () => {
	const points = Array.from({ length: 100_000 }, (_, index) => point(`d${index}`, 1, 2, 3));
	expect(scoreBand(points).svg?.text).toContain('>Median 2</text>');
});
