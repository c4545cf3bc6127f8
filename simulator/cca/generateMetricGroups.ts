// Generates transaction metrics for undocumented cards, always the same for a given card.
import { seededFraction, seededInteger } from '../seededRandom';

/**
 * Groups and their segments. `core` and its segments are documented; so are the subjects of `spend` (necessity, luxury
 * and risky industries) and `decline` (credit limit breaches), but their names are assumed.
 */
const GROUPS = {
	core: ['trv', 'xb', 'xb_cp', 'blp', 'recur'],
	spend: ['nec', 'lux', 'risky'],
	decline: ['climit'],
} as const;

const MEASURES = ['txn_amt', 'txn_cnt', 'max_txn_amt', 'max_to_avg_txn_amt_ratio'] as const;
const WINDOWS = { '1m': 1, '6m': 6, '12m': 12 } as const;

/** Every group in Mastercard's format: JSON text inside a string. */
export function generateMetricGroups(pan: string): Record<string, string> {
	return Object.fromEntries(
		Object.entries(GROUPS).map(([group, segments]) => {
			const metrics = segments.flatMap((segment) =>
				generateSegmentMetrics(pan, `${group}_${segment}`),
			);
			return [group, `{${metrics.join(',')}}`];
		}),
	);
}

function generateSegmentMetrics(pan: string, prefix: string): string[] {
	const isUsed = seededFraction(`${prefix} used ${pan}`) < 0.8;
	const monthlyCount = isUsed ? seededInteger(`${prefix} count ${pan}`, 1, 25) : 0;
	const ticketSize = 5 + seededFraction(`${prefix} ticket ${pan}`) * 180;
	const peak = 1 + seededFraction(`${prefix} peak ${pan}`) * 6;
	return Object.entries(WINDOWS).flatMap(([window, months]) => {
		const count = monthlyCount * months;
		const values: Record<(typeof MEASURES)[number], number | null> = {
			txn_amt: count * ticketSize,
			txn_cnt: count,
			max_txn_amt: isUsed ? ticketSize * peak : 0,
			// Division by zero.
			max_to_avg_txn_amt_ratio: isUsed ? peak : null,
		};
		return MEASURES.map(
			(measure) => `"${prefix}_${measure}_${window}":${formatDecimal(values[measure])}`,
		);
	});
}

/** Formats a number like the documented example, with at least one decimal: `140.0`. */
function formatDecimal(value: number | null): string {
	if (value === null) return 'null';
	const text = String(Number(value.toFixed(2)));
	return text.includes('.') ? text : `${text}.0`;
}
