// Invents transaction metrics for any card that the documentation does not name: always the same for the same card.
import { stableFraction, stableInteger } from '../stable';

/**
 * Groups and their segments. `core` and its segments are documented; the themes of `spend` (necessity, luxury and risky
 * industries) and `decline` (credit limit breaches) are, too, but their names are ours.
 */
const GROUPS = {
	core: ['trv', 'xb', 'xb_cp', 'blp', 'recur'],
	spend: ['nec', 'lux', 'risky'],
	decline: ['climit'],
} as const;

const MEASURES = ['txn_amt', 'txn_cnt', 'max_txn_amt', 'max_to_avg_txn_amt_ratio'] as const;
const WINDOWS = { '1m': 1, '6m': 6, '12m': 12 } as const;

/** Every group as Mastercard sends it: JSON inside a text. */
export function generatedGroups(pan: string): Record<string, string> {
	return Object.fromEntries(
		Object.entries(GROUPS).map(([group, segments]) => {
			const metrics = segments.flatMap((segment) => segmentMetrics(pan, `${group}_${segment}`));
			return [group, `{${metrics.join(',')}}`];
		}),
	);
}

function segmentMetrics(pan: string, prefix: string): string[] {
	const isUsed = stableFraction(`${prefix} used ${pan}`) < 0.8;
	const perMonth = isUsed ? stableInteger(`${prefix} count ${pan}`, 1, 25) : 0;
	const ticket = 5 + stableFraction(`${prefix} ticket ${pan}`) * 180;
	const peak = 1 + stableFraction(`${prefix} peak ${pan}`) * 6;
	return Object.entries(WINDOWS).flatMap(([window, months]) => {
		const count = perMonth * months;
		const values: Record<(typeof MEASURES)[number], number | null> = {
			txn_amt: count * ticket,
			txn_cnt: count,
			max_txn_amt: isUsed ? ticket * peak : 0,
			// Nothing to divide by.
			max_to_avg_txn_amt_ratio: isUsed ? peak : null,
		};
		return MEASURES.map(
			(measure) => `"${prefix}_${measure}_${window}":${decimal(values[measure])}`,
		);
	});
}

/** A number as the documented example writes it: at least one decimal, `140.0`. */
function decimal(value: number | null): string {
	if (value === null) return 'null';
	const text = String(Number(value.toFixed(2)));
	return text.includes('.') ? text : `${text}.0`;
}
