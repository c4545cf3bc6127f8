/** Digits beside a secret: what remains of a card whose other digits the search for secrets has taken. */
import { getKind, MAX_BETWEEN, OTHER } from './characters';
import { MAX_PAN_DIGITS, MIN_PAN_DIGITS } from './maskPan';
import type { Range } from './spans';

/**
 * The same range and, where its first or last digit belongs to a row of digits long enough for a card, that row outside
 * of the range. A secret is also found in part, so that its range may reach a few digits into a card beside it: the rest
 * of the card would be too short to be recognized.
 */
export function coverAdjoiningDigits(text: string, { start, end }: Range): Range {
	return { start: findEndOfRow(text, start, -1), end: findEndOfRow(text, end - 1, 1) + 1 };
}

/** @returns the last digit of the row in this direction; `from` unless there is such a row */
function findEndOfRow(text: string, from: number, step: 1 | -1): number {
	const outside = followRow(text, from, step);
	const inside = followRow(text, from, step === 1 ? -1 : 1);
	return outside.count + inside.count > MIN_PAN_DIGITS ? outside.last : from;
}

/** Follows digits as far as a card may reach. The first is counted. */
function followRow(text: string, from: number, step: 1 | -1): { count: number; last: number } {
	let count = 0;
	let last = from;
	let between = 0;
	for (let at = from; at >= 0 && at < text.length && count < MAX_PAN_DIGITS; at += step) {
		const kind = getKind(text.charCodeAt(at));
		if (kind >= 0) {
			last = at;
			count++;
			between = 0;
		} else if (count === 0 || (kind !== OTHER && !isExponent(text, at))) {
			break;
		} else if (++between > MAX_BETWEEN) {
			break;
		}
	}
	return { count, last };
}

/** Whether a letter stands within a number, as in 5.425233430109903e15. */
const isExponent = (text: string, at: number): boolean =>
	/^\d[Ee]\+?\d/.test(text.slice(Math.max(0, at - 1), at + 3));
