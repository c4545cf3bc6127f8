import fc from 'fast-check';
import { parseLocations } from '../../../mastercard/sbca/location';

test('returns any number of locations completely, best first', () => {
	const ranks = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 });
	fc.assert(
		fc.property(ranks, (given) => {
			const list = given.map((matchRank) => ({ matchRank, addedByMastercard: `x${matchRank}` }));
			const result = parseLocations(list);
			const sorted = [...list].sort((a, b) => a.matchRank - b.matchRank);
			expect(result).toEqual({ kind: 'succeeded', value: { locations: sorted, reason: null } });
		}),
	);
});

test('puts locations without a rank last, in their order', () => {
	const list = [{ city: 'A' }, { city: 'B' }, { city: 'C', matchRank: 1 }];
	const result = parseLocations(list);
	expect(result.kind === 'succeeded' && result.value.locations.map(({ city }) => city)).toEqual([
		'C',
		'A',
		'B',
	]);
});

test.each([
	[{ postalCode: 12345, countryCode: 'USA' }, '12345'],
	[{ postalCode: 501, countryCode: 'USA' }, '00501'],
	[{ postalCode: 2134, countryCode: 'US' }, '02134'],
	[{ postalCode: 1010, countryCode: 'AUT' }, '1010'],
	[{ postalCode: '00501', countryCode: 'USA' }, '00501'],
	[{ postalCode: 'SW1A 1AA', countryCode: 'GBR' }, 'SW1A 1AA'],
])('converts the postal code of %j to the text %j', (entry, text) => {
	expect(parseLocations([entry])).toMatchObject({
		value: { locations: [{ ...entry, postalCode: text }] },
	});
});

test('reports an empty list as no match', () => {
	expect(parseLocations([])).toEqual({
		kind: 'noData',
		reasonCode: 'MATCHES_NOT_FOUND',
		value: { locations: [], reason: null },
	});
});

test('what is no location in a list is passed over', () => {
	expect(parseLocations([null, 'x', { locationId: 'a' }])).toMatchObject({
		value: { locations: [{ locationId: 'a' }] },
	});
});
