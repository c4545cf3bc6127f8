// The body of an e-mail: everything in tables with inline styles, which all mail programs show.
import type { Chart } from '../../../report/charts/chart';
import { renderEmail } from '../../../report/html/renderEmail';
import type { ReportDocument } from '../../../report/html/reportDocument';
import {
	findAll,
	getElements,
	getText,
	parseMarkup,
	readTable,
	type MarkupNode,
} from '../../support/parseMarkup';

const watch = (rows: string[][]): Chart => ({
	name: 'watch',
	title: 'Watch list',
	description: '',
	svg: null,
	columns: ['Card', 'Reason'],
	rows,
});
const REPORT: ReportDocument = {
	title: 'Cards <b>',
	reviewDate: '2026-11-21',
	comparedWith: 'Compared.',
	summary: ['One & two.', 'Three.'],
	highlights: [],
	figures: {
		caption: '',
		columns: ['Figure', 'Now'],
		rows: [['Fifteen letters', 'Sixteen letters.']],
	},
	segments: null,
	charts: [{ ...watch([['no', 'no']]), name: 'other' }, watch([['542523******9903', 'Fell']])],
	notes: ['A note.'],
	methods: [],
	runSummary: null,
};
const parse = (change: Partial<ReportDocument> = {}) => {
	const [table, ...others] = getElements(parseMarkup(renderEmail({ ...REPORT, ...change })));
	expect(others).toEqual([]);
	return table as MarkupNode;
};
/** The lines of the e-mail, each with what its style has on top; those with a table as "table". */
const readLines = (table: MarkupNode) =>
	getElements(table).map((row) => {
		const [cell] = getElements(row);
		const [inner] = getElements(cell as MarkupNode);
		if (inner?.name === 'table') return 'table';
		const style = /padding:4px 0;(.*)$/.exec(cell?.attributes.style ?? '')?.[1];
		return [inner?.name ?? '', style ?? 'no style', getText(row)];
	});

test('says what was reviewed, what changed, the figures, who to watch and what is left out', () => {
	const table = parse();
	expect(table.attributes).toEqual({
		role: 'presentation',
		width: '100%',
		cellpadding: '0',
		cellspacing: '0',
		border: '0',
		bgcolor: '#ffffff',
	});
	expect(readLines(table)).toEqual([
		['b', 'font-size:22px;line-height:28px;', 'Cards <b>'],
		['', 'color:#55606e;', 'Review of 2026-11-21. Compared.'],
		['', '', 'One & two.'],
		['', '', 'Three.'],
		['b', 'padding-top:18px;', 'Figures'],
		'table',
		['b', 'padding-top:18px;', 'Watch list'],
		'table',
		['', 'color:#55606e;', 'A note.'],
		['', 'color:#55606e;', 'The attached file has all charts, and how each figure is computed.'],
	]);
	expect(findAll(table, 'td')[0]?.attributes.style).toBe(
		'font-family:Arial,Helvetica,sans-serif;color:#1c2530;font-size:15px;line-height:22px;padding:4px 0;font-size:22px;line-height:28px;',
	);
});

test('its tables have the figures and the watch list; short cells are not broken', () => {
	const tables = findAll(parse(), 'table');
	expect(tables.map(({ attributes }) => attributes)).toEqual([
		{ cellpadding: '0', cellspacing: '0', border: '0' },
		{ cellpadding: '0', cellspacing: '0', border: '0' },
	]);
	expect(tables.map(readTable)).toEqual([
		[
			['Figure', 'Now'],
			['Fifteen letters', 'Sixteen letters.'],
		],
		[
			['Card', 'Reason'],
			['542523******9903', 'Fell'],
		],
	]);
	const cell =
		'font-family:Arial,Helvetica,sans-serif;color:#1c2530;font-size:14px;line-height:20px;padding:6px 10px;border-bottom:1px solid #d9dee5;';
	const [heading] = findAll(tables[0] as MarkupNode, 'th');
	expect(heading?.attributes).toEqual({
		align: 'left',
		scope: 'col',
		style: `${cell}color:#55606e;`,
	});
	expect(findAll(tables[0] as MarkupNode, 'td').map(({ attributes }) => attributes)).toEqual([
		{ align: 'left', style: `${cell}white-space:nowrap;` },
		{ align: 'left', style: cell },
	]);
});

test('of a long watch list it has the first ten', () => {
	const rows = Array.from({ length: 12 }, (_, index) => [`card ${index}`, 'Fell']);
	const [, list] = findAll(parse({ charts: [watch(rows)] }), 'table').map(readTable);
	expect(list?.slice(1)).toEqual(rows.slice(0, 10));
});

test.each([[[]], [[watch([])]]])('without anything to watch it has no list: %j', (charts) => {
	expect(readLines(parse({ charts })).filter((line) => line === 'table')).toHaveLength(1);
	expect(renderEmail({ ...REPORT, charts })).not.toContain('Watch list');
});
