/** Migration between deciles: how many cards of each former decile are in which decile now. */
import { getTransitionShares } from '../cards/migration';
import { formatCell, formatCount } from '../format';
import { scaleBand, scaleLinear } from '../libraries/d3';
import { COLOUR, WIDTH, drawRect, drawSvg, drawText, type Chart } from './chart';

const HEIGHT = 390;
const LEFT = 58;
const TOP = 48;
const DECILES = Array.from({ length: 10 }, (_, index) => index + 1);

/** @param counts n_ij; null without cards that were scored both times. */
export function heatMap(counts: readonly (readonly number[])[] | null): Chart {
	const base = {
		name: 'migration',
		title: 'Migration between deciles',
		description:
			counts === null
				? 'No comparison: no card was scored in both reviews.'
				: 'Rows: the decile at the last review. Columns: the decile now. A darker cell holds a larger part of its row. Below the diagonal, cards moved down. "<5" stands for one to four cards; an empty cell has none.',
	};
	return {
		...base,
		svg: counts === null ? null : draw(base, counts),
		columns: ['Last decile', ...DECILES.map(String), 'Cards'],
		rows: (counts ?? []).map((row, index) => {
			const total = row.reduce((sum, count) => sum + count, 0);
			return [String(index + 1), ...row.map(formatCell), formatCount(total)];
		}),
	};
}

function draw(
	chart: Pick<Chart, 'name' | 'title' | 'description'>,
	counts: readonly (readonly number[])[],
) {
	const x = scaleBand<number>()
		.domain(DECILES)
		.range([LEFT, WIDTH - 4])
		.padding(0.06);
	const y = scaleBand<number>()
		.domain(DECILES)
		.range([TOP, HEIGHT - 4])
		.padding(0.06);
	// Up to half of the colour: text keeps its contrast on every shade.
	const shade = scaleLinear().domain([0, 1]).range([0.06, 0.5]);
	const shares = getTransitionShares(counts);
	const cells = counts.flatMap((row, from) =>
		row.map((count, to) => {
			const [left, top] = [x(to + 1) ?? 0, y(from + 1) ?? 0];
			const share = shares[from]?.[to] ?? 0;
			return [
				drawRect(left, top, x.bandwidth(), y.bandwidth(), {
					fill: count === 0 ? COLOUR.grid : COLOUR.accent,
					'fill-opacity': count === 0 ? 0.35 : shade(share),
					...(from === to ? { stroke: COLOUR.muted } : {}),
				}),
				count === 0
					? null
					: drawText(left + x.bandwidth() / 2, top + y.bandwidth() / 2, formatCell(count), {
							anchor: 'middle',
							weight: 600,
						}),
			];
		}),
	);
	return drawSvg(
		chart,
		HEIGHT,
		drawText(LEFT, 12, 'Decile now', { fill: COLOUR.muted }),
		drawText(4, 32, 'Last', { fill: COLOUR.muted }),
		DECILES.map((decile) => [
			drawText((x(decile) ?? 0) + x.bandwidth() / 2, 34, String(decile), { anchor: 'middle' }),
			drawText(LEFT - 10, (y(decile) ?? 0) + y.bandwidth() / 2, String(decile), { anchor: 'end' }),
		]),
		cells,
	);
}
