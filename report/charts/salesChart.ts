/** Weekly sales of each business, in small pictures on their own scales. */
import type { Week } from '../businesses/businessFigures';
import type { ComparedBusiness } from '../businesses/reviewBusinesses';
import { formatAmount, formatChange, formatShare } from '../format';
import { line, max, scaleLinear } from '../libraries/d3';
import { element } from '../markup';
import { COLOUR, WIDTH, drawLine, drawPath, drawSvg, drawText, shorten, type Chart } from './chart';

const PANEL = { width: 188, height: 92, gap: 20 };
const TOP = 34;

/** @param businesses In the order of the ranking, at most as many as a page can show. */
export function salesChart(businesses: readonly ComparedBusiness[]): Chart {
	const shown = businesses.filter(({ figures }) =>
		figures.weeks.some(({ sales }) => sales !== null),
	);
	const base = {
		name: 'sales',
		title: 'Weekly sales',
		description:
			shown.length === 0
				? 'No business has weekly sales.'
				: 'The last 26 complete weeks of each business, weakest trend first, each on its own scale from zero. Dashed, and in brackets: mean of 13 weeks. A week without a figure is left open.',
	};
	return {
		...base,
		svg: shown.length === 0 ? null : draw(base, shown),
		columns: ['Week to', ...shown.map(({ name }) => name)],
		rows: getRows(shown.map(({ figures }) => figures.weeks)),
	};
}

/** One row for each week of any business: sales, and the mean of 13 weeks in brackets. */
function getRows(series: readonly (readonly Week[])[]): string[][] {
	const ends = [...new Set(series.flat().map(({ end }) => end))].sort();
	const byEnd = series.map((weeks) => new Map(weeks.map((week) => [week.end, week])));
	return ends.map((day) => [
		day,
		...byEnd.map((weeks) => {
			const { sales = null, mean = null } = weeks.get(day) ?? {};
			return mean === null ? formatAmount(sales) : `${formatAmount(sales)} (${formatAmount(mean)})`;
		}),
	]);
}

function draw(
	chart: Pick<Chart, 'name' | 'title' | 'description'>,
	businesses: readonly ComparedBusiness[],
) {
	const rows = Math.ceil(businesses.length / 2);
	const height = rows * (PANEL.height + PANEL.gap);
	return drawSvg(
		chart,
		height,
		businesses.map((business, index) => {
			const left = (index % 2) * (WIDTH - PANEL.width);
			const top = Math.floor(index / 2) * (PANEL.height + PANEL.gap);
			return element('g', { transform: `translate(${left} ${top})` }, drawPanel(business));
		}),
	);
}

function drawPanel({ name, figures }: ComparedBusiness) {
	const { salesTrend, weeks } = figures;
	const highest = max(weeks, ({ mean, sales }) => Math.max(sales ?? 0, mean ?? 0)) || 1;
	const x = scaleLinear()
		.domain([0, weeks.length - 1])
		.range([4, PANEL.width - 4]);
	const y = scaleLinear()
		.domain([0, highest])
		.range([PANEL.height - 2, TOP]);
	const drawSeries = (
		pick: (week: Week) => number | null,
		attributes: Record<string, string | number>,
	) =>
		drawPath(
			line<Week>(
				(_, index) => x(index),
				(week) => y(pick(week) ?? 0),
			)
				.defined((week) => pick(week) !== null)
				.digits(2)([...weeks]),
			attributes,
		);
	// A week between two gaps is a line of no length, which is not drawn.
	const alone = weeks.flatMap(({ sales }, index) =>
		sales !== null &&
		(weeks[index - 1]?.sales ?? null) === null &&
		(weeks[index + 1]?.sales ?? null) === null
			? [element('circle', { cx: x(index), cy: y(sales), r: 2, fill: COLOUR.accent })]
			: [],
	);
	return [
		drawText(0, 8, shorten(name, 20), { weight: 600 }),
		drawText(0, 24, `Trend ${formatChange(salesTrend, formatShare)}`, {
			fill: COLOUR.muted,
			size: 11,
		}),
		drawText(PANEL.width, 24, `to ${formatAmount(highest)}`, {
			anchor: 'end',
			fill: COLOUR.muted,
			size: 11,
		}),
		drawLine([0, y(0)], [PANEL.width, y(0)]),
		drawSeries(({ sales }) => sales, { stroke: COLOUR.accent, 'stroke-width': 1.5 }),
		drawSeries(({ mean }) => mean, {
			stroke: COLOUR.ink,
			'stroke-width': 1.2,
			'stroke-dasharray': '4 3',
		}),
		alone,
	];
}
