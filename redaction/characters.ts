/** What a character is to the search for card numbers. */
import { MIN_PAN_DIGITS } from './maskPan';

/** Neither letter nor digit: it may stand between the digits of a card. */
export const OTHER = -1;
const LETTER = -2;
const UNSEEN = -3;

/** How many other characters may stand between two digits of a card. */
export const MAX_BETWEEN = 6;

const kinds = new Int8Array(0x10000).fill(UNSEEN);

/** The digit that Unicode's NFKC takes a code point for, or what else it is. */
export function getKind(codePoint: number): number {
	const known = kinds[codePoint] ?? UNSEEN;
	if (known !== UNSEEN) return known;
	const kind = findKind(String.fromCodePoint(codePoint));
	// Without effect beyond the table.
	kinds[codePoint] = kind;
	return kind;
}

function findKind(char: string): number {
	if (!/[\p{L}\p{N}]/u.test(char)) return OTHER;
	const digit = char.normalize('NFKC');
	return /^\d$/.test(digit) ? Number(digit) : LETTER;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Digits, and characters beyond ASCII that may be digits, with at most {@link MAX_BETWEEN} others between two of them. */
const DIGIT = '[\\d\\u0080-\\uffff]';
const BETWEEN = `[^0-9A-Za-z\\u0080-\\uffff]{0,${MAX_BETWEEN}}`;
const CARD_LIKE = new RegExp(`${DIGIT}(?:${BETWEEN}${DIGIT}){${MIN_PAN_DIGITS - 1}}`);

/** Whether a text may hold a card, known or not. For most texts the search for cards ends with this. */
export function mayHoldCard(text: string): boolean {
	return CARD_LIKE.test(text);
}
