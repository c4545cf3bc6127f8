/** The watch list: from the last score to this one, the largest fall first. */
import type { WatchedCard, WatchList } from '../cards/watchList';
import { formatChange, formatScore } from '../format';
import { extent, scaleLinear } from '../libraries/d3';
import { element } from '../markup';
import { COLOUR, WIDTH, drawLine, drawSvg, drawText, shorten, type Chart } from './chart';

const ROW = 26;
const LEFT = 144;
const RIGHT = 56;
const TOP = 30;

export function watchChart({ cards, total }: WatchList, isFirstReview: boolean): Chart {
	const more = total > cards.length ? ` The first ${cards.length} of ${total}.` : '';
	const base = {
		name: 'watch',
		title: 'Watch list',
		description: isFirstReview
			? 'No comparison: this is the first review.'
			: total === 0
				? 'No card needs a look.'
				: `Cards with the largest falls, and cards that moved into the bottom deciles; the largest fall first.${more} Ring: last score. Dot: score now.`,
	};
	return {
		...base,
		svg: cards.length === 0 ? null : draw(base, cards),
		columns: ['Card', 'Last score', 'Score', 'Change', 'Last decile', 'Decile', 'Reason'],
		rows: cards.map((card) => [
			card.name,
			formatScore(card.previousScore),
			formatScore(card.score),
			formatChange(card.scoreChange),
			String(card.previousDecile),
			String(card.decile),
			card.reason,
		]),
	};
}

function draw(chart: Pick<Chart, 'name' | 'title' | 'description'>, cards: readonly WatchedCard[]) {
	const scores = cards.flatMap(({ score, previousScore }) => [score, previousScore]);
	const x = scaleLinear()
		.domain(extent(scores) as [number, number])
		.nice(5)
		.range([LEFT, WIDTH - RIGHT]);
	const height = TOP + cards.length * ROW + 4;
	return drawSvg(
		chart,
		height,
		x.ticks(5).map((tick) => [
			drawLine([x(tick), TOP - 8], [x(tick), height - 4]),
			drawText(x(tick), 12, formatScore(tick), {
				anchor: 'middle',
				fill: COLOUR.muted,
				size: 11,
			}),
		]),
		cards.map((card, index) => {
			const y = TOP + (index + 0.5) * ROW;
			const colour = card.scoreChange < 0 ? COLOUR.down : COLOUR.up;
			return [
				drawText(LEFT - 12, y, shorten(card.name, 16), { anchor: 'end' }),
				element('line', {
					x1: x(card.previousScore),
					y1: y,
					x2: x(card.score),
					y2: y,
					stroke: colour,
					'stroke-width': 3,
				}),
				element('circle', {
					cx: x(card.previousScore),
					cy: y,
					r: 5,
					fill: COLOUR.surface,
					stroke: colour,
					'stroke-width': 2,
				}),
				element('circle', { cx: x(card.score), cy: y, r: 5, fill: colour }),
				drawText(WIDTH - 4, y, formatChange(card.scoreChange), { anchor: 'end', weight: 600 }),
			];
		}),
	);
}
