/** Finds secrets in a text: the ones we know, in the forms in which they are echoed, and any PEM block. */
import { foldText } from './foldText';
import { createPatternIndex, MIN_PATTERN_LENGTH, MIN_RUN_LENGTH } from './patternIndex';
import { base64Forms, decodedForms, escapedForms } from './secretForms';
import { REDACTED, type Span } from './spans';

/** Shorter ones are not looked for: the holes they leave everywhere would give them away. */
const MIN_SECRET_LENGTH = 4;

/**
 * Keys and tokens, of which a part is enough. One escape that the text before has cut off from its beginning does no
 * harm then, so the decoded text is searched only, not also for each escaped form.
 */
const LONG_SECRET_LENGTH = 2 * MIN_RUN_LENGTH;

/** Half a consumer key has 48 characters. Parts of a password that happens to have a "!" may be words. */
const MIN_HALF_LENGTH = 16;

/** A block without its end line (cut by a log) is hidden to the end of the text. Forms turn spaces into "+". */
const PEM_BLOCK = /-----BEGIN[ +][A-Z0-9 +]+-----[^]*?(?:-----END[ +][A-Z0-9 +]+-----|$)/g;

/** Marks in a text. Escapes of the text are decoded by the caller: see decodedViews. */
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
		if (length >= LONG_SECRET_LENGTH) {
			indexed.push(...decodedForms(secret), ...base64Forms(secret));
			continue;
		}
		const forms = escapedForms(secret);
		if (length >= MIN_PATTERN_LENGTH) indexed.push(...forms, ...forms.flatMap(base64Forms));
		else exact.push(...forms.filter((form) => form.length >= MIN_SECRET_LENGTH));
	}
	const findIndexed = createPatternIndex(indexed);

	return (text) => {
		const spans = findIndexed(text).map((range) => ({ ...range, replacement: REDACTED }));
		for (const form of exact) {
			for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
				spans.push({ start: at, end: at + form.length, replacement: REDACTED });
		}
		if (!text.includes('-----BEGIN')) return spans;
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
