import { memoize } from '../../../mastercard/keys/memoize';

test('the same parts are parsed once', () => {
	const parse = jest.fn(() => ({}));
	const first = memoize(['once', 'a', undefined], parse);
	expect(memoize(['once', 'a', undefined], parse)).toBe(first);
	expect(parse).toHaveBeenCalledTimes(1);
});

test('parts that join to the same text are different parts', () => {
	expect(memoize(['ab', 'c'], () => 1)).toBe(1);
	expect(memoize(['a', 'bc'], () => 2)).toBe(2);
	expect(memoize(['a', undefined, 'bc'], () => 3)).toBe(3);
});

test('a refusal is not remembered', () => {
	const parse = jest.fn((): number => {
		throw new Error('no');
	});
	expect(() => memoize(['rejected'], parse)).toThrow('no');
	expect(memoize(['rejected'], () => 1)).toBe(1);
});

test('what was unused for longest goes first, so that memory stays bounded', () => {
	const parse = jest.fn(() => 1);
	memoize(['kept'], parse);
	memoize(['dropped'], parse);
	for (let index = 0; index < 31; index++) {
		memoize(['kept'], parse);
		memoize(['filler', String(index)], () => 0);
	}
	memoize(['kept'], parse);
	expect(parse).toHaveBeenCalledTimes(2);
	memoize(['dropped'], parse);
	expect(parse).toHaveBeenCalledTimes(3);
});
