import fc from 'fast-check';
import { toPercent } from '../../../mastercard/sbca/toPercent';

/** Up to 6 decimals, as Mastercard documents them. */
const millionths = fc.integer({ min: -5_000_000, max: 5_000_000 });
const decimal = (value: number): string => {
	const digits = String(Math.abs(value)).padStart(7, '0');
	return `${value < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
};
const shifted = (value: number): string => {
	const digits = String(Math.abs(value)).padStart(5, '0');
	return `${value < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

test('is exact to the last decimal that Mastercard sends', () => {
	fc.assert(
		fc.property(millionths, (value) => {
			const { a_perc, b_rate } = toPercent({
				a_perc: Number(decimal(value)),
				b_rate: Number(decimal(value)),
			});
			expect(a_perc).toBe(Number(shifted(value)));
			expect(b_rate).toBe(Number(shifted(value)));
		}),
		{ numRuns: 2000 },
	);
});

test.each([
	[0.07, 7],
	[0.82, 82],
	[0.000677, 0.0677],
	[0.29, 29],
	[1e-7, 0.00001],
	[1, 100],
	[0, 0],
	[-0.55, -55],
	[2.5e21, 2.5e23],
	[null, null],
])('converts %j to %j percent', (fraction, percent) => {
	expect(toPercent({ x_perc: fraction })).toEqual({ x_perc: percent });
});

test('does not change amounts, counts, changes and indexes', () => {
	const metrics = { txn_amt: 0.5, txn_cnt: 2, txn_amt_yoy: 0.1, declined_rate_perc_index: 103 };
	expect(toPercent(metrics)).toEqual(metrics);
});
