import { BoundedMap } from '../../mastercard/boundedMap';

const filled = (...keys: string[]) => {
	const map = new BoundedMap<string>(3);
	for (const key of keys) map.set(key, `value of ${key}`);
	return map;
};
const getKept = (map: BoundedMap<string>) =>
	['a', 'b', 'c', 'd'].filter((key) => map.get(key) !== undefined);

test('as many entries are kept as there is room for', () => {
	expect(getKept(filled('a', 'b', 'c'))).toEqual(['a', 'b', 'c']);
	expect(filled('a', 'b', 'c').get('a')).toBe('value of a');
});

test('with one too many, the oldest is forgotten', () => {
	expect(getKept(filled('a', 'b', 'c', 'd'))).toEqual(['b', 'c', 'd']);
});

test('an entry that is read is no longer the oldest', () => {
	const map = filled('a', 'b', 'c');
	map.get('a');
	map.set('d', '');
	expect(getKept(map)).toEqual(['a', 'c', 'd']);
});

test('an entry that is written again takes no more room, and is no longer the oldest', () => {
	expect(getKept(filled('a', 'b', 'a', 'c'))).toEqual(['a', 'b', 'c']);
	expect(getKept(filled('a', 'b', 'a', 'c', 'd'))).toEqual(['a', 'c', 'd']);
});

test('looking for what is not there forgets nothing', () => {
	const map = filled('a', 'b', 'c');
	expect(map.get('d')).toBeUndefined();
	expect(getKept(map)).toEqual(['a', 'b', 'c']);
});
