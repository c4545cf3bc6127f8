/** Finds whatever looks like a card number in a text. */
import { isAsciiLetter, isDigit } from './characters';
import { MAX_PAN_DIGITS, maskPan, MIN_PAN_DIGITS, PAN_SEPARATOR } from './maskPan';
import { blank, type Range, type Span } from './spans';

const UUID = '(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])';
// Years 1900 to 2099 only, and no dash before or after: no card of ours is written that way.
const DATE = '(?<![\\w-])(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = '[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?';
const TIMESTAMP = `${DATE}(?:${TIME})?(?!\\w|-\\d)`;
// Digits may touch a mask, but with 13 of them together they may be a card, unless they lead to the next mask.
const MASK_END = '\\*{3,99}\\d{4}';
const MASK_START = '(?:(?<!\\d)\\d{6,12}|(?<=\\*{3}\\d{4})\\d{0,12})';
const MASK = `${MASK_START}${MASK_END}(?=\\d{0,8}(?!\\d)|\\d{9,12}${MASK_END})`;
const STAYING = new RegExp(`${UUID}|${TIMESTAMP}|${MASK}`, 'g');

const separator = new RegExp(PAN_SEPARATOR);

/** A whole number of 13 to 19 digits as JavaScript and spreadsheets write it, if its point moves beyond its digits. */
const EXPONENT = /(?<![\w.])(\d)\.(\d{12,18})[Ee]\+?(1[2-8])(?!\w|\.\d)/g;

/**
 * Milliseconds since 1970, from 2001 to 2033. Thirteen digits that begin with 1 are no card: 1 is the
 * airlines' digit, whose cards (UATP) have fifteen.
 */
const EPOCH_MILLISECONDS = /^1\d{12}$/;

/**
 * Marks for runs of 13 to 19 digits, each covered by its mask.
 *
 * - Whether or not the Luhn digit is right: a mistyped card is still a card.
 * - What stays: part of a longer alphanumeric word, a UUID, an ISO date or timestamp, a decimal fraction (embeddings
 *   and ratios), milliseconds since 1970, and a card number that is masked already.
 * - Short groups that together have more than 19 digits may be two cards side by side: hidden as one.
 */
export function findUnknownCards(text: string): Span[] {
	const spans = findExponents(text);
	const hide = (start: number, end: number): void => {
		spans.push({ start, end, replacement: maskPan(text.slice(start, end).replace(/\D/g, '')) });
	};
	/** Groups of fewer than 13 digits with one separator between two of them. */
	const short = { start: 0, end: 0, digits: 0 };
	const closeShort = (): void => {
		if (short.digits >= MIN_PAN_DIGITS) hide(short.start, short.end);
		short.digits = 0;
	};
	for (const { start, end } of digitGroups(text)) {
		const length = end - start;
		const isJoined = start === short.end + 1 && separator.test(text.charAt(short.end));
		const isPart = isPartOfMore(text, start, end);
		if (isPart || !isJoined) closeShort();
		if (isPart) continue;
		if (length >= MIN_PAN_DIGITS) {
			if (isCardLike(text.slice(start, end), text.charAt(start - 1))) hide(start, end);
			continue;
		}
		if (short.digits === 0) short.start = start;
		short.end = end;
		short.digits += length;
	}
	closeShort();
	return spans;
}

/** Digits that stand together, but for those that stay. */
function digitGroups(text: string): Iterable<Range> {
	const staying = /[*-]/.test(text) ? [...text.matchAll(STAYING)] : [];
	const rest = blank(
		text,
		staying.map(({ index, 0: token }) => ({ start: index, end: index + token.length })),
	);
	return findDigits(rest);
}

function* findDigits(text: string): Generator<Range> {
	let start = 0;
	for (let at = 0; at <= text.length; at++) {
		if (isDigit(text.charCodeAt(at))) continue;
		if (at > start) yield { start, end: at };
		start = at + 1;
	}
}

function isCardLike(digits: string, before: string): boolean {
	// After a percent sign up to four digits can belong to an escape ("%20", "%2520").
	const longest = MAX_PAN_DIGITS + (before === '%' ? 4 : 0);
	return digits.length <= longest && !EPOCH_MILLISECONDS.test(digits);
}

/** Whether digits continue a word or a decimal fraction. The letters of an escape ("%3D") are no word. */
function isPartOfMore(text: string, start: number, end: number): boolean {
	if (isAlphanumeric(text.charCodeAt(end))) return true;
	if (text.charAt(start - 1) === '.') return isDigit(text.charCodeAt(start - 2));
	if (!isAlphanumeric(text.charCodeAt(start - 1))) return false;
	return !/%(?:25)*[0-9A-Fa-f]{2}$/.test(text.slice(Math.max(0, start - 8), start));
}

const isAlphanumeric = (code: number): boolean => isDigit(code) || isAsciiLetter(code);

function findExponents(text: string): Span[] {
	const spans: Span[] = [];
	for (const match of text.matchAll(EXPONENT)) {
		const { index } = match;
		const [number, first, rest, power] = match as string[] as [string, string, string, string];
		if (rest.length > Number(power)) continue;
		const digits = first + rest.padEnd(Number(power), '0');
		spans.push({ start: index, end: index + number.length, replacement: maskPan(digits) });
	}
	return spans;
}
