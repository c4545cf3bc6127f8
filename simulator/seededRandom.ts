// Pseudo-random values determined by a seed text, so that generated data never changes.
import { createHash } from 'node:crypto';

/** A number in [0, 1). */
export function seededFraction(seed: string): number {
	return createHash('sha256').update(seed).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** An integer between `min` and `max`, both inclusive. */
export function seededInteger(seed: string, min: number, max: number): number {
	return min + Math.floor(seededFraction(seed) * (max - min + 1));
}

/** One of `choices`, which must not be empty. */
export function seededChoice<T>(seed: string, choices: readonly T[]): T {
	return choices[seededInteger(seed, 0, choices.length - 1)] as T;
}

/** Rounds to a number of decimals and turns negative zero into zero. */
export function roundTo(value: number, decimals: number): number {
	return Number(value.toFixed(decimals)) + 0;
}
