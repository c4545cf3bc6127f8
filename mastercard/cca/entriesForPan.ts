/** Finds a card in a list of a response, also when Mastercard groups or masks the card numbers it echoes. */
import { withoutSeparators } from '../../redaction/maskPan';
import { toText } from '../json';

const MASK = /[*xX•]+/;

/**
 * @param entries Objects with a `customerPAN`.
 * @param pan The card to find.
 * @param requested Every card of the call, once: a masked number counts only when it matches exactly one of them.
 * @returns Its entries, in order: usually one, none when the response does not mention the card.
 */
export function entriesForPan(
	entries: readonly Record<string, unknown>[],
	pan: string,
	requested: readonly string[],
): Record<string, unknown>[] {
	return entries.filter(({ customerPAN }) => {
		if (customerPAN === pan) return true;
		const echo = withoutSeparators(toText(customerPAN) ?? '');
		const [start = '', end, ...more] = echo.split(MASK);
		if (end === undefined) return echo === pan;
		if (more.length > 0) return false;
		const matches = requested.filter(
			(candidate) =>
				candidate.length === echo.length && candidate.startsWith(start) && candidate.endsWith(end),
		);
		return matches.length === 1 && matches[0] === pan;
	});
}
