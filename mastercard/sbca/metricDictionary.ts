/** The label, unit, meaning and business question of each metric in a report. */
import { ANALYTICS_TABLE, BENCHMARKS_TABLE, type MetricUnit } from './metricDefinitions';
import type { MetricType } from './reportParams';

export interface MetricDefinition {
	/** Mastercard's name. */
	name: string;
	label: string;
	/** Null for an unknown metric whose name does not imply one. */
	unit: MetricUnit | null;
	meaning: string;
	/** The business question as Mastercard words it; "Other" for metrics that have none. */
	question: string;
}

/** The group of metrics to which Mastercard assigns no question. */
export const OTHER_QUESTION = 'Other';

/** The metrics that Mastercard documents for each report, in its order. */
export const METRICS: Readonly<Record<MetricType, readonly MetricDefinition[]>> = {
	retail_sales_analytics: toDefinitions(ANALYTICS_TABLE),
	retail_sales_benchmarks: toDefinitions(BENCHMARKS_TABLE),
};

const BY_NAME = new Map(
	Object.values(METRICS)
		.flat()
		.map((definition) => [definition.name, definition]),
);

/** @returns The definition; for an unknown name, one inferred from its ending. */
export function defineMetric(name: string): MetricDefinition {
	return (
		BY_NAME.get(name) ?? {
			name,
			label: name,
			unit: inferUnit(name),
			meaning: '',
			question: OTHER_QUESTION,
		}
	);
}

/** Whether Mastercard sends the metric as a fraction of 1: every `*_perc` and `*_rate`. */
export function isFraction(name: string): boolean {
	return /_(perc|rate)$/.test(name);
}

function inferUnit(name: string): MetricUnit | null {
	if (isFraction(name)) return 'fraction';
	if (name.endsWith('_yoy')) return 'change';
	return name.endsWith('_index') ? 'index' : null;
}

function toDefinitions(
	table: typeof ANALYTICS_TABLE | typeof BENCHMARKS_TABLE,
): MetricDefinition[] {
	return Object.entries(table).flatMap(([question, lines]) =>
		lines.map(([name, label, unit, meaning]) => ({ name, label, unit, meaning, question })),
	);
}
