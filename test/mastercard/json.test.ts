import { isDeeperThan } from '../../mastercard/json';

describe('the levels of lists and objects', () => {
	test.each<[unknown, number]>([
		['text', 0],
		[null, 0],
		[undefined, 0],
		[5, 0],
		[[], 1],
		[{}, 1],
		[{ a: 1, b: [] }, 2],
		[[{}, 'text', { a: [1] }], 3],
		[{ a: [[[]]], b: {} }, 4],
	])('of %j are %d', (value, levels) => {
		expect(isDeeperThan(levels, value)).toBe(false);
		if (levels > 0) expect(isDeeperThan(levels - 1, value)).toBe(true);
	});

	test('are looked at no further than the limit', () => {
		const itself: unknown[] = [];
		itself.push(itself);
		expect(isDeeperThan(100, itself)).toBe(true);
	});
});
