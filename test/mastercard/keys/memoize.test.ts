import { remember } from '../../../mastercard/keys/memoize';

test('the same parts are parsed once', () => {
	const parse = jest.fn(() => ({}));
	const first = remember(['once', 'a', undefined], parse);
	expect(remember(['once', 'a', undefined], parse)).toBe(first);
	expect(parse).toHaveBeenCalledTimes(1);
});

test('parts that join to the same text are different parts', () => {
	expect(remember(['ab', 'c'], () => 1)).toBe(1);
	expect(remember(['a', 'bc'], () => 2)).toBe(2);
	expect(remember(['a', undefined, 'bc'], () => 3)).toBe(3);
});

test('a refusal is not remembered', () => {
	const parse = jest.fn((): number => {
		throw new Error('no');
	});
	expect(() => remember(['refused'], parse)).toThrow('no');
	expect(remember(['refused'], () => 1)).toBe(1);
});

test('what was unused for longest goes first, so that memory stays bounded', () => {
	const parse = jest.fn(() => 1);
	remember(['kept'], parse);
	remember(['dropped'], parse);
	for (let index = 0; index < 31; index++) {
		remember(['kept'], parse);
		remember(['filler', String(index)], () => 0);
	}
	remember(['kept'], parse);
	expect(parse).toHaveBeenCalledTimes(2);
	remember(['dropped'], parse);
	expect(parse).toHaveBeenCalledTimes(3);
});
