/** Converts fractions of 1 to percent. */
import { isFraction } from './metricDictionary';
import type { MetricValues } from './report';

/**
 * @returns A copy with every `*_perc` and `*_rate` multiplied by 100; null and all other metrics stay unchanged.
 */
export function toPercent(metrics: MetricValues): MetricValues {
	return Object.fromEntries(
		Object.entries(metrics).map(([name, value]) => [
			name,
			value !== null && isFraction(name) ? timesHundred(value) : value,
		]),
	);
}

/** Shifts the decimal point, because multiplication adds rounding errors: 0.07 * 100 is 7.000000000000001. */
function timesHundred(value: number): number {
	const [digits, exponent = 0] = String(value).split('e');
	return Number(`${digits}e${Number(exponent) + 2}`);
}
