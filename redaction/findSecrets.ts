/** Finds secrets in a text: the ones we know, in the forms in which they are echoed, and any PEM block. */
import { coverAdjoiningDigits } from './adjoiningDigits';
import { foldText } from './foldText';
import { createPatternIndex, MIN_PATTERN_LENGTH } from './patternIndex';
import {
	base64Forms,
	decodedForms,
	escapedOnce,
	escapedTwice,
	lowerCaseEscapes,
} from './secretForms';
import { REDACTED, type Span } from './spans';

/** Shorter ones are not looked for: the holes they leave everywhere would give them away. */
const MIN_SECRET_LENGTH = 4;

/**
 * Longer ones are key files. A part of one is enough, so it does no harm that in a decoded text its first or last
 * characters may be taken for an escape, and it needs no pattern for each way to escape it.
 */
const MAX_PASSWORD_LENGTH = 256;

/** Half a consumer key has 48 characters. Parts of a password that happens to have a "!" may be words. */
const MIN_HALF_LENGTH = 16;

const PEM_START = '-----BEGIN';

/** A block without its end line (cut by a log) is hidden to the end of the text. Forms turn spaces into "+". */
const PEM_BLOCK = /-----BEGIN[ +][A-Z0-9 +]+-----[^]*?(?:-----END[ +][A-Z0-9 +]+-----|$)/g;

/** Marks in a text. Escapes of the text are decoded by the caller: see decodeViews. */
export type FindSecrets = (text: string) => Span[];

/**
 * Prepares a search for secrets.
 *
 * - From eight characters (the least that NIST SP 800-63B allows for a password, and ten in Base64), a secret is
 *   found in any case, escaped, and in Base64, also in part: see {@link createPatternIndex}.
 * - From four characters it is found in its own case, and escaped. In other cases and in Base64, words as short as
 *   "test" would leave holes in ordinary texts.
 * - Each half of a consumer key is a secret.
 */
export function createSecretFinder(secrets: Iterable<string>): FindSecrets {
	const exact: string[] = [];
	const indexed: string[] = [];
	for (const secret of withHalves(secrets)) {
		const { length } = foldText(secret).units;
		if (length > MAX_PASSWORD_LENGTH) {
			indexed.push(...decodedForms(secret), ...base64Forms(secret));
		} else if (length >= MIN_PATTERN_LENGTH) {
			indexed.push(...escapedTwice(secret), ...[...escapedOnce(secret)].flatMap(base64Forms));
		} else {
			const forms = [...escapedTwice(secret)].filter((form) => form.length >= MIN_SECRET_LENGTH);
			exact.push(...new Set([...forms, ...forms.map(lowerCaseEscapes)]));
		}
	}
	const findIndexed = createPatternIndex(indexed);
	return (text) => {
		if (text.length < MIN_SECRET_LENGTH) return [];
		const ranges = findIndexed(text);
		for (const form of exact) {
			for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
				ranges.push({ start: at, end: at + form.length });
		}
		const spans = ranges.map((range) => ({
			...coverAdjoiningDigits(text, range),
			replacement: REDACTED,
		}));
		if (!text.includes(PEM_START)) return spans;
		for (const { index, 0: block } of text.matchAll(PEM_BLOCK))
			spans.push({ start: index, end: index + block.length, replacement: REDACTED });
		return spans;
	};
}

/** Credential fields are pasted, often with blanks or a line break around; what goes out has none. */
function withHalves(secrets: Iterable<string>): Set<string> {
	const all = new Set<string>();
	for (const given of secrets) {
		const secret = given.trim();
		all.add(secret);
		for (const half of secret.split('!')) if (half.length >= MIN_HALF_LENGTH) all.add(half);
	}
	return all;
}
