/** Finds card numbers in a text: those we know wherever they stand, and whatever looks like one. */
import type { Mark } from './marks';
import {
	MAX_PAN_DIGITS,
	maskPan,
	MIN_PAN_DIGITS,
	PAN_SEPARATOR,
	withoutSeparators,
} from './maskPan';

/** Known card numbers, grouped so that one look-up per length answers "does one start here?". */
export interface KnownCards {
	pans: ReadonlySet<string>;
	/** Longest first. */
	lengths: readonly number[];
}

const UUID = '(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])';
// Years 1900 to 2099 only, and no dash before or after: no card of ours is written that way.
const DATE = '(?<![\\w-])(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = '[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?';
const TIMESTAMP = `${DATE}(?:${TIME})?(?!\\w|-\\d)`;

/** Either something that stays, or a run of digits with at most one separator between two of them. */
const TOKENS = new RegExp(
	`${UUID}|${TIMESTAMP}|(?<run>\\d+(?:${PAN_SEPARATOR}(?!${UUID}|${TIMESTAMP})\\d+)*)`,
	'g',
);

/**
 * Milliseconds since 1970, from 2001 to 2033. Thirteen digits that begin with 1 are no card: 1 is the
 * airlines' digit, whose cards (UATP) have fifteen.
 */
const EPOCH_MILLISECONDS = /^1\d{12}$/;

/** Prepares card numbers for {@link findCards}; what is not 13 to 19 digits is left out. */
export function knownCards(pans: Iterable<string>): KnownCards {
	const known = new Set<string>();
	for (const pan of pans) {
		const digits = withoutSeparators(pan);
		if (/^\d{13,19}$/.test(digits)) known.add(digits);
	}
	const lengths = [...new Set([...known].map((pan) => pan.length))].sort((a, b) => b - a);
	return { pans: known, lengths };
}

/**
 * Marks for the card numbers in a text, each covered by its mask.
 *
 * - A known card is found anywhere, even inside a longer word or number.
 * - Any other run of 13 to 19 digits is taken for a card, whether or not its Luhn digit is right (a
 *   mistyped card is still a card), unless it is part of a longer alphanumeric word, a UUID, an ISO
 *   date or timestamp, a decimal fraction (embeddings and ratios), or milliseconds since 1970.
 * - Short groups that together have more than 19 digits may be two cards side by side: hidden as one.
 */
export function findCards(text: string, known: KnownCards): Mark[] {
	const marks: Mark[][] = [];
	for (const { index, groups } of text.matchAll(TOKENS)) {
		const run = groups?.run;
		if (run === undefined || run.length < MIN_PAN_DIGITS) continue;
		const hits = findKnown(run, index, known);
		let from = index;
		for (const hit of hits) {
			marks.push(findUnknown(text, from, hit.start), [hit]);
			from = hit.end;
		}
		marks.push(findUnknown(text, from, index + run.length));
	}
	return marks.flat();
}

/** Known cards in a run that starts at `offset`. One set look-up for each digit and length. */
function findKnown(run: string, offset: number, { pans, lengths }: KnownCards): Mark[] {
	if (lengths.length === 0) return [];
	const places = Array.from(run.matchAll(/\d/g), (digit) => offset + digit.index);
	const digits = run.replace(/\D/g, '');
	const marks: Mark[] = [];
	for (let at = 0; at < digits.length; at++) {
		const left = digits.length - at;
		const length = lengths.find((n) => n <= left && pans.has(digits.slice(at, at + n)));
		if (length === undefined) continue;
		const [start, last] = [places[at] ?? 0, places[at + length - 1] ?? 0];
		marks.push({ start, end: last + 1, cover: maskPan(digits.slice(at, at + length)) });
		at += length - 1;
	}
	return marks;
}

/** What looks like a card between two places of a run. */
function findUnknown(text: string, from: number, to: number): Mark[] {
	const marks: Mark[] = [];
	let short: Array<{ start: number; end: number }> = [];
	const closeShort = (): void => {
		const [start, end] = [short[0]?.start ?? 0, short.at(-1)?.end ?? 0];
		const digits = text.slice(start, end).replace(/\D/g, '');
		if (digits.length >= MIN_PAN_DIGITS) marks.push({ start, end, cover: maskPan(digits) });
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
				marks.push({ start, end, cover: maskPan(digits) });
			}
		}
	}
	closeShort();
	return marks;
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
