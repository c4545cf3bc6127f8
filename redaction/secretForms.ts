/** The forms in which an API, a log or a proxy may echo a secret. */
import { decodedViews } from './decodeEscapes';

/** RFC 3986 percent-encoding, as OAuth 1.0a uses it; unlike encodeURIComponent it takes any string. */
function percentEncode(text: string): string {
	return Array.from(Buffer.from(text, 'utf8'), (byte) => {
		const char = String.fromCharCode(byte);
		return /[A-Za-z0-9._~-]/.test(char)
			? char
			: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
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
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => HTML[char] ?? char);

const lowerCaseEscapes = (text: string): string =>
	text.replace(/%(?:25)*[0-9A-F]{2}/g, (escape) => escape.toLowerCase());

/**
 * The secret as it is, percent-encoded once and twice (Mastercard's signature errors echo the OAuth base string, in
 * which parameters are encoded twice) with both cases of hexadecimal digits, and escaped for JSON and HTML. Other
 * mixtures are found because texts are searched with their escapes decoded too, as are secrets that have escapes.
 */
export function escapedForms(secret: string): string[] {
	const once = percentEncode(secret);
	const twice = percentEncode(once);
	const encoded = [once, twice];
	const escaped = [escapeJson(secret), escapeHtml(secret)];
	const forms = [...decodedForms(secret), ...encoded, ...encoded.map(lowerCaseEscapes), ...escaped];
	return [...new Set(forms)];
}

/** The secret as it is and, if it has something like escapes itself, as a text that has it reads once decoded. */
export function decodedForms(secret: string): string[] {
	return decodedViews(secret).map(({ text }) => text);
}

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
