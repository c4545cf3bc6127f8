/** Finds secrets in a text: the ones we know, in the forms an API echoes, and any PEM block. */
import { REDACTED, type Span } from './spans';

/** Shorter ones are not looked for: the holes they leave everywhere would give them away. */
const MIN_SECRET_LENGTH = 4;

/** A block without its end line (cut by a log) is hidden to the end of the text. */
const PEM_BLOCK = /-----BEGIN [A-Z0-9 ]+-----[^]*?(?:-----END [A-Z0-9 ]+-----|$)/g;

/** RFC 3986 percent-encoding, as OAuth 1.0a uses it; unlike encodeURIComponent it takes any string. */
function percentEncode(text: string): string {
	return Array.from(Buffer.from(text, 'utf8'), (byte) => {
		const char = String.fromCharCode(byte);
		return /[A-Za-z0-9._~-]/.test(char)
			? char
			: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}).join('');
}

/**
 * Each secret as it is, percent-encoded, and encoded twice: Mastercard's signature errors echo the
 * OAuth base string, in which parameters are encoded twice. Both cases of hexadecimal digits.
 */
export function secretEncodings(secrets: Iterable<string>): string[] {
	const forms = new Set<string>();
	for (const given of secrets) {
		// Credential fields are pasted, often with blanks or a line break around; what goes out has none.
		const secret = given.trim();
		if (secret.length < MIN_SECRET_LENGTH) continue;
		const once = percentEncode(secret);
		const twice = percentEncode(once);
		for (const form of [secret, once, twice]) forms.add(form);
		for (const form of [once, twice]) {
			forms.add(form.replace(/%(?:25)*[0-9A-F]{2}/g, (escape) => escape.toLowerCase()));
		}
	}
	return [...forms];
}

/** Marks for every place where one of the forms, or a PEM block, stands in the text. */
export function findSecrets(text: string, forms: readonly string[]): Span[] {
	const spans: Span[] = [];
	for (const form of forms) {
		for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
			spans.push({ start: at, end: at + form.length, replacement: REDACTED });
		}
	}
	for (const { index, 0: block } of text.matchAll(PEM_BLOCK)) {
		spans.push({ start: index, end: index + block.length, replacement: REDACTED });
	}
	return spans;
}
