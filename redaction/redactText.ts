/** The redactor every string passes before it leaves a node. */
import { mayHoldCard } from './characters';
import { decodeViews, toSource, type View } from './decodeEscapes';
import { findKnownCards, knownCards, type Pans } from './findKnownCards';
import { createSecretFinder } from './findSecrets';
import { findUnknownCards } from './findUnknownCards';
import { blank, replaceSpans, type Span } from './spans';

/** What is known to be confidential in this run. */
export interface SensitiveData {
	/** Card numbers, each replaced by its mask wherever it stands. */
	pans?: Pans;
	/** Passwords, keys, tokens (at least four characters), in any form that {@link createSecretFinder} knows. */
	secrets?: Iterable<string>;
}

/** Texts that a redactor remembers as clean, and their length: some 50 KB at most. */
const MAX_REMEMBERED = 500;
const MAX_REMEMBERED_LENGTH = 64;

/** Takes a text and returns it with everything confidential redacted. */
export type Redact = (text: string) => string;

/**
 * Prepares a redactor once for a run. Its work on a text grows with the text's length, not with the number of known
 * cards and secrets: they are looked up, not searched one by one.
 *
 * It redacts known cards and secrets, also where the text has them escaped, whatever looks like a card (see
 * {@link findUnknownCards} for what stays: UUIDs, dates, timestamps, fractions), and PEM blocks.
 */
export function createRedactor(known: SensitiveData = {}): Redact {
	const cards = knownCards(known.pans ?? []);
	const findSecrets = createSecretFinder(known.secrets ?? []);
	return rememberClean((text) => {
		const views = decodeViews(text);
		const secrets = findInViews(views, findSecrets);
		if (!views.some((view) => mayHoldCard(view.text))) return replaceSpans(text, secrets);
		const pans = findInViews(views, (view) => findKnownCards(view, cards));
		const spans = secrets.concat(pans, findUnknownCards(blank(text, pans)));
		if (spans.length === 0) return text;
		const redacted = replaceSpans(text, spans);
		// Digits that a card or a secret touched are no part of a word or a longer number any more.
		return replaceSpans(redacted, findUnknownCards(redacted));
	});
}

/** As {@link createRedactor}, for secrets and PEM blocks alone: what looks like a card stays. */
export function createSecretRedactor(secrets: Iterable<string>): Redact {
	const findSecrets = createSecretFinder(secrets);
	return rememberClean((text) => replaceSpans(text, findInViews(decodeViews(text), findSecrets)));
}

/** Names of fields and codes come again with every response. Only what is free of secrets and short is kept. */
function rememberClean(redact: Redact): Redact {
	const clean = new Set<string>();
	return (text) => {
		if (clean.has(text)) return text;
		const redacted = redact(text);
		if (redacted === text && text.length <= MAX_REMEMBERED_LENGTH && clean.size < MAX_REMEMBERED)
			clean.add(text);
		return redacted;
	};
}

function findInViews(views: readonly View[], search: (text: string) => Span[]): Span[] {
	return views.flatMap((view) => search(view.text).map((span) => toSource(view, span)));
}

const redactUnknown: Redact = createRedactor();

/** Redacts one text. For many texts with the same known values prepare a {@link createRedactor} once. */
export function redactText(text: string, known?: SensitiveData): string {
	return known === undefined ? redactUnknown(text) : createRedactor(known)(text);
}
