/** The six charts of a review of businesses. */
import type {
	BusinessMovement,
	BusinessesReport,
	ComparedBusiness,
} from '../businesses/reviewBusinesses';
import { formatAmount, formatChange, formatCount, formatReasons, formatShare } from '../format';
import { drawBars } from './bars';
import { movementChart } from './cardCharts';
import { COLOUR, type Chart } from './chart';
import { indexChart } from './indexChart';
import { salesChart } from './salesChart';

/** Businesses that one chart can show. */
const MAX_ROWS = 20;

const MOVEMENTS: Readonly<Record<BusinessMovement, readonly [name: string, colour: string]>> = {
	up: ['▲ Higher sales', COLOUR.up],
	same: ['= The same', COLOUR.muted],
	down: ['▼ Lower sales', COLOUR.down],
	new: ['New', COLOUR.accent],
	nowScored: ['With figures now', COLOUR.accent],
	nowUnscored: ['Figures missing now', COLOUR.accent],
	gone: ['Gone', COLOUR.accent],
};

/** @returns Always all six; what cannot be drawn says why. */
export function createBusinessCharts(report: BusinessesReport): Chart[] {
	const { figures, ranking, watchList, watchListSize } = report;
	const shown = ranking.slice(0, MAX_ROWS);
	const some = ranking.length > MAX_ROWS ? ` The first ${MAX_ROWS} of ${ranking.length}.` : '';
	return [
		salesChart(shown),
		trendChart(shown, some),
		volatilityChart(shown, some),
		indexChart(shown),
		movementChart(
			figures.movements,
			MOVEMENTS,
			'Sales of the last 13 complete weeks, compared with those at the last review; and businesses that came or went.',
		),
		watchChart(watchList.slice(0, watchListSize), watchList.length),
	];
}

function trendChart(businesses: readonly ComparedBusiness[], some: string): Chart {
	const shown = businesses.filter(({ figures }) => figures.salesTrend !== null);
	const base = {
		name: 'ranking',
		title: 'Ranking by sales trend',
		description:
			shown.length === 0
				? 'No business has a figure in each of the last 26 weeks.'
				: `Sales of the last 13 complete weeks, compared with the 13 before; the weakest first.${some}`,
	};
	return {
		...base,
		svg: shown.length === 0 ? null : drawBars(base, shown.map(toTrendBar)),
		columns: ['Rank', 'Business', 'Sales, 13 weeks', 'Trend', 'Year over year'],
		rows: shown.map(({ figures, name, rank }) => [
			formatCount(rank),
			name,
			formatAmount(figures.sales),
			formatChange(figures.salesTrend, formatShare),
			formatChange(figures.salesYearOverYear, formatShare),
		]),
	};
}

function toTrendBar({ figures, name }: ComparedBusiness) {
	const value = figures.salesTrend ?? 0;
	return {
		name,
		value,
		text: `${value < 0 ? '▼' : '▲'} ${formatChange(value, formatShare)}`,
		colour: value < 0 ? COLOUR.down : COLOUR.up,
	};
}

function volatilityChart(businesses: readonly ComparedBusiness[], some: string): Chart {
	const shown = businesses.filter(
		({ figures }) => figures.volatility !== null || figures.weeksSilent !== null,
	);
	const drawn = shown.filter(({ figures }) => figures.volatility !== null);
	const base = {
		name: 'volatility',
		title: 'Volatility and silence',
		description:
			shown.length === 0
				? 'The items give neither 26 complete weeks nor the day of the last transaction.'
				: `How much weekly sales vary: standard deviation over mean of the last 26 complete weeks. The table has the whole weeks since the last transaction.${some}`,
	};
	const bars = drawn.map(({ figures, name }) => ({
		name,
		value: figures.volatility ?? 0,
		text: formatShare(figures.volatility),
	}));
	return {
		...base,
		svg: bars.length === 0 ? null : drawBars(base, bars),
		columns: ['Business', 'Volatility', 'Whole weeks silent', 'Weeks without a figure'],
		rows: shown.map(({ figures, name }) => [
			name,
			formatShare(figures.volatility),
			formatCount(figures.weeksSilent),
			formatCount(figures.weeksWithoutFigure),
		]),
	};
}

function watchChart(businesses: readonly ComparedBusiness[], total: number): Chart {
	const more = total > businesses.length ? ` The first ${businesses.length} of ${total}.` : '';
	const base = {
		name: 'watch',
		title: 'Watch list',
		description:
			total === 0
				? 'No business needs a look.'
				: `Businesses with the largest falls of sales, and those without a transaction for four weeks or more.${more}`,
	};
	const falling = businesses.filter(({ figures }) => figures.salesTrend !== null);
	return {
		...base,
		svg: falling.length === 0 ? null : drawBars(base, falling.map(toTrendBar)),
		columns: ['Business', 'Industry', 'Trend', 'Reason'],
		rows: businesses.map(({ figures, name, watchReasons }) => [
			name,
			figures.industryName ?? '',
			formatChange(figures.salesTrend, formatShare),
			formatReasons(watchReasons),
		]),
	};
}
