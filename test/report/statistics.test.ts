// Each figure against values that other programs computed, or that were worked by hand.
import fc from 'fast-check';
import {
	getNoiseLevel,
	getQuantile,
	getStabilityIndex,
	getVariation,
	sortNumbers,
} from '../../report/statistics';

// numpy.quantile([8, 363, 978, 570, 131, 240, 241, 350, 351, 480], p), NumPy 2.4.6, whose default is type 7.
test.each([
	[0.05, 63.35],
	[0.1, 118.7],
	[0.5, 350.5],
	[0.9, 610.8],
])('the %f-quantile is as NumPy computes it', (p, expected) => {
	const sorted = sortNumbers([8, 363, 978, 570, 131, 240, 241, 350, 351, 480]);
	expect(getQuantile(sorted, p)).toBeCloseTo(expected, 10);
});

test('numbers are sorted by value, not as text', () => {
	expect(sortNumbers([100, 9, -1, 20])).toEqual([-1, 9, 20, 100]);
});

test('there is no quantile without values', () => {
	expect(getQuantile([], 0.5)).toBeNull();
});

// By hand: mean 5, squares of the differences 9 1 1 1 0 0 4 16, sum 32; sqrt(32 / 7) / 5. NumPy: std(ddof=1) / mean.
test('variation is the standard deviation with n - 1 over the mean', () => {
	expect(getVariation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(0.427617987059879, 12);
});

test('variation needs two values and a mean', () => {
	expect(getVariation([])).toBeNull();
	expect(getVariation([5])).toBeNull();
	expect(getVariation([-1, 1])).toBeNull();
});

// The index is the sum of both relative entropies: scipy.stats.entropy(p, q) + entropy(q, p), SciPy 1.17.1.
test.each([
	[
		[5, 8, 10, 12, 15, 15, 12, 10, 8, 5],
		[10, 10, 10, 10, 10, 10, 10, 10, 10, 10],
		0.11336732609633994,
	],
	[[0, 10, 20], [10, 10, 10], 1.1789117672077167],
])('the stability index of %j against %j is as SciPy computes it', (now, then, expected) => {
	expect(getStabilityIndex(now, then)).toBeCloseTo(expected, 12);
});

// By hand: p = (1.5 / 3, 1.5 / 3), q = (2.5 / 4, 1.5 / 4); (0.5 - 0.625) ln 0.8 + (0.5 - 0.375) ln(4 / 3).
test('the stability index smooths counts by half a card', () => {
	expect(getStabilityIndex([1, 1], [2, 1])).toBeCloseTo(
		-0.125 * Math.log(0.8) + 0.125 * Math.log(4 / 3),
		12,
	);
});

test('the stability index is never negative, zero for equal shares, and the same both ways', () => {
	const counts = fc.array(fc.nat(1000), { minLength: 10, maxLength: 10 });
	fc.assert(
		fc.property(counts, counts, (now, then) => {
			const index = getStabilityIndex(now, then);
			if (index === null) return;
			expect(index).toBeGreaterThanOrEqual(0);
			expect(index).toBeCloseTo(getStabilityIndex(then, now) ?? NaN, 9);
			expect(getStabilityIndex(now, now)).toBe(0);
		}),
	);
});

test('there is no stability index without cards', () => {
	expect(getStabilityIndex([0, 0], [1, 1])).toBeNull();
	expect(getStabilityIndex([1, 1], [0, 0])).toBeNull();
});

// scipy.stats.chi2.ppf(0.95, 9) = 16.919; with 49 cards a side 0.6906, with 338 about 0.1.
test('the noise level is the published one for ten bands', () => {
	expect(getNoiseLevel(10, 49, 49)).toBeCloseTo(0.6906, 4);
	expect(getNoiseLevel(10, 338, 338)).toBeCloseTo(0.1001, 4);
	expect(getNoiseLevel(2, 100, 50)).toBeCloseTo(3.841 * 0.03, 10);
});

test('there is no noise level for a single band or without cards', () => {
	expect(getNoiseLevel(1, 10, 10)).toBeNull();
	expect(getNoiseLevel(10, 0, 10)).toBeNull();
});
