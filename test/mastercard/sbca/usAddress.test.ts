import fc from 'fast-check';
import { usPostalCode, usState } from '../../../mastercard/sbca/usAddress';

/** From the lowest ZIP code that there is. */
const zip = fc.integer({ min: 501, max: 99_999 }).map((code) => String(code).padStart(5, '0'));
const plus4 = fc.stringMatching(/^\d{4}$/);

test('accepts ZIP and ZIP+4 codes, with or without the dash', () => {
	fc.assert(
		fc.property(zip, plus4, fc.constantFrom('-', ' ', ''), (code, more, dash) => {
			expect(usPostalCode(code)).toBe(code);
			expect(usPostalCode(code + dash + more)).toBe(`${code}-${more}`);
		}),
	);
});

test('restores leading zeros, alike in numbers and in text', () => {
	fc.assert(
		fc.property(zip, plus4, (code, more) => {
			const withMore = `${Number(code)}${more}`;
			expect(usPostalCode(Number(code))).toBe(code);
			expect(usPostalCode(String(Number(code)))).toBe(code);
			expect(usPostalCode(Number(withMore))).toBe(`${code}-${more}`);
			expect(usPostalCode(withMore)).toBe(`${code}-${more}`);
			expect(usPostalCode(`${Number(code)}-${more}`)).toBe(`${code}-${more}`);
		}),
	);
});

test.each([
	...['105776', '57', 'NA', '', '10577-', '10577-01', 'A0577', '1057 ', '1234567890'],
	...[105_776, 57, -10577, 105.77, NaN, 1e9],
])('rejects the ZIP code %j', (code) => {
	expect(usPostalCode(code)).toBeNull();
});

test('accepts the 50 states, the federal district and the territories', () => {
	for (const state of ['NY', 'ny', 'Ca', 'DC', 'PR', 'GU', 'AE'])
		expect(usState(state)).toBe(state.toUpperCase());
});

test.each(['NA', 'XX', 'New York', 'N', 'NYC', '', 'N Y'])('rejects the state %j', (state) => {
	expect(usState(state)).toBeNull();
});
