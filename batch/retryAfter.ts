/** Parses the `Retry-After` header (RFC 9110, 10.2.3). */

/**
 * A weekday, then the characters of the three HTTP date formats (RFC 9110, 5.6.7). `Date.parse` alone would also accept
 * ISO dates, bare numbers and free text.
 */
const HTTP_DATE = /^[a-z]{3,9},? [ \da-z:-]+$/i;

/**
 * Milliseconds that the server requires to wait, counted from `now` (milliseconds since 1970). A past date means 0.
 * Undefined when the header is missing or is neither whole seconds nor an HTTP date (a negative number, for one):
 * then the caller's own backoff applies. Excessive waits are returned unchanged; rejecting them is up to the caller.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
	const text = value?.trim() ?? '';
	if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
	if (!HTTP_DATE.test(text)) return undefined;
	// The oldest format has no time zone; all three mean GMT.
	const date = Date.parse(/ GMT$/i.test(text) ? text : `${text} GMT`);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
