/** Tells which items are not in the figures. */
import type { LeftOut } from './fields';
import { formatPlural } from './format';

/**
 * @param which Of which review, in words.
 * @returns One sentence for each reason, with the position of the first item.
 */
export function describeLeftOut(leftOut: readonly LeftOut[], which: string): string[] {
	const reasons = new Map<string, LeftOut[]>();
	for (const item of leftOut) {
		const same = reasons.get(item.reason);
		if (same === undefined) reasons.set(item.reason, [item]);
		else same.push(item);
	}
	return [...reasons].map(([reason, items]) => {
		const first = items[0]?.position ?? 0;
		return items.length === 1
			? `Item ${first} of ${which} is left out: it ${reason}.`
			: `${formatPlural(items.length, 'item')} of ${which} are left out, the first of them item ${first}: it ${reason}.`;
	});
}

/** Rows without a result, at least one of either kind. */
export function describeFailures(rejected: number, failed: number): string {
	return [
		rejected > 0 ? `${formatPlural(rejected, 'row was', 'rows were')} rejected before a call` : '',
		failed > 0
			? `the ${failed === 1 ? 'call' : 'calls'} of ${formatPlural(failed, 'row')} failed`
			: '',
	]
		.filter((part) => part !== '')
		.join(', and ')
		.replace(/^t/, 'T');
}
