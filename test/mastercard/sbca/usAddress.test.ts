import fc from 'fast-check';
import { usPostalCode, usState } from '../../../mastercard/sbca/usAddress';

const zip = fc.stringMatching(/^\d{5}$/);
const plus4 = fc.stringMatching(/^\d{4}$/);

test('accepts ZIP and ZIP+4 codes, with or without the dash', () => {
	fc.assert(
		fc.property(zip, plus4, fc.constantFrom('-', ' ', ''), (code, more, dash) => {
			expect(usPostalCode(code)).toBe(code);
			expect(usPostalCode(code + dash + more)).toBe(`${code}-${more}`);
		}),
	);
});

test('restores the leading zeros of a number', () => {
	fc.assert(
		fc.property(zip, (code) => {
			expect(usPostalCode(Number(code))).toBe(code);
		}),
	);
	expect(usPostalCode(21340001)).toBe('02134-0001');
});

test.each(['105776', '1057', 'NA', '', '10577-', '10577-01', 'A0577', -10577, 105.77, NaN, 1e9])(
	'rejects the ZIP code %j',
	(code) => {
		expect(usPostalCode(code)).toBeNull();
	},
);

test('accepts the 50 states, the federal district and the territories', () => {
	for (const state of ['NY', 'ny', 'Ca', 'DC', 'PR', 'GU', 'AE'])
		expect(usState(state)).toBe(state.toUpperCase());
});

test.each(['NA', 'XX', 'New York', 'N', 'NYC', '', 'N Y'])('rejects the state %j', (state) => {
	expect(usState(state)).toBeNull();
});

test('the largest number of five digits is a ZIP code, the next one a ZIP+4', () => {
	expect([usPostalCode(99_999), usPostalCode(100_000)]).toEqual(['99999', '00010-0000']);
});
