import fc from 'fast-check';

import { planCalls } from '../../batch/planCalls';

interface Card {
	pan: string;
	country: string;
}

const how = {
	batchKey: (card: Card) => card.country,
	dedupeKey: (card: Card) => card.pan,
	maxRowsPerCall: 20,
};
const input = (cards: readonly Card[]): Array<{ index: number; row: Card }> =>
	cards.map((row, index) => ({ index, row }));
const different = (count: number): Card[] =>
	Array.from({ length: count }, (_, n) => ({ pan: String(n), country: 'USA' }));

describe('planCalls', () => {
	it.each([
		[0, []],
		[1, [1]],
		[19, [19]],
		[20, [20]],
		[21, [20, 1]],
		[40, [20, 20]],
	])('plans %i different cards as calls of sizes %j', (count, sizes) => {
		const { calls, duplicates } = planCalls(input(different(count)), how);
		expect(calls.map((call) => call.entries.length)).toEqual(sizes);
		expect(duplicates).toBe(0);
	});

	it('looks at each of 10,001 cards once and plans 501 calls, the last with one card', () => {
		let looks = 0;
		const dedupeKey = (card: Card): string => {
			looks += 1;
			return card.pan;
		};
		const { calls } = planCalls(input(different(10_001)), { ...how, dedupeKey });
		expect(calls).toHaveLength(501);
		expect(calls.at(-1)?.entries).toEqual([
			{ row: { pan: '10000', country: 'USA' }, indices: [10_000] },
		]);
		expect(looks).toBe(10_001);
	});

	it('requests a repeated card once, even when it repeats after the call is full', () => {
		const cards = [...different(21), { pan: '0', country: 'USA' }, { pan: '20', country: 'USA' }];
		const { calls, duplicates } = planCalls(input(cards), how);
		expect(calls.map((call) => call.entries.length)).toEqual([20, 1]);
		expect(calls[0]?.entries[0]?.indices).toEqual([0, 21]);
		expect(calls[1]?.entries[0]?.indices).toEqual([20, 22]);
		expect(duplicates).toBe(2);
	});

	it('keeps rows with different batch keys apart, and requests a card with two batch keys twice', () => {
		const { calls, duplicates } = planCalls(
			input([
				{ pan: '1', country: 'USA' },
				{ pan: '1', country: 'BRA' },
				{ pan: '2', country: 'USA' },
			]),
			how,
		);
		expect(calls.map((call) => call.entries.map(({ row }) => `${row.country}${row.pan}`))).toEqual([
			['USA1', 'USA2'],
			['BRA1'],
		]);
		expect(duplicates).toBe(0);
	});

	it('keeps the given indices, which need not start at 0', () => {
		const { calls } = planCalls(
			[7, 3, 9].map((index) => ({
				index,
				row: { pan: index === 9 ? '7' : String(index), country: '' },
			})),
			how,
		);
		expect(calls[0]?.entries.map((entry) => entry.indices)).toEqual([[7, 9], [3]]);
	});

	it('serves every row exactly once, by its own entry, in input order, in as few calls as possible', () => {
		const card = fc.record({
			pan: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '__proto__'),
			country: fc.constantFrom('USA', 'BRA', 'constructor'),
		});
		fc.assert(
			fc.property(
				fc.array(card, { maxLength: 60 }),
				fc.integer({ min: 1, max: 20 }),
				(cards, size) => {
					const { calls, duplicates } = planCalls(input(cards), { ...how, maxRowsPerCall: size });
					const entries = calls.flatMap((call) => call.entries);

					const toAttempt = entries.flatMap((entry) => entry.indices);
					expect([...toAttempt].sort((a, b) => a - b)).toEqual(cards.map((_, index) => index));
					for (const { row, indices } of entries) {
						expect(indices.map((index) => cards[index])).toEqual(indices.map(() => row));
						expect(indices).toEqual([...indices].sort((a, b) => a - b));
					}
					expect(duplicates).toBe(cards.length - entries.length);

					const firsts = calls.map((call) => call.entries.map((entry) => entry.indices[0] ?? -1));
					expect(firsts.map((first) => first[0])).toEqual(
						firsts.map((first) => first[0] ?? -1).sort((a, b) => a - b),
					);
					for (const first of firsts) expect(first).toEqual([...first].sort((a, b) => a - b));

					const perGroup = new Map<string, number[]>();
					for (const call of calls) {
						const countries = new Set(call.entries.map((entry) => entry.row.country));
						expect(countries.size).toBe(1);
						const [country = ''] = countries;
						perGroup.set(country, [...(perGroup.get(country) ?? []), call.entries.length]);
					}
					for (const sizes of perGroup.values()) {
						expect(sizes.slice(0, -1)).toEqual(sizes.slice(0, -1).map(() => size));
						expect(sizes.at(-1)).toBeLessThanOrEqual(size);
					}
				},
			),
		);
	});

	it.each([0, -1, 1.5, NaN])('rejects %d rows per call', (size) => {
		expect(() => planCalls(input(different(1)), { ...how, maxRowsPerCall: size })).toThrow(
			/at least 1/,
		);
	});
});
