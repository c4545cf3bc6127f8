/** Finds known card numbers wherever they stand in a text, and whatever keeps their digits apart. */
import type { Span } from './spans';
import { MAX_PAN_DIGITS, maskPan, withoutSeparators } from './maskPan';

/** Card numbers, with their lengths, so that one look-up per length answers "does one end here?". */
export interface KnownCards {
	pans: ReadonlySet<string>;
	/** Longest first. */
	lengths: readonly number[];
}

/** How many characters may keep two digits apart; an escape counts as one. */
const MAX_BETWEEN = 6;
const BETWEEN = new RegExp(`^[^\\p{L}\\p{N}]{0,${MAX_BETWEEN}}$`, 'u');
/** Twice-encoded and HTML escapes have up to ten characters. */
const MAX_ESCAPED = MAX_BETWEEN * 10;

/** All that can stand for a digit, such as full-width ones. */
const DIGITS = /[\p{Nd}\p{No}]+/gu;

/** A character as URLs (encoded once or more), HTML and JSON write it. */
const ESCAPE =
	'%(?:25)*[0-9A-Fa-f]{2}|&(?:[A-Za-z]{2,8}|#\\d{1,6}|#[Xx][0-9A-Fa-f]{1,6});|\\\\(?:[bfnrtv]|u[0-9A-Fa-f]{4})';
const ESCAPES = new RegExp(ESCAPE, 'g');
const ESCAPE_OR_DIGITS = new RegExp(`(?<escape>${ESCAPE})|${DIGITS.source}`, 'gu');

/** Prepares card numbers for {@link findKnownCards}; what is not 13 to 19 digits is left out. */
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
 * Marks for the known cards in a text. Up to six characters other than letters and digits may stand between
 * two digits, and digits may be any that Unicode's NFKC takes for 0 to 9. A card in another form, such as
 * Base64, or with a letter in its middle, is not found.
 */
export function findKnownCards(text: string, known: KnownCards): Span[] {
	if (known.pans.size === 0) return [];
	// The digits of "%20" can be part of a card ("%2055..." after a percent sign) or of an escape: try both.
	const spans = walk(text, DIGITS, known);
	if (!/[%&\\]/.test(text)) return spans;
	const placeOf = ({ start, end }: Span): string => `${start}-${end}`;
	const found = new Set(spans.map(placeOf));
	const more = walk(text, ESCAPE_OR_DIGITS, known).filter((span) => !found.has(placeOf(span)));
	return [...spans, ...more];
}

/** Keeps the last 19 digits in view, so the work grows with the text alone. */
function walk(text: string, pattern: RegExp, { pans, lengths }: KnownCards): Span[] {
	const spans: Span[] = [];
	let digits = '';
	let places: number[] = [];
	let end = 0;
	for (const { index, 0: token, groups } of text.matchAll(pattern)) {
		if (groups?.escape !== undefined) continue;
		if (!mayStandBetween(text.slice(end, index))) [digits, places] = ['', []];
		end = index;
		for (const char of token) {
			const digit = /\d/.test(char) ? char : char.normalize('NFKC');
			const place = end;
			end += char.length;
			if (!/^\d$/.test(digit)) {
				[digits, places] = ['', []];
				continue;
			}
			digits = (digits + digit).slice(-MAX_PAN_DIGITS);
			if (places.push(place) > MAX_PAN_DIGITS) places.shift();
			const length = lengths.find((n) => n <= digits.length && pans.has(digits.slice(-n)));
			if (length === undefined) continue;
			const start = places.at(-length) ?? place;
			// A shorter card that this one begins with.
			if (spans.at(-1)?.start === start) spans.pop();
			spans.push({ start, end, replacement: maskPan(digits.slice(-length)) });
		}
	}
	return spans;
}

function mayStandBetween(text: string): boolean {
	return text.length <= MAX_ESCAPED && BETWEEN.test(text.replace(ESCAPES, ' '));
}
