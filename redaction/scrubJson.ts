/** The scrubber for whole JSON values: texts, keys, and card numbers written as numbers. */
import { type Scrub, scrubText } from './scrub';

/**
 * A copy of a JSON value in which every string and object key is scrubbed. A positive whole number of
 * 13 to 19 digits is treated as if it were written as text, and becomes that text where it is covered;
 * all else (null, 0, the order of keys and entries) stays. Keys that scrub to the same text are told
 * apart by a number (" #2"), so that no value is lost.
 */
export function scrubJson(value: unknown, scrub: Scrub = scrubText): unknown {
	if (typeof value === 'string') return scrub(value);
	if (typeof value === 'number') return scrubNumber(value, scrub);
	if (Array.isArray(value)) return value.map((entry: unknown) => scrubJson(entry, scrub));
	if (typeof value !== 'object' || value === null) return value;
	const scrubbed = new Map<string, unknown>();
	for (const [key, entry] of Object.entries(value)) {
		scrubbed.set(freeName(scrub(key), scrubbed), scrubJson(entry, scrub));
	}
	return Object.fromEntries(scrubbed);
}

function scrubNumber(value: number, scrub: Scrub): number | string {
	const digits = String(value);
	if (!/^\d{13,19}$/.test(digits)) return value;
	const scrubbed = scrub(digits);
	return scrubbed === digits ? value : scrubbed;
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
	let free = name;
	for (let count = 2; taken.has(free); count++) free = `${name} #${String(count)}`;
	return free;
}
