/** Turns fractions of 1 into percent. */
import { isFraction } from './metricDictionary';
import type { MetricValues } from './report';

/**
 * @returns A copy in which every `*_perc` and `*_rate` is times 100; null stays null, all others stay as they are.
 */
export function toPercent(metrics: MetricValues): MetricValues {
	return Object.fromEntries(
		Object.entries(metrics).map(([name, value]) => [
			name,
			value !== null && isFraction(name) ? timesHundred(value) : value,
		]),
	);
}

/** Moves the decimal point, because multiplying leaves dust: 0.07 * 100 is 7.000000000000001. */
function timesHundred(value: number): number {
	const [digits, exponent = 0] = String(value).split('e');
	return Number(`${digits}e${Number(exponent) + 2}`);
}
