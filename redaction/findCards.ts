/** Finds card numbers in a text: those we know wherever they stand, and whatever looks like one. */
import { findKnownCards, type KnownCards } from './findKnownCards';
import { mergeSpans, type Span } from './spans';
import { MAX_PAN_DIGITS, maskPan, MIN_PAN_DIGITS, PAN_SEPARATOR } from './maskPan';

const UUID = '(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])';
// Years 1900 to 2099 only, and no dash before or after: no card of ours is written that way.
const DATE = '(?<![\\w-])(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = '[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?';
const TIMESTAMP = `${DATE}(?:${TIME})?(?!\\w|-\\d)`;

/** Something that stays, or digits. */
const TOKENS = new RegExp(`${UUID}|${TIMESTAMP}|(?<digits>\\d+)`, 'g');
const ONE_SEPARATOR = new RegExp(`^${PAN_SEPARATOR}$`);

/**
 * Milliseconds since 1970, from 2001 to 2033. Thirteen digits that begin with 1 are no card: 1 is the
 * airlines' digit, whose cards (UATP) have fifteen.
 */
const EPOCH_MILLISECONDS = /^1\d{12}$/;

/**
 * Marks for the card numbers in a text, each covered by its mask.
 *
 * - A known card is found anywhere: see {@link findKnownCards}.
 * - Any other run of 13 to 19 digits is taken for a card, whether or not its Luhn digit is right (a
 *   mistyped card is still a card), unless it is part of a longer alphanumeric word, a UUID, an ISO
 *   date or timestamp, a decimal fraction (embeddings and ratios), or milliseconds since 1970.
 * - Short groups that together have more than 19 digits may be two cards side by side: hidden as one.
 */
export function findCards(text: string, known: KnownCards): Span[] {
	const hits = mergeSpans(findKnownCards(text, known));
	const rest = blank(text, hits);
	const spans = findDigitRuns(rest).map(({ start, end }) => findUnknown(rest, start, end));
	return [...hits, ...spans.flat()];
}

/**
 * Runs of digits with at most one separator between two of them, and long enough for a card. Put together here:
 * one pattern for a whole run fails in V8 when the run has megabytes.
 */
function findDigitRuns(text: string): Array<{ start: number; end: number }> {
	const runs: Array<{ start: number; end: number }> = [];
	for (const { index, 0: token, groups } of text.matchAll(TOKENS)) {
		if (groups?.digits === undefined) continue;
		const last = runs.at(-1);
		const end = index + token.length;
		if (last !== undefined && ONE_SEPARATOR.test(text.slice(last.end, index))) last.end = end;
		else runs.push({ start: index, end });
	}
	return runs.filter(({ start, end }) => end - start >= MIN_PAN_DIGITS);
}

/** The text with nothing but filling where the marks are, which must not overlap. */
function blank(text: string, spans: readonly Span[]): string {
	let out = '';
	let from = 0;
	for (const { start, end } of spans) {
		out += text.slice(from, start) + '#'.repeat(end - start);
		from = end;
	}
	return out + text.slice(from);
}

/** What looks like a card between two places of a run. */
function findUnknown(text: string, from: number, to: number): Span[] {
	const spans: Span[] = [];
	let short: Array<{ start: number; end: number }> = [];
	const closeShort = (): void => {
		const [start, end] = [short[0]?.start ?? 0, short.at(-1)?.end ?? 0];
		const digits = text.slice(start, end).replace(/\D/g, '');
		if (digits.length >= MIN_PAN_DIGITS) spans.push({ start, end, replacement: maskPan(digits) });
		short = [];
	};
	for (const { index, 0: digits } of text.slice(from, to).matchAll(/\d+/g)) {
		const start = from + index;
		const end = start + digits.length;
		if (isPartOfMore(text, start, end)) closeShort();
		else if (digits.length < MIN_PAN_DIGITS) short.push({ start, end });
		else {
			closeShort();
			// After a percent sign up to four digits can belong to an escape ("%20", "%2520").
			const longest = MAX_PAN_DIGITS + (text[start - 1] === '%' ? 4 : 0);
			if (digits.length <= longest && !EPOCH_MILLISECONDS.test(digits)) {
				spans.push({ start, end, replacement: maskPan(digits) });
			}
		}
	}
	closeShort();
	return spans;
}

/** Whether digits continue a word or a decimal fraction. The letters of an escape ("%3D") are no word. */
function isPartOfMore(text: string, start: number, end: number): boolean {
	const before = text.slice(Math.max(0, start - 8), start);
	const afterEscape = /%(?:25)*[0-9A-Fa-f]{2}$/.test(before);
	return (
		/^[0-9A-Za-z]/.test(text.slice(end, end + 1)) ||
		/\d\.$/.test(before) ||
		(/[0-9A-Za-z]$/.test(before) && !afterEscape)
	);
}
