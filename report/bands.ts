/** Score bands: fixed at the first review, so that later reviews are compared on the same scale. */
import { ReportInputError, isRecord, toDay, toNumber, toText } from './fields';
import { bisectLeft } from './libraries/d3';
import { getQuantile } from './statistics';

/** Tenths of a review's scores. */
const BANDS = 10;

/** What a later review needs to be compared with this one. */
export interface ScoreBands {
	modelName: string;
	/** YYYY-MM-DD. */
	reviewDate: string;
	/** Highest score of each band but the last, from lowest to highest. */
	edges: number[];
	/** Cards in each band; one more than edges. */
	counts: number[];
}

/**
 * The edges of ten bands with about equally many cards. Where many cards share a score, neighbouring bands become one.
 * @param sorted Scores from lowest to highest.
 */
export function createEdges(sorted: number[]): number[] {
	const edges = Array.from({ length: BANDS - 1 }, (_, index) =>
		getQuantile(sorted, (index + 1) / BANDS),
	).filter((edge) => edge !== null);
	const highest = sorted.at(-1);
	return [...new Set(edges)].filter((edge) => edge !== highest);
}

/** How many scores lie in each band; a score equal to an edge belongs below it. */
export function countBands(scores: Iterable<number>, edges: readonly number[]): number[] {
	const counts = Array.from({ length: edges.length + 1 }, () => 0);
	for (const score of scores) {
		const band = bisectLeft(edges, score);
		counts[band] = (counts[band] ?? 0) + 1;
	}
	return counts;
}

/**
 * Reads the bands of a former review.
 * @param value `report.bands`, or its JSON; empty for none.
 * @throws ReportInputError when it is anything else.
 */
export function parseBands(value: unknown): ScoreBands | null {
	if (value === undefined || value === null || value === '') return null;
	const bands = parseJson(value);
	if (isRecord(bands) && Object.keys(bands).length === 0) return null;
	const found = isRecord(bands) ? bands : {};
	const edges = toNumbers(found.edges);
	const counts = toNumbers(found.counts);
	const modelName = toText(found.modelName);
	const reviewDate = toDay(found.reviewDate);
	const isValid =
		edges !== null &&
		counts !== null &&
		counts.length === edges.length + 1 &&
		counts.length <= BANDS &&
		edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge)) &&
		counts.every((count) => count >= 0);
	if (isValid && modelName !== null && reviewDate !== null)
		return { modelName, reviewDate, edges, counts };
	throw new ReportInputError(
		"The option 'Baseline' is not the bands of a review",
		"Map it to 'report.bands' of the review to compare with, with modelName, reviewDate, edges and counts.",
	);
}

/** A value that an expression gives as an object, and a text field as JSON. */
export function parseJson(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return null;
	}
}

function toNumbers(value: unknown): number[] | null {
	if (!Array.isArray(value)) return null;
	const numbers = value.map(toNumber).filter((number) => number !== null);
	return numbers.length === value.length ? numbers : null;
}
