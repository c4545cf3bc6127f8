/** Finds many patterns in a text in one pass, whatever the case of letters and whatever blanks are between. */
import { type FoldedText, foldText, HASHED_LENGTH, nextHash } from './foldText';
import type { Range } from './spans';

/** Shorter patterns cannot be indexed. */
export const MIN_PATTERN_LENGTH = HASHED_LENGTH;

/** So many characters of a longer pattern are enough: an echo may be cut anywhere. */
export const MIN_RUN_LENGTH = 32;

/** Anchors so far apart that every run of MIN_RUN_LENGTH characters has one. */
const ANCHOR_DISTANCE = MIN_RUN_LENGTH - HASHED_LENGTH + 1;

/** How often a pattern may have the same anchor, so that one like "aaaa..." costs no more than others. */
const MAX_SAME_ANCHORS = 4;

/** Eight characters of a pattern, from `offset`. */
interface Anchor {
	pattern: Uint16Array;
	offset: number;
}

/**
 * Prepares a search for patterns; those with fewer than {@link MIN_PATTERN_LENGTH} characters, blanks not counted, are
 * left out. Every 25th position of a pattern is an anchor, found by a rolling hash of eight characters; the characters
 * around a hit are then compared. So the work grows with the text, not with the number and length of the patterns, and
 * a text without any anchor costs one look-up for each character.
 *
 * @returns a function from a text to the places where a whole pattern stands, or {@link MIN_RUN_LENGTH} or more
 * characters of one.
 */
export function createPatternIndex(patterns: Iterable<string>): (text: string) => Range[] {
	const anchors = new Map<number, Anchor[]>();
	for (const pattern of new Set(patterns)) addAnchors(anchors, foldText(pattern));
	if (anchors.size === 0) return () => [];

	/** Which upper halves of hashes occur. */
	const filter = new Uint8Array(0x10000);
	for (const hash of anchors.keys()) filter[hash >>> 16] = 1;
	const hasAnchor = (text: string): boolean => {
		let hash = 0;
		for (let at = 0; at < text.length; at++) {
			hash = nextHash(hash, text.charCodeAt(at));
			if (filter[hash >>> 16] === 1 && anchors.has(hash)) return true;
		}
		return false;
	};
	return (text) => (hasAnchor(text) ? findRuns(foldText(text), anchors) : []);
}

function addAnchors(anchors: Map<number, Anchor[]>, { units, hashes }: FoldedText): void {
	for (let offset = 0; offset + HASHED_LENGTH <= units.length; offset += ANCHOR_DISTANCE) {
		const hash = hashes[offset + HASHED_LENGTH - 1] ?? 0;
		const others = anchors.get(hash) ?? [];
		if (others.filter(({ pattern }) => pattern === units).length < MAX_SAME_ANCHORS)
			anchors.set(hash, [...others, { pattern: units, offset }]);
	}
}

function findRuns(
	{ units, hashes, places }: FoldedText,
	anchors: ReadonlyMap<number, readonly Anchor[]>,
): Range[] {
	const ranges: Range[] = [];
	for (let end = HASHED_LENGTH; end <= units.length; end++) {
		for (const anchor of anchors.get(hashes[end - 1] ?? 0) ?? []) {
			const run = matchAround(units, end - HASHED_LENGTH, anchor);
			if (run !== undefined) addRange(ranges, run);
		}
	}
	return ranges.map(({ start, end }) => ({
		start: places[start] ?? 0,
		end: (places[end - 1] ?? 0) + 1,
	}));
}

/** Anchors come in order, so what overlaps is at the end. */
function addRange(ranges: Range[], { start, end }: Range): void {
	const last = ranges.at(-1);
	if (last === undefined || start >= last.end) {
		ranges.push({ start, end });
		return;
	}
	last.start = Math.min(last.start, start);
	last.end = Math.max(last.end, end);
}

/**
 * What agrees with the pattern around an anchor, as far as the neighbouring anchors: those cover the rest.
 * @returns undefined when that is less than the pattern or {@link MIN_RUN_LENGTH}.
 */
function matchAround(
	units: Uint16Array,
	at: number,
	{ pattern, offset }: Anchor,
): Range | undefined {
	const shift = at - offset;
	const lowest = Math.max(offset - ANCHOR_DISTANCE + 1, 0, -shift);
	const highest = Math.min(offset + MIN_RUN_LENGTH, pattern.length, units.length - shift);
	let start = offset;
	while (start > lowest && pattern[start - 1] === units[shift + start - 1]) start--;
	let end = offset;
	while (end < highest && pattern[end] === units[shift + end]) end++;
	if (end - start < Math.min(pattern.length, MIN_RUN_LENGTH)) return undefined;
	return { start: shift + start, end: shift + end };
}
