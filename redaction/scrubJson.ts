/** The scrubber for whole JSON values: texts, keys, and card numbers written as numbers. */
import { type Scrub, scrubText } from './scrub';

/** Whole numbers below it have fewer digits than a card. */
const LEAST_PAN = 1e12;

/**
 * A copy of a JSON value in which every string and object key is scrubbed. A number is treated as the text that JSON
 * writes for it, with its sign, fraction and exponent, and becomes a text where that is redacted. All else (null, 0,
 * the order of keys and entries) stays. Keys that scrub to the same text are told apart by a number (" #2"), so that
 * no value is lost.
 */
export function scrubJson(value: unknown, scrub: Scrub = scrubText): unknown {
	if (typeof value === 'string') return scrub(value);
	if (typeof value === 'number') return scrubNumber(value, scrub);
	if (Array.isArray(value)) return value.map((entry: unknown) => scrubJson(entry, scrub));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value);
	const keys = scrubKeys(
		entries.map(([key]) => key),
		scrub,
	);
	// fromEntries, because assigning "__proto__" would not make a key.
	return Object.fromEntries(
		entries.map(([key, entry], index) => [keys[index] ?? key, scrubJson(entry, scrub)]),
	);
}

function scrubNumber(value: number, scrub: Scrub): number | string {
	if (Number.isInteger(value) && Math.abs(value) < LEAST_PAN) return value;
	const text = String(value);
	const scrubbed = scrub(text);
	return scrubbed === text ? value : scrubbed;
}

/** The scrubbed keys of one object, each different from the others. */
function scrubKeys(keys: readonly string[], scrub: Scrub): string[] {
	const scrubbed = keys.map(scrub);
	if (scrubbed.every((key, index) => key === keys[index])) return scrubbed;
	const taken = new Set<string>();
	/** The number that was last given to a key: the next one goes on from there, or equal keys cost quadratic time. */
	const counts = new Map<string, number>();
	return scrubbed.map((key) => {
		let count = counts.get(key) ?? 1;
		let free = key;
		while (taken.has(free)) free = `${key} #${String(++count)}`;
		counts.set(key, count);
		taken.add(free);
		return free;
	});
}
