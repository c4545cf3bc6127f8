/** The redactor for whole JSON values: texts, keys, and card numbers written as numbers. */
import { type Redact, redactText } from './redactText';

/** Numbers with at most so many decimals and fewer digits than a card are told without writing them as text. */
const DECIMALS = 1e4;
const LEAST_PAN = 1e12;

/**
 * A JSON value in which every string and object key is redacted; the value itself where there is nothing to redact.
 * A number is treated as the text that JSON writes for it, with its sign, fraction and exponent, and becomes a text
 * where that is redacted. All else (null, 0, the order of keys and entries) stays. Keys that redact to the same text
 * are told apart by a number (" #2"), so that no value is lost.
 */
export function redactJson(value: unknown, redact: Redact = redactText): unknown {
	if (typeof value === 'string') return redact(value);
	if (typeof value === 'number') return redactNumber(value, redact);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) {
		const entries = value.map((entry: unknown) => redactJson(entry, redact));
		return isSame(entries, value) ? value : entries;
	}
	const keys = Object.keys(value);
	const values: unknown[] = Object.values(value);
	const redactedKeys = redactKeys(keys, redact);
	const redacted = values.map((entry) => redactJson(entry, redact));
	if (isSame(redactedKeys, keys) && isSame(redacted, values)) return value;
	// fromEntries, because assigning "__proto__" would not make a key.
	return Object.fromEntries(redactedKeys.map((key, index) => [key, redacted[index]]));
}

function isSame(after: readonly unknown[], before: readonly unknown[]): boolean {
	return after.every((entry, index) => entry === before[index]);
}

function redactNumber(value: number, redact: Redact): number | string {
	if (hasFewDigits(value)) return value;
	const text = String(value);
	const redacted = redact(text);
	return redacted === text ? value : redacted;
}

/** Whether a number has fewer digits than a card: for most numbers, in a tenth of the time that its text takes. */
function hasFewDigits(value: number): boolean {
	const size = Math.abs(value);
	if (Number.isInteger(value)) return size < LEAST_PAN;
	return size < LEAST_PAN / DECIMALS && Math.round(value * DECIMALS) / DECIMALS === value;
}

/** The redacted keys of one object, each different from the others. */
function redactKeys(keys: readonly string[], redact: Redact): string[] {
	const redacted = keys.map(redact);
	if (isSame(redacted, keys)) return redacted;
	const taken = new Set<string>();
	/** The number that was last given to a key: the next one goes on from there, or equal keys cost quadratic time. */
	const counts = new Map<string, number>();
	return redacted.map((key) => {
		let count = counts.get(key) ?? 1;
		let free = key;
		while (taken.has(free)) free = `${key} #${String(++count)}`;
		counts.set(key, count);
		taken.add(free);
		return free;
	});
}
