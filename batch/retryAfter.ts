/** Reads the `Retry-After` header (RFC 9110, 10.2.3). */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)';

/** The three forms of an HTTP date (RFC 9110, 5.6.7). */
const HTTP_DATES = [
	// Sun, 06 Nov 1994 08:49:37 GMT
	`[a-z]{3}, (?<day>\\d\\d) (?<month>[a-z]{3}) (?<year>\\d{4}) ${TIME} GMT`,
	// Sunday, 06-Nov-94 08:49:37 GMT
	`[a-z]{6,9}, (?<day>\\d\\d)-(?<month>[a-z]{3})-(?<year>\\d\\d) ${TIME} GMT`,
	// Sun Nov  6 08:49:37 1994
	`[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'i'));

/**
 * How many milliseconds the server asks to wait, counted from `now` (milliseconds since 1970).
 * A date that has passed means 0. Undefined when the header is missing or is neither whole seconds nor
 * an HTTP date (a negative number, for one): then the caller's own waiting applies. Absurdly long waits
 * are returned as they are; to refuse them is the caller's decision.
 */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
	const text = value?.trim() ?? '';
	if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
	const date = readHttpDate(text, now);
	return date === undefined ? undefined : Math.max(0, date - now);
}

/** An HTTP date as milliseconds since 1970. */
function readHttpDate(text: string, now: number): number | undefined {
	for (const form of HTTP_DATES) {
		const parts = form.exec(text)?.groups;
		if (parts === undefined) continue;
		const month = MONTHS.indexOf((parts.month ?? '').toLowerCase());
		const day = Number(parts.day);
		const year = fullYear(parts.year ?? '', now);
		const time = [Number(parts.hour), Number(parts.minute), Number(parts.second)] as const;
		// Month -1 and days such as 31 February roll over to another day: not a date.
		if (month < 0 || new Date(Date.UTC(year, month, day)).getUTCDate() !== day) return undefined;
		return Date.UTC(year, month, day, ...time);
	}
	return undefined;
}

/** RFC 9110: a two-digit year that seems more than 50 years ahead is in the past century. */
function fullYear(digits: string, now: number): number {
	if (digits.length === 4) return Number(digits);
	const thisYear = new Date(now).getUTCFullYear();
	const year = thisYear - (thisYear % 100) + Number(digits);
	return year > thisYear + 50 ? year - 100 : year;
}
