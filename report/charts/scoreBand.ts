/** The 10th, 50th and 90th percentile of the score, review by review. */
import type { HistoryPoint } from '../cards/history';
import { formatScore } from '../format';
import { area, extent, line, scaleLinear, scalePoint } from '../libraries/d3';
import { COLOUR, WIDTH, drawLine, drawPath, drawSvg, drawText, type Chart } from './chart';
import { element } from '../markup';

const HEIGHT = 250;
const MARGIN = { top: 16, right: 78, bottom: 34, left: 48 };

interface Point extends HistoryPoint {
	p10: number;
	median: number;
	p90: number;
}

/** @param history From the oldest review to this one. */
export function scoreBand(history: readonly HistoryPoint[]): Chart {
	const points = history.filter(isComplete);
	const base = {
		name: 'band',
		title: 'Score over time',
		description:
			points.length === 0
				? 'No card was scored.'
				: `The median score of each review, and the band from the 10th to the 90th percentile.${points.length === 1 ? ' So far there is one review.' : ''}`,
	};
	return {
		...base,
		svg: points.length === 0 ? null : draw(base, points),
		columns: ['Review', '10th percentile', 'Median', '90th percentile'],
		rows: history.map(({ reviewDate, p10, median, p90 }) => [
			reviewDate,
			formatScore(p10),
			formatScore(median),
			formatScore(p90),
		]),
	};
}

function isComplete(point: HistoryPoint): point is Point {
	return point.p10 !== null && point.median !== null && point.p90 !== null;
}

function draw(chart: Pick<Chart, 'name' | 'title' | 'description'>, points: readonly Point[]) {
	const x = scalePoint()
		.domain(points.map(({ reviewDate }) => reviewDate))
		.range([MARGIN.left, WIDTH - MARGIN.right])
		.padding(points.length < 3 ? 0.5 : 0.2);
	const y = scaleLinear()
		.domain(extent(points.flatMap(({ p10, p90 }) => [p10, p90])) as [number, number])
		.nice(5)
		.range([HEIGHT - MARGIN.bottom, MARGIN.top]);
	const at = ({ reviewDate }: Point) => x(reviewDate) ?? 0;
	const band = area<Point>(
		at,
		({ p10 }) => y(p10),
		({ p90 }) => y(p90),
	).digits(2);
	const drawSeries = (value: (point: Point) => number, dash: string | null) =>
		drawPath(line<Point>(at, (point) => y(value(point))).digits(2)([...points]), {
			stroke: COLOUR.accent,
			'stroke-width': dash === null ? 2 : 1.5,
			...(dash === null ? {} : { 'stroke-dasharray': dash }),
		});
	const last = points.at(-1) as Point;
	const every = Math.ceil(points.length / 5);
	return drawSvg(
		chart,
		HEIGHT,
		y.ticks(5).map((tick) => [
			drawLine([MARGIN.left, y(tick)], [WIDTH - MARGIN.right, y(tick)]),
			drawText(MARGIN.left - 6, y(tick), formatScore(tick), {
				anchor: 'end',
				fill: COLOUR.muted,
			}),
		]),
		drawPath(band([...points]), { fill: COLOUR.accent, 'fill-opacity': 0.15 }),
		drawSeries(({ p90 }) => p90, '4 3'),
		drawSeries(({ median }) => median, null),
		drawSeries(({ p10 }) => p10, '4 3'),
		points.flatMap((point) =>
			[point.p10, point.median, point.p90].map((value) =>
				element('circle', { cx: at(point), cy: y(value), r: 3, fill: COLOUR.accent }),
			),
		),
		(
			[
				['90th pct.', last.p90],
				['Median', last.median],
				['10th pct.', last.p10],
			] as const
		).map(([name, value]) =>
			drawText(at(last) + 10, y(value), `${name} ${formatScore(value)}`, { size: 11 }),
		),
		points
			.filter((_, index) => (points.length - 1 - index) % every === 0)
			.map((point) =>
				drawText(at(point), HEIGHT - MARGIN.bottom + 16, point.reviewDate, {
					anchor: 'middle',
					fill: COLOUR.muted,
					size: 11,
				}),
			),
	);
}
