/** Finds known card numbers wherever they stand in a text, and whatever keeps their digits apart. */
import { getKind, MAX_BETWEEN, OTHER } from './characters';
import { maskPan, withoutSeparators } from './maskPan';
import type { Span } from './spans';

/** Card numbers, prepared so that "does one end here?" is one look-up for each digit of a text. */
export interface KnownCards {
	pans: ReadonlySet<string>;
	/** Longest first. */
	lengths: readonly number[];
	/** The last nine digits of each, as numbers. */
	tails: ReadonlySet<number>;
}

const TAIL = 1e9;

/** The digits in view: more than a card has, and a power of two. */
const RING = 32;

/** Card numbers as they are, or prepared already: for many cards, once is enough. */
export type Pans = Iterable<string> | KnownCards;

/** Prepares card numbers for {@link findKnownCards}; what is not 13 to 19 digits is left out. */
export function knownCards(pans: Pans): KnownCards {
	if ('tails' in pans) return pans;
	const known = new Set<string>();
	for (const pan of pans) {
		const digits = withoutSeparators(pan);
		if (/^\d{13,19}$/.test(digits)) known.add(digits);
	}
	const lengths = [...new Set([...known].map((pan) => pan.length))].sort((a, b) => b - a);
	const tails = new Set([...known].map((pan) => Number(pan.slice(-9))));
	return { pans: known, lengths, tails };
}

/**
 * Marks for the known cards in a text whose escapes are decoded. Up to six characters other than letters and digits
 * may stand between two digits, and digits may be any that Unicode's NFKC takes for 0 to 9. A card in another form,
 * such as Base64, or with a letter in its middle, is not found.
 */
export function findKnownCards(text: string, { pans, lengths, tails }: KnownCards): Span[] {
	const spans: Span[] = [];
	if (pans.size === 0) return spans;
	// The last digits and their places, so that the work grows with the text alone.
	const digits = new Uint8Array(RING);
	const places = new Int32Array(RING);
	let count = 0;
	let tail = 0;
	let between = 0;
	for (let at = 0; at < text.length; at++) {
		const start = at;
		const codePoint = text.codePointAt(at) ?? 0;
		const kind = getKind(codePoint);
		if (codePoint > 0xffff) at++;
		if (kind === OTHER && ++between <= MAX_BETWEEN) continue;
		if (kind < 0) {
			[count, tail, between] = [0, 0, 0];
			continue;
		}
		between = 0;
		tail = (tail * 10 + kind) % TAIL;
		digits[count % RING] = kind;
		places[count % RING] = start;
		count++;
		if (!tails.has(tail)) continue;
		const length = lengths.find((n) => n <= count && pans.has(lastDigits(digits, count, n)));
		if (length === undefined) continue;
		const from = places[(count - length) % RING] ?? start;
		// A shorter card that this one begins with.
		if (spans.at(-1)?.start === from) spans.pop();
		spans.push({
			start: from,
			end: at + 1,
			replacement: maskPan(lastDigits(digits, count, length)),
		});
	}
	return spans;
}

/** The last `length` of the `count` digits that have gone into the ring. */
function lastDigits(ring: Uint8Array, count: number, length: number): string {
	let text = '';
	for (let at = count - length; at < count; at++) text += String(ring[at % RING]);
	return text;
}
