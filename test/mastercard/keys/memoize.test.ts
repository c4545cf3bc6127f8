import { memoize } from '../../../mastercard/keys/memoize';

test('the same parts are parsed once, also while they are parsed', async () => {
	const parse = jest.fn(() => Promise.resolve({}));
	const first = memoize(['once', 'a', undefined], parse);
	expect(memoize(['once', 'a', undefined], parse)).toBe(first);
	await first;
	expect(memoize(['once', 'a', undefined], parse)).toBe(first);
	expect(parse).toHaveBeenCalledTimes(1);
});

test('parts that join to the same text are different parts', async () => {
	expect(await memoize(['ab', 'c'], () => Promise.resolve(1))).toBe(1);
	expect(await memoize(['a', 'bc'], () => Promise.resolve(2))).toBe(2);
	expect(await memoize(['a', undefined, 'bc'], () => Promise.resolve(3))).toBe(3);
});

test('a rejection is not remembered', async () => {
	await expect(memoize(['rejected'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await memoize(['rejected'], () => Promise.resolve(1))).toBe(1);
});

test('what was unused for longest goes first, so that memory stays bounded', async () => {
	const parse = jest.fn(() => Promise.resolve(1));
	await memoize(['kept'], parse);
	await memoize(['dropped'], parse);
	for (let index = 0; index < 31; index++) {
		await memoize(['kept'], parse);
		await memoize(['filler', String(index)], () => Promise.resolve(0));
	}
	await memoize(['kept'], parse);
	expect(parse).toHaveBeenCalledTimes(2);
	await memoize(['dropped'], parse);
	expect(parse).toHaveBeenCalledTimes(3);
});
