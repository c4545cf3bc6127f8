/** The redactor for whole JSON values: texts, keys, and card numbers written as numbers. */
import { type Redact, redactText } from './redactText';

/** Numbers with at most so many decimals and fewer digits than a card are told without writing them as text. */
const DECIMALS = 1e4;
const LEAST_PAN = 1e12;

/**
 * A copy of a JSON value in which every string and object key is redacted. A number is treated as the text that JSON
 * writes for it, with its sign, fraction and exponent, and becomes a text where that is redacted. All else (null, 0,
 * the order of keys and entries) stays. Keys that redact to the same text are told apart by a number (" #2"), so that
 * no value is lost.
 */
export function redactJson(value: unknown, redact: Redact = redactText): unknown {
	if (typeof value === 'string') return redact(value);
	if (typeof value === 'number') return redactNumber(value, redact);
	if (Array.isArray(value)) return value.map((entry: unknown) => redactJson(entry, redact));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value);
	const keys = redactKeys(
		entries.map(([key]) => key),
		redact,
	);
	// fromEntries, because assigning "__proto__" would not make a key.
	return Object.fromEntries(
		entries.map(([key, entry], index) => [keys[index] ?? key, redactJson(entry, redact)]),
	);
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
	if (redacted.every((key, index) => key === keys[index])) return redacted;
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
