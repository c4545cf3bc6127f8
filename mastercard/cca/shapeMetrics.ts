/** Brings the metrics of a card into the form that the workflow needs. */
import type { MetricGroup } from './metricGroups';

/** One metric on its own. */
export interface MetricRow {
	group: string;
	/** Mastercard's name. */
	metric: string;
	/** The period the metric covers, if its name shows it. */
	window: MetricWindow | null;
	value: unknown;
}

/** Number of months up to now. */
export type MetricWindow = '1m' | '6m' | '12m';

/**
 * @param name A metric's name, e.g. `core_xb_txn_amt_1m`.
 * @returns The part that can be parsed reliably. Mastercard does not document how names are built; the period at the
 * end is the only part that all published names share.
 */
export function parseMetricName(name: string): { window: MetricWindow | null } {
	const window = /_(1m|6m|12m)$/.exec(name)?.[1];
	return { window: (window as MetricWindow | undefined) ?? null };
}

/**
 * Keeps the named metrics.
 * @param names Mastercard's names; empty keeps all.
 * @returns The same groups, including those left without a metric.
 */
export function pickMetrics(
	groups: Readonly<Record<string, MetricGroup>>,
	names: readonly string[],
): Record<string, MetricGroup> {
	if (names.length === 0) return { ...groups };
	return Object.fromEntries(
		Object.entries(groups).map(([group, metrics]) => [
			group,
			Object.fromEntries(Object.entries(metrics).filter(([name]) => names.includes(name))),
		]),
	);
}

/**
 * All metrics on one level. A name that several groups use becomes `<group>.<name>` for each of them: no value
 * is overwritten or confused with another.
 */
export function flattenMetrics(groups: Readonly<Record<string, MetricGroup>>): MetricGroup {
	const rows = metricRows(groups);
	const uses = new Map<string, number>();
	for (const { metric } of rows) uses.set(metric, (uses.get(metric) ?? 0) + 1);
	return Object.fromEntries(
		rows.map(({ group, metric, value }) => [
			uses.get(metric) === 1 ? metric : `${group}.${metric}`,
			value,
		]),
	);
}

/** One entry for each metric, in Mastercard's order. */
export function metricRows(groups: Readonly<Record<string, MetricGroup>>): MetricRow[] {
	return Object.entries(groups).flatMap(([group, metrics]) =>
		Object.entries(metrics).map(([metric, value]) => ({
			group,
			metric,
			...parseMetricName(metric),
			value,
		})),
	);
}
