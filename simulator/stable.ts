// Numbers that look random and are always the same for the same text, so that generated answers never change.
import { createHash } from 'node:crypto';

/** A number in [0, 1), decided by `text` alone. */
export function stableFraction(text: string): number {
	return createHash('sha256').update(text).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** A whole number from `low` to `high`, both included. */
export function stableInteger(text: string, low: number, high: number): number {
	return low + Math.floor(stableFraction(text) * (high - low + 1));
}

/** One of `choices`, of which there must be at least one. */
export function stableChoice<T>(text: string, choices: readonly T[]): T {
	return choices[stableInteger(text, 0, choices.length - 1)] as T;
}

/** Rounds to `digits` decimals, without a negative zero. */
export function rounded(value: number, digits: number): number {
	return Number(value.toFixed(digits)) + 0;
}
