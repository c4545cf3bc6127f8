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
	if (codePoint < kinds.length) kinds[codePoint] = kind;
	return kind;
}

function findKind(char: string): number {
	if (!/[\p{L}\p{N}]/u.test(char)) return OTHER;
	const digit = char.normalize('NFKC');
	return /^\d$/.test(digit) ? Number(digit) : LETTER;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/**
 * Whether a text may hold a card, known or not: 13 digits with at most six other characters between two of them.
 * For most texts the search for cards ends with this.
 */
export function mayHoldCard(text: string): boolean {
	if (text.length < MIN_PAN_DIGITS || !/[\d\u0080-\uffff]/.test(text)) return false;
	let digits = 0;
	let between = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		// Half a character beyond the first 65,536 may be half a digit.
		const kind = isSurrogate(code) ? 0 : getKind(code);
		if (kind >= 0) {
			between = 0;
			if (++digits >= MIN_PAN_DIGITS) return true;
		} else if (kind !== OTHER || ++between > MAX_BETWEEN) {
			digits = 0;
			between = 0;
		}
	}
	return false;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
