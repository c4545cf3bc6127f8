import { randomBytes } from 'node:crypto';

import { createPatternIndex } from '../../redaction/patternIndex';

const find = (patterns: string[], text: string): string[] =>
	createPatternIndex(patterns)(text).map(({ start, end }) => text.slice(start, end));

describe('a pattern index', () => {
	it('finds whole patterns of eight characters or more', () => {
		const patterns = ['abcdefgh', 'abcdefgx1', 'seven77'];
		expect(find(patterns, 'abcdefgh abcdefg abcdefgx1 abcdefgx seven77')).toEqual([
			'abcdefgh',
			'abcdefgx1',
		]);
		expect(find(['seven77'], 'seven77')).toEqual([]);
		expect(find([], 'anything at all')).toEqual([]);
	});

	it('finds them at the beginning, at the end, and as the whole of a text', () => {
		for (const text of ['abcdefgh', ' abcdefgh', 'abcdefgh ', 'xabcdefghx'])
			expect(find(['abcdefgh'], text)).toEqual(['abcdefgh']);
	});

	it('takes no account of case, blanks, "+" and "-"; "_" is "/"', () => {
		expect(find(['Abc dE/gHi-j'], '(ABC\\n) A bcdé/ghij a-B\n\tc+d e_GHIJ.')).toEqual([
			'a-B\n\tc+d e_GHIJ',
		]);
		expect(find(['ÄÖÜäöüßé'], 'äöüÄÖÜßÉ')).toEqual(['äöüÄÖÜßÉ']);
		expect(find(['abcdefgh'], 'abcdefgé \u0000abcdefg')).toEqual([]);
	});

	it('tells patterns with the same beginning apart', () => {
		const patterns = ['samestart1', 'samestart22', 'samestart333'];
		expect(find(patterns, 'samestart22')).toEqual(['samestart22']);
	});

	it('finds any 32 characters of a longer pattern, and shows all that agrees', () => {
		const pattern = randomBytes(100).toString('hex');
		for (let from = 0; from <= 200 - 32; from++) {
			for (let length = 28; length <= 200 - from; length += length < 36 ? 1 : 20) {
				const part = pattern.slice(from, from + length);
				const text = `..${part}..`;
				expect(find([pattern], text)).toEqual(length < 32 ? [] : [part]);
			}
		}
	});

	it('finds a pattern of up to 32 characters only as a whole', () => {
		for (const length of [31, 32, 33]) {
			const pattern = randomBytes(20).toString('hex').slice(0, length);
			expect(find([pattern], `.${pattern}.`)).toEqual([pattern]);
			expect(find([pattern], `.${pattern.slice(1)}.`)).toHaveLength(length === 33 ? 1 : 0);
			expect(find([pattern], `.${pattern.slice(0, -1)}.`)).toHaveLength(length === 33 ? 1 : 0);
		}
	});

	it('reports what overlaps as one place, and what only touches as two', () => {
		expect(createPatternIndex(['a'.repeat(6000)])('a'.repeat(1000))).toEqual([
			{ start: 0, end: 1000 },
		]);
		expect(find(['abcdefgh'], 'abcdefghabcdefgh')).toEqual(['abcdefgh', 'abcdefgh']);
		expect(find(['abcdefghi', 'efghijklm'], 'abcdefghijklmn')).toEqual(['abcdefghijklm']);
	});
});
