/** The scores of this review as bars, those of the last one as an outline. */
import { formatCount } from '../format';
import { bisectLeft, extent, max, scaleLinear } from '../libraries/d3';
import {
	COLOUR,
	WIDTH,
	drawLine,
	drawPath,
	drawRect,
	drawSvg,
	drawText,
	round,
	type Chart,
} from './chart';

const HEIGHT = 250;
const MARGIN = { top: 26, right: 20, bottom: 40, left: 48 };

/**
 * @param scores Of this review.
 * @param previous Of the last one by the same model; null without one.
 */
export function histogram(scores: readonly number[], previous: readonly number[] | null): Chart {
	const edges = getEdges([...scores, ...(previous ?? [])]);
	const now = countBins(scores, edges);
	const last = previous === null ? null : countBins(previous, edges);
	const base = {
		name: 'histogram',
		title: 'Scores',
		description:
			scores.length === 0
				? 'No card was scored.'
				: `How many cards have which score. Bars: this review.${last === null ? '' : ' Dashed outline: the last review.'} Higher scores mean lower risk.`,
	};
	return {
		...base,
		svg: scores.length === 0 ? null : draw(base, edges, now, last),
		columns: ['Score', 'Cards', ...(last === null ? [] : ['Last review'])],
		rows: getBins(edges).map(([from, to], bin) => [
			`${formatCount(from)} to ${formatCount(to)}`,
			formatCount(now[bin] as number),
			...(last === null ? [] : [formatCount(last[bin] as number)]),
		]),
	};
}

/** About ten round steps over all scores, none of less than 1. */
function getEdges(scores: readonly number[]): number[] {
	const [lowest, highest] = extent(scores);
	if (lowest === undefined) return [];
	const scale = scaleLinear()
		.domain([lowest, Math.max(highest, lowest + 10)])
		.nice(10);
	return scale.ticks(10);
}

/** The edges of each bin, from and to. */
function getBins(edges: readonly number[]): (readonly [number, number])[] {
	return edges.slice(1).map((to, index) => [edges[index] as number, to]);
}

/** A score equal to an edge belongs below it, but the lowest edge to the first bin. */
function countBins(scores: readonly number[], edges: readonly number[]): number[] {
	const counts = getBins(edges).map(() => 0);
	for (const score of scores) {
		const bin = Math.max(0, bisectLeft(edges, score) - 1);
		counts[bin] = (counts[bin] as number) + 1;
	}
	return counts;
}

function draw(
	chart: Pick<Chart, 'name' | 'title' | 'description'>,
	edges: readonly number[],
	now: readonly number[],
	last: readonly number[] | null,
) {
	const x = scaleLinear()
		.domain([edges[0] as number, edges.at(-1) as number])
		.range([MARGIN.left, WIDTH - MARGIN.right]);
	const y = scaleLinear()
		.domain([0, max([1, ...now, ...(last ?? [])]) as number])
		.nice(5)
		.range([HEIGHT - MARGIN.bottom, MARGIN.top]);
	const ticks = y.ticks(5).filter(Number.isInteger);
	return drawSvg(
		chart,
		HEIGHT,
		drawText(4, 10, 'Cards', { fill: COLOUR.muted }),
		ticks.map((tick) => [
			drawLine([MARGIN.left, y(tick)], [WIDTH - MARGIN.right, y(tick)]),
			drawText(MARGIN.left - 6, y(tick), formatCount(tick), { anchor: 'end', fill: COLOUR.muted }),
		]),
		getBins(edges).map((edgesOfBin, bin) => {
			const [from, to] = [x(edgesOfBin[0]), x(edgesOfBin[1])];
			const cards = now[bin] as number;
			return drawRect(from + 1, y(cards), to - from - 2, y(0) - y(cards), { fill: COLOUR.accent });
		}),
		last === null ? null : drawOutline(edges, last, x, y),
		edges
			.filter((_, index) => edges.length <= 12 || index % 2 === 0)
			.map((edge) =>
				drawText(x(edge), HEIGHT - MARGIN.bottom + 14, formatCount(edge), {
					anchor: 'middle',
					fill: COLOUR.muted,
					size: 11,
				}),
			),
		drawText(WIDTH - MARGIN.right, HEIGHT - 8, 'Score', { anchor: 'end', fill: COLOUR.muted }),
	);
}

/** Twice: a line in the colour of the page below keeps the dashes apart from the bars. */
function drawOutline(
	edges: readonly number[],
	counts: readonly number[],
	x: (score: number) => number,
	y: (cards: number) => number,
) {
	const [first, last] = [edges[0] as number, edges.at(-1) as number];
	const steps = getBins(edges).map(([from, to], bin) => {
		const height = round(y(counts[bin] as number));
		return `L${round(x(from))},${height}L${round(x(to))},${height}`;
	});
	const path = `M${round(x(first))},${round(y(0))}${steps.join('')}L${round(x(last))},${round(y(0))}`;
	return [
		drawPath(path, { stroke: COLOUR.surface, 'stroke-width': 4 }),
		drawPath(path, { stroke: COLOUR.ink, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }),
	];
}
