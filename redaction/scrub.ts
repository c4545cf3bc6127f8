/** The scrubber every string passes before it leaves a node. */
import { findCards } from './findCards';
import { knownCards } from './findKnownCards';
import { findSecrets, secretEncodings } from './findSecrets';
import { redact } from './spans';

/** What is known to be confidential in this run. */
export interface SensitiveData {
	/** Card numbers, each replaced by its mask wherever it stands. */
	pans?: Iterable<string>;
	/** Passwords, keys, tokens (at least four characters), also percent-encoded once or twice. */
	secrets?: Iterable<string>;
}

/** Takes a text and returns it with everything confidential covered. */
export type Scrub = (text: string) => string;

/**
 * Prepares a scrubber once for a run. Its work on a text grows with the text's length and the (few)
 * secrets, not with the number of known cards: they are looked up, not searched one by one.
 *
 * It covers known cards and secrets, whatever looks like a card (see {@link findCards} for what stays:
 * UUIDs, dates, timestamps, fractions), and PEM blocks.
 */
export function createScrubber(known: SensitiveData = {}): Scrub {
	const cards = knownCards(known.pans ?? []);
	const secrets = secretEncodings(known.secrets ?? []);
	return (text) => redact(text, [...findSecrets(text, secrets), ...findCards(text, cards)]);
}

const scrubUnknown: Scrub = createScrubber();

/** Scrubs one text. For many texts with the same known values prepare a {@link makeScrubber} once. */
export function scrubText(text: string, known?: SensitiveData): string {
	return known === undefined ? scrubUnknown(text) : createScrubber(known)(text);
}
