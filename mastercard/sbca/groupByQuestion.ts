/** Groups metrics by the business questions in Mastercard's documentation. */
import { defineMetric, METRICS, OTHER_QUESTION } from './metricDictionary';
import type { MetricValues } from './report';

/** Every question once, in Mastercard's order; "Other" is last. */
const QUESTIONS = [
	...new Set([
		...Object.values(METRICS)
			.flat()
			.map(({ question }) => question)
			.filter((question) => question !== OTHER_QUESTION),
		OTHER_QUESTION,
	]),
];

/** @returns Question -> metrics, only for questions that have metrics; unknown names are under "Other". */
export function groupByQuestion(metrics: MetricValues): Record<string, MetricValues> {
	return Object.fromEntries(
		QUESTIONS.flatMap((question) => {
			const entries = Object.entries(metrics).filter(
				([name]) => defineMetric(name).question === question,
			);
			return entries.length === 0 ? [] : [[question, Object.fromEntries(entries)]];
		}),
	);
}
