import { toLocationItems, toNoMatchItem } from '../../nodes/SbcaMatchLocation/toItems';

const locations = [{ locationId: 'a' }, { locationId: 'b' }];

test('each location, or the best one, tells how many there are', () => {
	expect(toLocationItems({ locations, reason: null }, false)).toEqual([
		{ matched: true, locationId: 'a', matchCount: 2 },
		{ matched: true, locationId: 'b', matchCount: 2 },
	]);
	expect(toLocationItems({ locations, reason: null }, true)).toEqual([
		{ matched: true, locationId: 'a', matchCount: 2 },
	]);
});

test('a merchant that is not found has a reason only when Mastercard gives one', () => {
	const item = { matched: false, reasonCode: 'X', matchCount: 0 };
	expect(toNoMatchItem('X', { locations: [], reason: null })).toStrictEqual(item);
	expect(toNoMatchItem('X', { locations: [], reason: 'Why' })).toEqual({ ...item, reason: 'Why' });
});
