/** The six charts of a review of cards. */
import type { CardFigures } from '../cards/cardFigures';
import type { CountedMovement } from '../cards/compareReviews';
import type { CardsReport } from '../cards/reviewCards';
import { displayText } from '../displayText';
import { formatChange, formatCount, formatScore } from '../format';
import { drawBars } from './bars';
import { COLOUR, type Chart } from './chart';
import { heatMap } from './heatMap';
import { histogram } from './histogram';
import { scoreBand } from './scoreBand';
import { watchChart } from './watchChart';

/** Reasons that a chart can show; the others are in the table. */
const MAX_REASONS = 10;

/** @returns Always all six; what cannot be drawn says why. */
export function createCardCharts(report: CardsReport): Chart[] {
	const { current, figures, history, previous, watchList } = report;
	const isComparable = previous !== null && figures.previousScore !== null;
	return [
		histogram(
			current.scored.map(({ score }) => score),
			isComparable ? previous.scored.map(({ score }) => score) : null,
		),
		heatMap(figures.migration?.counts ?? null),
		movementChart(
			figures.movements,
			MOVEMENTS,
			'Between deciles, of the cards in both reviews; and cards that came or went.',
		),
		scoreBand(history),
		watchChart(watchList, figures.isFirstReview),
		unscoredChart(figures),
	];
}

/** What each movement is called, and its colour. A symbol says it without colour. */
const MOVEMENTS: Readonly<Record<CountedMovement, readonly [name: string, colour: string]>> = {
	up: ['▲ Moved up', COLOUR.up],
	same: ['= Stayed', COLOUR.muted],
	down: ['▼ Moved down', COLOUR.down],
	new: ['New', COLOUR.accent],
	nowScored: ['Scored now', COLOUR.accent],
	nowUnscored: ['Unscored now', COLOUR.accent],
	stillUnscored: ['Still unscored', COLOUR.muted],
	otherModel: ['By another model', COLOUR.accent],
	gone: ['Gone', COLOUR.accent],
};

/**
 * Bars of how many moved which way.
 * @param counts Null in a first review.
 */
export function movementChart<Name extends string>(
	counts: Readonly<Record<Name, number>> | null,
	names: Readonly<Record<Name, readonly [name: string, colour: string]>>,
	description: string,
): Chart {
	const base = {
		name: 'movement',
		title: 'Movement since the last review',
		description: counts === null ? 'No comparison: this is the first review.' : description,
	};
	const bars = (Object.keys(names) as Name[]).flatMap((movement) => {
		const value = counts?.[movement] ?? 0;
		const [name, colour] = names[movement];
		// Other models are rare, and a row without them would only raise the question.
		if (movement === 'otherModel' && value === 0) return [];
		return [{ name, value, text: formatCount(value), colour }];
	});
	return {
		...base,
		svg: counts === null ? null : drawBars(base, bars),
		columns: ['Movement', 'Count'],
		rows: counts === null ? [] : bars.map(({ name, text }) => [name, text]),
	};
}

function unscoredChart({ coverage, previousCoverage }: CardFigures): Chart {
	const last = new Map(
		previousCoverage?.reasons.map(({ reasonCode, cards }) => [reasonCode, cards]),
	);
	const reasons = [...coverage.reasons];
	for (const reason of previousCoverage?.reasons ?? [])
		if (!reasons.some(({ reasonCode }) => reasonCode === reason.reasonCode))
			reasons.push({ ...reason, cards: 0 });
	const base = {
		name: 'unscored',
		title: 'Cards that could not be scored',
		description:
			reasons.length === 0
				? 'Every card was scored.'
				: `By the reason that Mastercard gives.${previousCoverage === null ? '' : ' Dashed outline: the last review.'}`,
	};
	const bars = reasons.slice(0, MAX_REASONS).map(({ reasonCode, cards }) => ({
		name: describeReason(reasonCode),
		value: cards,
		text: formatCount(cards),
		...(previousCoverage === null ? {} : { previous: last.get(reasonCode) ?? 0 }),
	}));
	return {
		...base,
		svg: bars.length === 0 ? null : drawBars(base, bars),
		columns: ['Reason', 'Cards', ...(previousCoverage === null ? [] : ['Last review', 'Change'])],
		rows: reasons.slice(0, 3 * MAX_REASONS).map(({ reasonCode, cards }) => {
			const before = last.get(reasonCode) ?? 0;
			return [
				describeReason(reasonCode),
				formatCount(cards),
				...(previousCoverage === null
					? []
					: [formatCount(before), formatChange(cards - before, formatScore)]),
			];
		}),
	};
}

/** Mastercard's codes in words: "CARD_TOO_NEW_TO_SCORE" is "Card too new to score". */
export function describeReason(reasonCode: string): string {
	const words = displayText(reasonCode).replaceAll('_', ' ').toLowerCase().replace('pan ', 'card ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
