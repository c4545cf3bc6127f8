/** What comes from outside, as it may be shown: without card numbers, control characters and excess length. */
import { redactText } from '../redaction/redactText';

/** Enough for a name; a title has more room. */
const MAX_CHARACTERS = 60;

/** Characters read before anything is done with them, so that a huge text costs no more than a long one. */
const MAX_READ = 500;

/** Controls, direction overrides and other invisible characters, lone surrogates, line separators, noncharacters. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/**
 * @param value A text or number from an item.
 * @returns One line of text. Card numbers are masked; what cannot be shown becomes a space; a longer text ends in an ellipsis.
 */
export function displayText(value: unknown, maxCharacters = MAX_CHARACTERS): string {
	const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
	const shown = redactText(text.slice(0, MAX_READ))
		.replace(UNSHOWN, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const characters = [...shown];
	if (characters.length <= maxCharacters && text.length <= MAX_READ) return shown;
	return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}
