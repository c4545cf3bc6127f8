/** Finds a card in a list of an answer, also when Mastercard groups or masks the card numbers it echoes. */
import { withoutSeparators } from '../../redaction/maskPan';
import { toText } from '../json';

/**
 * @param entries Objects with a `customerPAN`.
 * @param pan The card to find.
 * @param requested Every card of the call, once: a masked number counts only when it fits exactly one of them.
 * @returns Its entries, in order: usually one, none when the answer does not mention the card.
 */
export function entriesForPan(
	entries: readonly Record<string, unknown>[],
	pan: string,
	requested: readonly string[],
): Record<string, unknown>[] {
	return entries.filter(({ customerPAN }) => {
		const echo = withoutSeparators(toText(customerPAN) ?? '');
		// A number that is not masked fits only itself.
		const [start = '', end = '', ...more] = echo.split(/[*xX•]+/);
		if (more.length > 0) return false;
		const fits = requested.filter(
			(candidate) =>
				candidate.length === echo.length && candidate.startsWith(start) && candidate.endsWith(end),
		);
		return fits.length === 1 && fits[0] === pan;
	});
}
