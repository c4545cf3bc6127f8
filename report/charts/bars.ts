/** Horizontal bars, one for each row: counts or values with their names on the left. */
import { extent, scaleBand, scaleLinear } from '../libraries/d3';
import type { Markup } from '../markup';
import { COLOUR, WIDTH, drawLine, drawRect, drawSvg, drawText, shorten, type Chart } from './chart';

export interface Bar {
	name: string;
	value: number;
	/** What stands beside the bar. */
	text: string;
	colour?: string;
	/** Drawn as an outline around, or inside, the bar. */
	previous?: number;
}

const ROW = 30;
const LABEL_WIDTH = 144;
const TEXT_WIDTH = 74;
const TOP = 4;

/** @param bars At least one; a negative value extends to the left of the zero line. */
export function drawBars(
	chart: Pick<Chart, 'name' | 'title' | 'description'>,
	bars: readonly Bar[],
): Markup {
	const values = bars.flatMap(({ value, previous = 0 }) => [value, previous]);
	const [lowest, highest] = extent([0, ...values]) as [number, number];
	const hasNegative = lowest < 0;
	const x = scaleLinear()
		.domain([lowest, highest || (hasNegative ? 0 : 1)])
		.range([LABEL_WIDTH + (hasNegative ? TEXT_WIDTH : 0), WIDTH - TEXT_WIDTH]);
	const height = TOP * 2 + bars.length * ROW;
	const y = scaleBand<number>()
		.domain(bars.map((_, index) => index))
		.range([TOP, height - TOP])
		.padding(0.3);
	const rows = bars.map((bar, index) => {
		const top = y(index) ?? 0;
		const middle = top + y.bandwidth() / 2;
		const [from, to] = [x(Math.min(0, bar.value)), x(Math.max(0, bar.value))];
		const [lastFrom, lastTo] = [
			x(Math.min(0, bar.previous ?? 0)),
			x(Math.max(0, bar.previous ?? 0)),
		];
		const isLeft = bar.value < 0;
		const end = isLeft ? Math.min(from, lastFrom) - 6 : Math.max(to, lastTo) + 6;
		return [
			drawText(LABEL_WIDTH - 8, middle, shorten(bar.name, 16), { anchor: 'end' }),
			drawRect(from, top, to - from, y.bandwidth(), { fill: bar.colour ?? COLOUR.accent }),
			bar.previous === undefined
				? null
				: drawRect(lastFrom, top - 2, lastTo - lastFrom, y.bandwidth() + 4, {
						fill: 'none',
						stroke: COLOUR.ink,
						'stroke-dasharray': '4 3',
					}),
			drawText(end, middle, bar.text, { anchor: isLeft ? 'end' : 'start', weight: 600 }),
		];
	});
	return drawSvg(chart, height, rows, drawLine([x(0), TOP], [x(0), height - TOP], COLOUR.muted));
}
