/** Stretches of a text that must be hidden, and the text with them hidden. */

/** Characters `start` (included) to `end` (excluded) are replaced by `cover`. */
export interface Mark {
	start: number;
	end: number;
	cover: string;
}

/** What stands where a secret was. Its length says nothing about the secret's. */
export const HIDDEN = '***';

/** The same marks in order. Those that overlap become one, fully hidden. */
export function mergeMarks(marks: readonly Mark[]): Mark[] {
	const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
	const merged: Mark[] = [];
	for (const mark of sorted) {
		const last = merged.at(-1);
		if (last !== undefined && mark.start < last.end) {
			last.end = Math.max(last.end, mark.end);
			last.cover = HIDDEN;
		} else {
			merged.push({ ...mark });
		}
	}
	return merged;
}

/**
 * The text with every mark covered. All are found in the original text and merged, so no replacement can
 * cut another find in two and leave its rest readable.
 */
export function coverMarks(text: string, marks: readonly Mark[]): string {
	if (marks.length === 0) return text;
	let out = '';
	let from = 0;
	for (const { start, end, cover } of mergeMarks(marks)) {
		out += text.slice(from, start) + cover;
		from = end;
	}
	return out + text.slice(from);
}
