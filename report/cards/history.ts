/** Former reviews, for the chart over time. */
import { parseJson } from '../bands';
import { ReportInputError, isRecord, toDay, toNumber } from '../fields';
import type { ScoreFigures } from './cardFigures';

/** One review in the chart over time. */
export interface HistoryPoint extends ScoreFigures {
	/** YYYY-MM-DD. */
	reviewDate: string;
	/** Figures of that review which its rows alone do not give; null where they are not known. */
	netDowngrade: number | null;
	rollRate: number | null;
	cureRate: number | null;
	stabilityIndex: number | null;
}

/** Points that a chart can show side by side. */
const MAX_POINTS = 104;

/**
 * Reads former figures.
 * @param value A list of `report.figures`, or its JSON; empty for none.
 * @returns From the oldest to the newest, one for each day, the latest 104.
 * @throws ReportInputError when it is anything else.
 */
export function parseHistory(value: unknown): HistoryPoint[] {
	if (value === undefined || value === null || value === '') return [];
	const list = parseJson(value);
	const points = Array.isArray(list) ? list.map(parsePoint) : [null];
	const valid = points.filter((point) => point !== null);
	if (valid.length === points.length) return keepLatest(valid);
	throw new ReportInputError(
		"The option 'History' is not a list of former figures",
		"Map it to a list of 'report.figures' of former reviews, each with reviewDate and score.",
	);
}

/** In the order of time, the last of each day; and no more than a chart can show. */
export function keepLatest(points: readonly HistoryPoint[]): HistoryPoint[] {
	const byDay = new Map(points.map((point) => [point.reviewDate, point]));
	return [...byDay.values()]
		.sort((a, b) => a.reviewDate.localeCompare(b.reviewDate))
		.slice(-MAX_POINTS);
}

function parsePoint(value: unknown): HistoryPoint | null {
	const score = isRecord(value) ? value.score : undefined;
	const reviewDate = isRecord(value) ? toDay(value.reviewDate) : null;
	if (!isRecord(score) || reviewDate === null) return null;
	return {
		reviewDate,
		p10: toNumber(score.p10),
		median: toNumber(score.median),
		p90: toNumber(score.p90),
		netDowngrade: readNumber(value, 'migration', 'netDowngrade'),
		rollRate: readNumber(value, 'bottom', 'rollRate'),
		cureRate: readNumber(value, 'bottom', 'cureRate'),
		stabilityIndex: readNumber(value, 'stability', 'previous', 'index'),
	};
}

function readNumber(value: unknown, ...path: string[]): number | null {
	return toNumber(
		path.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : null), value),
	);
}
