/** Finds a card in a list of an answer, also when Mastercard masks the card numbers it echoes. */

/**
 * @param entries Objects with a `customerPAN`.
 * @param pan The card to find.
 * @param asked Every card of the call: a masked number counts only when it fits exactly one of them.
 */
export function findCard(
	entries: readonly Record<string, unknown>[],
	pan: string,
	asked: readonly string[],
): Record<string, unknown> | undefined {
	return entries.find(({ customerPAN }) => {
		if (customerPAN === pan) return true;
		if (typeof customerPAN !== 'string' || !/^[0-9]*[*xX•]+[0-9]*$/.test(customerPAN)) return false;
		const [start = '', end = ''] = customerPAN.split(/[*xX•]+/);
		const fits = asked.filter(
			(candidate) =>
				candidate.length === customerPAN.length &&
				candidate.startsWith(start) &&
				candidate.endsWith(end),
		);
		return fits.length === 1 && fits[0] === pan;
	});
}
