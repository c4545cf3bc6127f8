/** The forms in which an API, a log or a proxy may echo a secret. */
import { decodeViews } from './decodeEscapes';

/** Percent-encoding of all but the given characters; unlike encodeURIComponent it takes any string. */
function percentEncode(text: string, kept: RegExp): string {
	return Array.from(Buffer.from(text, 'utf8'), (byte) => {
		const char = String.fromCharCode(byte);
		return kept.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}).join('');
}

const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const HTML: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const ENCODERS: ReadonlyArray<(text: string) => string> = [
	// RFC 3986, which OAuth 1.0a uses; JavaScript's encodeURIComponent; HTML forms.
	(text) => percentEncode(text, /[A-Za-z0-9._~-]/),
	(text) => percentEncode(text, /[A-Za-z0-9._~!'()*-]/),
	(text) => percentEncode(text, /[A-Za-z0-9._* -]/).replaceAll(' ', '+'),
	escapeJson,
	(text) =>
		escapeJson(text).replace(
			/[^\0-\x7f]/g,
			(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
		),
	(text) => text.replace(/[&<>"']/g, (char) => HTML[char] ?? char),
	(text) => text.replace(/[&<>"']/g, (char) => `&#${String(char.charCodeAt(0))};`),
];

const encode = (texts: Iterable<string>): Set<string> =>
	new Set(Array.from(texts, (text) => [text, ...ENCODERS.map((encoder) => encoder(text))]).flat());

/** The secret as it is and escaped once, each by the usual encoders for URLs, JSON and HTML. */
export const escapedOnce = (secret: string): Set<string> => encode([secret]);

/**
 * The same, and escaped twice: Mastercard's signature errors echo the OAuth base string, in which parameters are
 * percent-encoded twice. Other mixtures are found because texts are searched with their escapes decoded too.
 */
export const escapedTwice = (secret: string): Set<string> => encode(encode(decodedForms(secret)));

/** The secret as it is and, if it has something like escapes itself, as a text that has it reads once decoded. */
export const decodedForms = (secret: string): string[] =>
	decodeViews(secret).map(({ text }) => text);

/** The same text with its percent-encoding in small letters. */
export const lowerCaseEscapes = (text: string): string =>
	text.replace(/%(?:25)*[0-9A-F]{2}/g, (escape) => escape.toLowerCase());

/**
 * A text in Base64, alone or anywhere within a longer text that was encoded as a whole, as in an Authorization
 * header: whatever precedes it, its bits lie in one of three ways. Characters that depend on the neighbours are left
 * out.
 */
export function base64Forms(text: string): string[] {
	return [0, 1, 2].map((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text, 'utf8')]);
		const [first, end] = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)];
		return bytes.toString('base64').slice(first, end);
	});
}
