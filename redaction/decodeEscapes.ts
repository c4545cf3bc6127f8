/** A text as it stands, and as it reads once its escapes are decoded: where an API hides what it echoes. */
import type { Span } from './spans';

/** One reading of a source text. */
export interface View {
	text: string;
	/** For each character of `text`, and for its end, the place in the source; undefined when they are the same. */
	places?: Int32Array;
}

/** Escapes of different kinds may be nested (HTML in JSON in a URL); those of one kind are decoded at once. */
const MAX_PASSES = 3;

// Bounded repetitions: V8 fails on patterns that repeat some million times.
const PERCENT = '%(?:25){0,9}';
const HEX = '[0-9A-Fa-f]';
const CONTINUATION = `${PERCENT}[89ABab]${HEX}`;
const PERCENT_ENCODED = [
	`${PERCENT}[CcDd]${HEX}${CONTINUATION}`,
	`${PERCENT}[Ee]${HEX}(?:${CONTINUATION}){2}`,
	`${PERCENT}[Ff][0-4](?:${CONTINUATION}){3}`,
	`${PERCENT}${HEX}{2}`,
].join('|');
const HTML = `&(?:amp;){0,9}(?:#\\d{1,7}|#[Xx]${HEX}{1,6}|[A-Za-z][A-Za-z0-9]{1,9});`;
const JSON_ESCAPED = `\\\\{1,64}(?:u${HEX}{4}|x${HEX}{2}|[bfnrtv"'/])?`;

const ESCAPE = new RegExp(`${PERCENT_ENCODED}|${HTML}|${JSON_ESCAPED}`, 'y');

const CONTROL: Readonly<Record<string, string>> = {
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
};

/** Named characters of HTML that keys and passwords can have. Others become a character that nothing matches. */
const ENTITIES: ReadonlyMap<string, string> = new Map(
	Object.entries({
		...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', excl: '!', num: '#' },
		...{ dollar: '$', percnt: '%', lpar: '(', rpar: ')', ast: '*', plus: '+', comma: ',' },
		...{ period: '.', sol: '/', colon: ':', semi: ';', equals: '=', quest: '?', commat: '@' },
		...{ lbrack: '[', lsqb: '[', bsol: '\\', rbrack: ']', rsqb: ']', Hat: '^', lowbar: '_' },
		...{ grave: '`', lbrace: '{', lcub: '{', vert: '|', verbar: '|', rbrace: '}', rcub: '}' },
	}),
);
const UNKNOWN = '\ufffd';

/**
 * The text itself and, when it has escapes, the text with one, two and three kinds of them decoded:
 * percent-encoding (however often applied), HTML character references, and JSON's backslashes.
 */
export function decodeViews(text: string): View[] {
	const views: View[] = [{ text }];
	let view: View | undefined = { text };
	while (views.length <= MAX_PASSES && (view = decode(view)) !== undefined) views.push(view);
	return views;
}

/** Where something found in a view stands in the source. */
export function toSource({ places }: View, { start, end, replacement }: Span): Span {
	if (places === undefined) return { start, end, replacement };
	return { start: places[start] ?? start, end: places[end] ?? end, replacement };
}

/** @returns undefined when there is nothing to decode. */
function decode({ text, places }: View): View | undefined {
	if (!/[%&\\]/.test(text)) return undefined;
	const units = new Uint16Array(text.length);
	const unitPlaces = new Int32Array(text.length + 1);
	let length = 0;
	let hasEscape = false;
	const add = (unit: number, at: number): void => {
		units[length] = unit;
		unitPlaces[length++] = places?.[at] ?? at;
	};
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		ESCAPE.lastIndex = at;
		if (!isEscapeStart(unit) || !ESCAPE.test(text)) {
			add(unit, at);
			continue;
		}
		hasEscape = true;
		const end = ESCAPE.lastIndex;
		const decoded = decodeOne(text.slice(at, end));
		for (let index = 0; index < decoded.length; index++) add(decoded.charCodeAt(index), at);
		at = end - 1;
	}
	if (!hasEscape) return undefined;
	unitPlaces[length] = places?.[text.length] ?? text.length;
	const bytes = Buffer.from(units.buffer, 0, 2 * length);
	return { text: bytes.toString('utf16le'), places: unitPlaces };
}

const isEscapeStart = (code: number): boolean => code === 37 || code === 38 || code === 92;

function decodeOne(escape: string): string {
	if (escape.startsWith('%')) return decodePercent(escape);
	if (escape.startsWith('&')) return decodeReference(escape);
	const body = escape.slice(escape.lastIndexOf('\\') + 1);
	if (body === '') return '\\';
	if (body.length > 1) return String.fromCharCode(Number.parseInt(body.slice(1), 16));
	return CONTROL[body] ?? body;
}

function decodePercent(escape: string): string {
	// A single byte beyond ASCII is Latin-1.
	if (escape.lastIndexOf('%') === 0)
		return String.fromCharCode(Number.parseInt(escape.slice(-2), 16));
	return Buffer.from(escape.replace(/%(?:25)*(?=[0-9A-Fa-f]{2})/g, ''), 'hex').toString('utf8');
}

function decodeReference(escape: string): string {
	const before = Math.max(0, escape.lastIndexOf(';', escape.length - 2));
	const name = escape.slice(before + 1, -1);
	if (!name.startsWith('#')) return ENTITIES.get(name) ?? UNKNOWN;
	const isHex = /x/i.test(name);
	const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
	return code <= 0x10ffff ? String.fromCodePoint(code) : UNKNOWN;
}
