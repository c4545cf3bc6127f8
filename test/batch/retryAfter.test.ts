import fc from 'fast-check';

import { parseRetryAfter } from '../../batch/retryAfter';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 7);

describe('parseRetryAfter', () => {
	it.each([
		['3', 3000],
		[' 120 ', 120_000],
		['0', 0],
		['86400', 86_400_000],
		['99999999999999999999999999', Number.MAX_SAFE_INTEGER],
		['9'.repeat(400), Number.MAX_SAFE_INTEGER],
	])('parses %s seconds as %d ms', (value, ms) => {
		expect(parseRetryAfter(value, NOW)).toBe(ms);
	});

	it.each([
		['Sun, 06 Nov 1994 08:49:37 GMT'],
		['Sunday, 06-Nov-94 08:49:37 GMT'],
		['Sun Nov  6 08:49:37 1994'],
		['sun, 06 nov 1994 08:49:37 gmt'],
	])('parses %s, a date format of RFC 9110, as 30 s from now', (value) => {
		expect(parseRetryAfter(value, NOW)).toBe(30_000);
	});

	it('returns 0 for a past date', () => {
		expect(parseRetryAfter('Sun, 06 Nov 1994 08:49:06 GMT', NOW)).toBe(0);
	});

	it('takes a two-digit year up to 49 for this century, and a later one for the past', () => {
		const now = Date.UTC(2026, 10, 21);
		const wait = parseRetryAfter('Saturday, 21-Nov-26 00:00:30 GMT', now);
		expect(wait).toBe(30_000);
		expect(parseRetryAfter('Sunday, 06-Nov-94 08:49:37 GMT', now)).toBe(0);
	});

	it.each([
		undefined,
		'',
		'-5',
		'1.5',
		'1e3',
		'0x10',
		'soon',
		'3 seconds',
		'2026-11-21T00:00:00Z',
		'Sun, 06 Foo 2027 08:49:37 GMT',
		'Sun, 06 Nov 2027 24:49:37 GMT',
		'Sun, 06 Nov 2027 08:49:37 CET',
		'Sun, 00 Nov 2027 08:49:37 GMT',
	])('returns undefined for %j', (value) => {
		expect(parseRetryAfter(value, NOW)).toBeUndefined();
	});

	it('parses any date as JavaScript formats it', () => {
		const date = fc.date({
			min: new Date(NOW + 1000),
			max: new Date('9999-12-31T23:59:59Z'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(date, (then) => {
				const whole = Math.floor(then.getTime() / 1000) * 1000;
				expect(parseRetryAfter(then.toUTCString(), NOW)).toBe(whole - NOW);
			}),
		);
	});

	it('never returns a negative number or NaN, whatever the header', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+. :,GMTSunNov') }), (value) => {
				const wait = parseRetryAfter(value, NOW) ?? 0;
				expect(wait).toBeGreaterThanOrEqual(0);
				expect(wait).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
			}),
		);
	});
});
