/** Stretches of a text that must be hidden, and the text with them hidden. */

/** Characters `start` (included) to `end` (excluded) are replaced by `cover`. */
export interface Span {
	start: number;
	end: number;
	replacement: string;
}

/** What stands where a secret was. Its length says nothing about the secret's. */
export const REDACTED = '***';

/** The same marks in order. Those that overlap become one, fully hidden. */
export function mergeSpans(spans: readonly Span[]): Span[] {
	const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
	const merged: Span[] = [];
	for (const span of sorted) {
		const last = merged.at(-1);
		if (last !== undefined && span.start < last.end) {
			last.end = Math.max(last.end, span.end);
			last.replacement = REDACTED;
		} else {
			merged.push({ ...span });
		}
	}
	return merged;
}

/**
 * The text with every mark covered. All are found in the original text and merged, so no replacement can
 * cut another find in two and leave its rest readable.
 */
export function redact(text: string, spans: readonly Span[]): string {
	if (spans.length === 0) return text;
	let out = '';
	let from = 0;
	for (const { start, end, replacement } of mergeSpans(spans)) {
		out += text.slice(from, start) + replacement;
		from = end;
	}
	return out + text.slice(from);
}
