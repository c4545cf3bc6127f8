/** How a card number may be shown: the first six digits, the last four, nothing between. */

/** Fewest digits of a card number. The standard for issuer numbers, ISO/IEC 7812, allows at most 19. */
export const MIN_PAN_DIGITS = 13;
export const MAX_PAN_DIGITS = 19;

/** What people type between the digits of a card number: spaces (also non-breaking) and dashes. */
export const PAN_SEPARATOR = '[ \\u00a0\\u202f\\u2010-\\u2015-]';

const separators = new RegExp(PAN_SEPARATOR, 'g');

/** The characters of a card number without the spaces and dashes between its digits. */
export function withoutSeparators(pan: string): string {
	return pan.replace(separators, '');
}

/**
 * The card number with one `*` for each hidden digit; separators are dropped. PCI DSS 3.4.1 lets a
 * display show at most the issuer number and the last four digits; 6/4 is allowed for every length
 * and brand. One form everywhere, because two truncations of one card could be put together.
 * Anything that is too short, or not digits, hides all its characters.
 */
export function maskPan(pan: string): string {
	const digits = withoutSeparators(pan);
	if (digits.length < MIN_PAN_DIGITS || /\D/.test(digits)) return '*'.repeat(digits.length);
	return digits.slice(0, 6) + '*'.repeat(digits.length - 10) + digits.slice(-4);
}
