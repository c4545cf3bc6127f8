/** Statistics that the figures of cards and of businesses share. Each names its formula and source. */
import { deviation, mean, quantileSorted } from './libraries/d3';

/** The values from lowest to highest. */
export function sortNumbers(values: Iterable<number>): number[] {
	// A typed array sorts by value, and several times faster than a list with a comparator.
	return [...Float64Array.from(values).sort()];
}

/**
 * The p-quantile with linear interpolation: type 7 of Hyndman and Fan (1996), "Sample Quantiles in Statistical
 * Packages", which is the default of R's `quantile` and of NumPy.
 * @param sorted From lowest to highest.
 * @returns null without values.
 */
export function getQuantile(sorted: number[], p: number): number | null {
	return quantileSorted(sorted, p) ?? null;
}

/**
 * Standard deviation / mean, with n - 1 in the standard deviation, as R's `sd(x) / mean(x)`.
 * @returns null for fewer than two values or a mean of 0.
 */
export function getVariation(values: readonly number[]): number | null {
	const spread = deviation(values);
	const centre = mean(values);
	return spread === undefined || centre === undefined || centre === 0 ? null : spread / centre;
}

/** @returns part / whole, or null when there is no whole. */
export function getShare(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

/** chi-squared(0.95; df) for 1 to 9 degrees of freedom. Source: NIST/SEMATECH e-Handbook, table 1.3.6.7.4. */
const CHI_SQUARED_95 = [3.841, 5.991, 7.815, 9.488, 11.07, 12.592, 14.067, 15.507, 16.919] as const;

/**
 * What the stability index exceeds by chance alone in 5 % of cases, for two independent samples of one population:
 * chi-squared(0.95; B - 1) (1 / N + 1 / M). Source: Yurdakul and Naranjo, "Statistical properties of the population
 * stability index", Journal of Risk Model Validation 14(4), 2020.
 * @param bands B, from 2 to 10.
 * @returns null without cards, or with a single band, whose index is always 0.
 */
export function getNoiseLevel(bands: number, cards: number, comparedCards: number): number | null {
	const quantile = CHI_SQUARED_95[bands - 2];
	if (quantile === undefined || cards === 0 || comparedCards === 0) return null;
	return quantile * (1 / cards + 1 / comparedCards);
}

/**
 * Population stability index: sum over bands of (p - q) ln(p / q), with p = (n + 0.5) / (N + 0.5 B), so that an empty
 * band does not make it infinite. Source: `perf_psi` of the R package scorecard.
 * @param counts Cards in each band now.
 * @param compared Cards in the same bands in the review compared with.
 * @returns null when either has no cards.
 */
export function getStabilityIndex(
	counts: readonly number[],
	compared: readonly number[],
): number | null {
	const now = smoothShares(counts);
	const then = smoothShares(compared);
	if (now === null || then === null) return null;
	return now.reduce((index, p, band) => {
		const q = then[band] ?? p;
		return index + (p - q) * Math.log(p / q);
	}, 0);
}

function smoothShares(counts: readonly number[]): number[] | null {
	const total = counts.reduce((sum, count) => sum + count, 0);
	if (total === 0) return null;
	return counts.map((count) => (count + 0.5) / (total + 0.5 * counts.length));
}
