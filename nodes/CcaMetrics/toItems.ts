import type { IDataObject } from 'n8n-workflow';
import type { CardMetrics } from '../../mastercard/cca/metrics';
import { flattenMetrics, pickMetrics, metricRows } from '../../mastercard/cca/shapeMetrics';

/** `columns`: simplified, metrics beside the card's own fields. */
export type MetricsFormat = 'columns' | 'grouped' | 'flat' | 'rows';

/**
 * The output items for a card. A card without metrics gets one item with the reason. A group that could not be
 * parsed is kept as text under `unreadGroups`, so that `metrics` contains only metrics.
 *
 * @param names Names of the metrics to keep; empty keeps all.
 */
export function toMetricsItems(
	card: IDataObject,
	{ isNewProspect, productType, groups, unreadGroups, reasons }: CardMetrics,
	format: MetricsFormat,
	names: readonly string[],
): IDataObject[] {
	const head: IDataObject = {
		...card,
		...(isNewProspect !== null && { isNewProspect }),
		productType,
	};
	if (reasons.length > 0 && Object.keys(groups).length + Object.keys(unreadGroups).length === 0) {
		const [{ reasonCode, errorMessage }] = reasons as [CardMetrics['reasons'][number]];
		return [
			{
				...head,
				available: false,
				reasonCode,
				...(errorMessage !== undefined && { reason: errorMessage }),
				...((format === 'grouped' || format === 'flat') && { metrics: {} }),
			},
		];
	}
	const kept = pickMetrics(groups, names);
	const tail =
		Object.keys(unreadGroups).length === 0 ? {} : { unreadGroups: unreadGroups as IDataObject };
	if (format === 'rows') {
		const rows = metricRows(kept).map((row) => ({ ...head, ...row }) as IDataObject);
		// The call was billed, so the card gets an item even when there is no metric to output.
		const needsCardItem = rows.length === 0 || Object.keys(unreadGroups).length > 0;
		return needsCardItem ? [...rows, { ...head, available: true, ...tail }] : rows;
	}
	if (format === 'columns') {
		const ours = { ...head, available: true };
		// Our fields come first, and a metric of the same name does not replace them.
		return [{ ...ours, ...(flattenMetrics(kept) as IDataObject), ...ours, ...tail }];
	}
	const metrics = (format === 'flat' ? flattenMetrics(kept) : kept) as IDataObject;
	return [{ ...head, available: true, metrics, ...tail }];
}
