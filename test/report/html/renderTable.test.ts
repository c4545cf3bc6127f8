import { renderTable, splitColumns } from '../../../report/html/renderTable';
import { findAll, findOne, parseMarkup, readTable } from '../../support/parseMarkup';

const table = (columns: string[], rows: string[][]) => ({ caption: 'Sales & more', columns, rows });
const parse = (...args: Parameters<typeof table>) => parseMarkup(renderTable(table(...args)).text);

test('the first column names the row; words are aligned to the left, numbers to the right', () => {
	expect(renderTable(table(['Name', 'Cards', 'Remark'], [['<b>', '5 A', 'two words']])).text).toBe(
		[
			'<div class="scroll short" role="region" tabindex="0" aria-label="Sales &amp; more">',
			'<table><caption>Sales &amp; more</caption>',
			'<thead><tr><th scope="col">Name</th><th scope="col">Cards</th>',
			'<th scope="col" class="text">Remark</th></tr></thead>',
			'<tbody><tr><th scope="row"><bdi>&lt;b&gt;</bdi></th><td>5 A</td>',
			'<td class="text">two words</td></tr></tbody>',
			'</table></div>',
		].join(''),
	);
});

test('a column is of words as soon as one row has words; a missing cell has none', () => {
	const headings = findAll(parse(['Name', 'Value'], [['a', '1'], ['b'], ['c', 'none']]), 'th');
	expect(headings.map(({ attributes }) => attributes.class)).toEqual([
		undefined,
		'text',
		...[undefined, undefined, undefined],
	]);
});

test.each([
	['2026-11-21', 'day'],
	['2026-11-21 ', undefined],
	['x2026-11-21', undefined],
	['2026-1-21', undefined],
])('the row %p is a day: %p', (name, expected) => {
	expect(findOne(findOne(parse(['Week'], [[name]]), 'tbody'), 'th').attributes.class).toBe(
		expected,
	);
});

test.each([
	[30, 'scroll short'],
	[31, 'scroll'],
])('a table of %p rows is %p: short ones stay on one page', (count, expected) => {
	const rows = Array.from({ length: count }, () => ['a']);
	expect(findOne(parse(['Name'], rows), 'div').attributes.class).toBe(expected);
});

test('13 columns fit on paper', () => {
	const wide = table(
		Array.from({ length: 13 }, (_, index) => `c${index}`),
		[],
	);
	expect(splitColumns(wide)).toEqual([wide]);
});

test('a wider table becomes several of five columns, each with the names of the rows', () => {
	const cells = (prefix: string) => Array.from({ length: 14 }, (_, index) => `${prefix}${index}`);
	const parts = splitColumns(table(cells('c'), [cells('v')]));
	expect(parts.map(({ caption }) => caption)).toEqual([
		'Sales & more, part 1 of 3',
		'Sales & more, part 2 of 3',
		'Sales & more, part 3 of 3',
	]);
	expect(parts.map((part) => readTable(parseMarkup(renderTable(part).text)))).toEqual([
		[
			['c0', 'c1', 'c2', 'c3', 'c4', 'c5'],
			['v0', 'v1', 'v2', 'v3', 'v4', 'v5'],
		],
		[
			['c0', 'c6', 'c7', 'c8', 'c9', 'c10'],
			['v0', 'v6', 'v7', 'v8', 'v9', 'v10'],
		],
		[
			['c0', 'c11', 'c12', 'c13'],
			['v0', 'v11', 'v12', 'v13'],
		],
	]);
});
