/** Stretches of a text that must be hidden, and the text with them hidden. */

/** A stretch of a text: `start` included, `end` excluded. */
export interface Range {
	start: number;
	end: number;
}

/** A stretch of a text and what takes its place. */
export interface Span extends Range {
	replacement: string;
}

/** What stands where a secret was. Its length says nothing about the secret's. */
export const REDACTED = '***';

/**
 * The same spans in order. Those that overlap become one, fully hidden unless their replacements are the same: a card
 * may be found twice, in a text and in its decoded view.
 */
function mergeSpans(spans: readonly Span[]): Span[] {
	const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
	const merged: Span[] = [];
	for (const span of sorted) {
		const last = merged.at(-1);
		if (last !== undefined && span.start < last.end) {
			last.end = Math.max(last.end, span.end);
			if (last.replacement !== span.replacement) last.replacement = REDACTED;
		} else {
			merged.push({ ...span });
		}
	}
	return merged;
}

/**
 * The text with every span replaced. All are found in the original text and merged, so no replacement can
 * cut another find in two and leave its rest readable.
 */
export function replaceSpans(text: string, spans: readonly Span[]): string {
	if (spans.length === 0) return text;
	return replaceRanges(text, mergeSpans(spans), ({ replacement }) => replacement);
}

/** A text of the same length with nothing but filling in the given ranges, which may overlap. */
export function blank(text: string, ranges: readonly Range[]): string {
	const merged = mergeSpans(ranges.map((range) => ({ ...range, replacement: '' })));
	return replaceRanges(text, merged, ({ start, end }) => '#'.repeat(end - start));
}

function replaceRanges<T extends Range>(
	text: string,
	ranges: readonly T[],
	getReplacement: (range: T) => string,
): string {
	const pieces: string[] = [];
	let from = 0;
	for (const range of ranges) {
		pieces.push(text.slice(from, range.start), getReplacement(range));
		from = range.end;
	}
	pieces.push(text.slice(from));
	return pieces.join('');
}
