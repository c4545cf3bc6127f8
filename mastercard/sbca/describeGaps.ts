import type { MissingValueReason } from './missingValueReasons';

const WORDS: Readonly<Record<MissingValueReason, string>> = {
	noTransactions: 'no transactions',
	belowMinimumTransactions: 'too few transactions',
	noDataPreviousYear: 'no data for the previous year',
	noDataCurrentYear: 'no data for the current year',
	tooFewPeers: 'too few peers',
};

/** @returns One reason in plain words, such as "too few transactions". */
export function describeGap(reason: MissingValueReason): string {
	return WORDS[reason];
}

/**
 * @param gaps Reasons by metric.
 * @returns All of them as one text for a cell, such as "no transactions: txn_cnt_refunds; too few peers: txn_amt, txn_cnt";
 * empty when there are none.
 */
export function describeGaps(gaps: Readonly<Record<string, MissingValueReason>>): string {
	const byReason = new Map<MissingValueReason, string[]>();
	for (const [metric, reason] of Object.entries(gaps))
		byReason.set(reason, [...(byReason.get(reason) ?? []), metric]);
	return [...byReason]
		.map(([reason, metrics]) => `${WORDS[reason]}: ${metrics.join(', ')}`)
		.join('; ');
}
