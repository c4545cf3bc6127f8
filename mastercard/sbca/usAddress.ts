/** The parts of a US address that Mastercard accepts in one form only. */

/** The two-letter codes of the Postal Service: 50 states, the federal district, territories, armed forces. */
const US_STATES = new Set(
	(
		'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND ' +
		'OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR VI AA AE AP'
	).split(' '),
);

/**
 * @param state Two letters, upper or lower case.
 * @returns Capital letters, or null when there is no such state. Mastercard documents a two-letter abbreviation, and
 * its reference application lists the 50 states; the other codes are passed on for Mastercard to decide.
 */
export function usState(state: string): string | null {
	const code = state.toUpperCase();
	return US_STATES.has(code) ? code : null;
}

/**
 * @param code A ZIP code as text or as a number. Either may have lost its leading zeros in a spreadsheet: the lowest
 * one, 00501, has two of them.
 * @returns `#####` or `#####-####` (Mastercard's reference application), or null for anything else.
 */
export function usPostalCode(code: string | number): string | null {
	const [, zip, plus4] = /^(\d{3,5})(?:[- ]?(\d{4}))?$/.exec(String(code)) ?? [];
	if (zip === undefined) return null;
	return [zip.padStart(5, '0'), ...(plus4 === undefined ? [] : [plus4])].join('-');
}
