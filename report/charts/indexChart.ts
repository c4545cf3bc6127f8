/** Mastercard's benchmark indexes of each business: 100 equals the peers. */
import type { ComparedBusiness } from '../businesses/reviewBusinesses';
import { displayText } from '../displayText';
import { formatCount } from '../format';
import { extent, median, scaleLinear } from '../libraries/d3';
import { element } from '../markup';
import { COLOUR, WIDTH, drawLine, drawSvg, drawText, shorten, type Chart } from './chart';

const ROW = 26;
const LEFT = 144;
const RIGHT = 44;
const TOP = 30;

/** Names of metrics that a table can show. */
const MAX_INDEXES = 20;

/** @param businesses Those to show. */
export function indexChart(businesses: readonly ComparedBusiness[]): Chart {
	const shown = businesses.filter(({ figures }) => Object.keys(figures.indexes).length > 0);
	const names = [...new Set(shown.flatMap(({ figures }) => Object.keys(figures.indexes)))].slice(
		0,
		MAX_INDEXES,
	);
	const base = {
		name: 'indexes',
		title: 'Comparison with peers',
		description:
			shown.length === 0
				? 'The items have no benchmark indexes.'
				: "Mastercard's benchmark indexes of the latest month. 100 equals the peers. Line: from the lowest to the highest index of the business. Dot: their median.",
	};
	return {
		...base,
		svg: shown.length === 0 ? null : draw(base, shown),
		columns: ['Business', ...names.map(describeIndex)],
		rows: shown.map(({ name, figures }) => [
			name,
			...names.map((index) => formatCount(figures.indexes[index] ?? null)),
		]),
	};
}

/** What Mastercard abbreviates. */
const WORDS: Readonly<Record<string, string>> = {
	amt: 'amount',
	avg: 'average',
	cnt: 'count',
	num: 'number of',
	perc: 'share',
	tkt: 'ticket',
	txn: 'transaction',
};

/** "txn_cnt_index" is "Transaction count". */
export function describeIndex(name: string): string {
	const words = displayText(name)
		.replace(/_index$/, '')
		.split('_')
		.map((word) => (Object.hasOwn(WORDS, word) ? WORDS[word] : word))
		.join(' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function draw(
	chart: Pick<Chart, 'name' | 'title' | 'description'>,
	businesses: readonly ComparedBusiness[],
) {
	const all = businesses.flatMap(({ figures }) => Object.values(figures.indexes));
	const x = scaleLinear()
		.domain(extent([90, 110, ...all]) as [number, number])
		.nice(5)
		.range([LEFT, WIDTH - RIGHT]);
	const height = TOP + businesses.length * ROW + 4;
	return drawSvg(
		chart,
		height,
		x.ticks(5).map((tick) => [
			drawLine(
				[x(tick), TOP - 8],
				[x(tick), height - 4],
				tick === 100 ? COLOUR.muted : COLOUR.grid,
				tick === 100 ? '4 3' : null,
			),
			drawText(x(tick), 12, formatCount(tick), {
				anchor: 'middle',
				fill: COLOUR.muted,
				size: 11,
			}),
		]),
		businesses.map(({ name, figures }, row) => {
			const values = Object.values(figures.indexes);
			const [lowest, highest] = extent(values) as [number, number];
			const centre = median(values) as number;
			const y = TOP + (row + 0.5) * ROW;
			return [
				drawText(LEFT - 12, y, shorten(name, 16), { anchor: 'end' }),
				element('line', {
					x1: x(lowest),
					y1: y,
					x2: x(highest),
					y2: y,
					stroke: COLOUR.accent,
					'stroke-width': 3,
				}),
				element('circle', { cx: x(centre), cy: y, r: 5, fill: COLOUR.ink }),
				drawText(WIDTH - 4, y, formatCount(centre), { anchor: 'end', weight: 600 }),
			];
		}),
	);
}
