import fc from 'fast-check';
import { differences } from '../../demo/differences';

test('a value has no differences from itself', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect(differences(value, structuredClone(value))).toEqual([]);
		}),
	);
});

test('each changed, missing or added field is named by its path', () => {
	const expected = { a: 1, b: { c: [1, 2] }, gone: true };
	const actual = { a: 2, b: { c: [1, 3, 4] }, extra: 'x' };
	expect(differences(expected, actual)).toEqual([
		'a: expected 1, got 2',
		'b.c.1: expected 2, got 3',
		'b.c.2: expected undefined, got 4',
		'gone: expected true, got undefined',
		'extra: expected undefined, got "x"',
	]);
});

test('a list in place of an object is a difference', () => {
	expect(differences({ a: {} }, { a: null })).toEqual(['a: expected {}, got null']);
	expect(differences({}, [])).not.toEqual([]);
});
