// The report file: its structure, and that what it is made of stays text.
import type { Chart } from '../../../report/charts/chart';
import type { ReportDocument } from '../../../report/html/reportDocument';
import { renderReport } from '../../../report/html/renderReport';
import { STYLE } from '../../../report/html/style';
import { element } from '../../../report/markup';
import {
	findAll,
	findOne,
	getElements,
	getText,
	parseMarkup,
	readTable,
	type MarkupNode,
} from '../../support/parseMarkup';

const chart = (name: string, more: Partial<Chart> = {}): Chart => ({
	name,
	title: `Chart ${name}`,
	description: `About ${name}.`,
	svg: element('svg', {}),
	columns: ['Name', 'Cards'],
	rows: [['a', '1']],
	...more,
});

const REPORT: ReportDocument = {
	title: 'Cards <b> & more',
	reviewDate: '2026-11-21',
	comparedWith: 'Compared with the last review.',
	summary: ['One < two.', 'Three.'],
	highlights: [
		{ name: 'Scored', now: '90%', last: '80%' },
		{ name: 'Median', now: '500', last: '–' },
	],
	figures: { caption: 'All figures', columns: ['Figure', 'Now'], rows: [['Scored', '9']] },
	segments: null,
	charts: [chart('first'), chart('watch'), chart('sales')],
	notes: [],
	methods: [{ name: 'Coverage', text: 'Scored / all.' }],
	runSummary: null,
};

const parse = (change: Partial<ReportDocument> = {}) =>
	parseMarkup(renderReport({ ...REPORT, ...change }));
const findSection = (page: MarkupNode, id: string) => {
	const found = findAll(page, 'section').find(
		({ attributes }) => attributes['aria-labelledby'] === id,
	);
	if (found === undefined) throw new Error(`There is no section ${id}.`);
	return found;
};
const describeSections = (page: MarkupNode) =>
	findAll(page, 'section').map((section) => {
		const heading = findOne(section, 'h2');
		expect(heading.attributes).toEqual({ id: section.attributes['aria-labelledby'] });
		return getText(heading);
	});

test('the file is one page in English that loads nothing and runs nothing', () => {
	const text = renderReport(REPORT);
	expect(text).toMatch(/^<!DOCTYPE html>\n<html lang="en"><head>.*<\/html>\n$/s);
	const head = findOne(parse(), 'head');
	expect(findAll(head, 'meta').map(({ attributes }) => attributes)).toEqual([
		{ charset: 'utf-8' },
		{
			'http-equiv': 'Content-Security-Policy',
			content: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
		},
		{ name: 'viewport', content: 'width=device-width, initial-scale=1' },
		{ name: 'color-scheme', content: 'light dark' },
	]);
	expect(getText(findOne(head, 'title'))).toBe('Cards <b> & more, 2026-11-21');
	expect(getText(findOne(head, 'style'))).toBe(STYLE);
});

test('the heading says what was reviewed, when, and what it is compared with', () => {
	const header = findOne(parse(), 'header');
	expect(getElements(header).map(({ name, attributes }) => [name, attributes])).toEqual([
		['h1', { dir: 'auto' }],
		['p', {}],
	]);
	expect(getElements(header).map(getText)).toEqual([
		'Cards <b> & more',
		'Review of 2026-11-21. Compared with the last review.',
	]);
});

test('the sections are in the order in which one reads them; empty ones are left out', () => {
	const short = ['What changed', 'Who needs a look', 'Figures', 'Charts'];
	expect(describeSections(parse())).toEqual([...short, 'How each figure is computed']);
	const full = parse({ notes: ['A note.'], runSummary: REPORT.figures });
	expect(describeSections(full)).toEqual([
		...short,
		'What is left out, and why',
		'How each figure is computed',
		'Run summary',
	]);
	expect(getElements(findOne(full, 'main'))).toEqual(findAll(full, 'section'));
});

test('the summary has its sentences, and the figures that come first with their last values', () => {
	const section = findSection(parse(), 'summary-section');
	const list = findOne(section, 'ul');
	expect(list.attributes).toEqual({ class: 'summary' });
	expect(findAll(list, 'li').map(getText)).toEqual(['One < two.', 'Three.']);
	const tiles = findOne(section, 'dl');
	expect(tiles.attributes).toEqual({ class: 'tiles' });
	expect(
		getElements(tiles).map((tile) => [
			tile.name,
			...getElements(tile).map((part) => [part.name, part.attributes.class, getText(part)]),
		]),
	).toEqual([
		['div', ['dt', undefined, 'Scored'], ['dd', 'now', '90%'], ['dd', 'last', 'Last: 80%']],
		['div', ['dt', undefined, 'Median'], ['dd', 'now', '500'], ['dd', 'last', 'Last: –']],
	]);
});

test('the watch list comes before the other charts', () => {
	const page = parse();
	const titles = (id: string) => findAll(findSection(page, id), 'h3').map(getText);
	expect(titles('watch-section')).toEqual(['Chart watch']);
	expect(titles('charts-section')).toEqual(['Chart first', 'Chart sales']);
	const charts = getElements(findSection(page, 'charts-section'))[1];
	expect([charts?.name, charts?.attributes]).toEqual(['div', { class: 'charts' }]);
});

test('a chart has a title, a description, a picture and its numbers', () => {
	const [figure] = findAll(parse(), 'figure');
	expect(figure?.attributes).toEqual({
		class: 'panel wide',
		'aria-labelledby': 'watch-heading',
	});
	const parts = getElements(figure as MarkupNode);
	expect(parts.map(({ name, attributes }) => [name, attributes])).toEqual([
		['h3', { id: 'watch-heading' }],
		['p', {}],
		['svg', {}],
		['details', { open: '' }],
	]);
	expect(parts.slice(0, 2).map(getText)).toEqual(['Chart watch', 'About watch.']);
	const details = parts[3] as MarkupNode;
	expect(getText(findOne(details, 'summary'))).toBe('Numbers');
	expect(getText(findOne(details, 'caption'))).toBe('Chart watch: the numbers');
	expect(readTable(details)).toEqual([
		['Name', 'Cards'],
		['a', '1'],
	]);
});

test('charts that are wide have the whole width', () => {
	expect(findAll(parse(), 'figure').map(({ attributes }) => attributes.class)).toEqual([
		'panel wide',
		'panel',
		'panel wide',
	]);
});

test.each([
	[125, ''],
	[126, undefined],
])('a table of %p rows of two cells is open: %p', (count, open) => {
	const rows = Array.from({ length: count }, () => ['a', '1']);
	const page = parse({ charts: [chart('first', { rows })] });
	expect(findOne(page, 'details').attributes.open).toBe(open);
});

test('a chart without numbers has no table, and one that is too wide for paper several', () => {
	const columns = Array.from({ length: 14 }, (_, index) => `c${index}`);
	const empty = parse({ charts: [chart('first', { rows: [], svg: null })] });
	expect(getElements(findOne(empty, 'figure')).map(({ name }) => name)).toEqual(['h3', 'p']);
	const wide = parse({ charts: [chart('first', { columns, rows: [columns] })] });
	expect(findAll(findOne(wide, 'figure'), 'table')).toHaveLength(3);
});

test('the figures are a table, with those of the segments below', () => {
	const segments = { caption: 'By branch', columns: ['Branch'], rows: [['North']] };
	const captions = (page: MarkupNode) =>
		getElements(findSection(page, 'figures-section'))
			.slice(1)
			.map((panel) => [panel.attributes.class, getText(findOne(panel, 'caption'))]);
	expect(captions(parse())).toEqual([['panel figures', 'All figures']]);
	expect(captions(parse({ segments }))).toEqual([
		['panel figures', 'All figures'],
		['panel', 'By branch'],
	]);
});

test('notes, methods and the run summary are at the end', () => {
	const page = parse({
		notes: ['A note.', '<i>'],
		runSummary: { caption: 'The run', columns: ['Count', 'Value'], rows: [['Rows', '3']] },
	});
	const notes = findOne(findSection(page, 'notes-section'), 'ul');
	expect(notes.attributes).toEqual({ class: 'notes' });
	expect(findAll(notes, 'li').map(getText)).toEqual(['A note.', '<i>']);
	const methods = findOne(findSection(page, 'methods-section'), 'dl');
	expect(methods.attributes).toEqual({ class: 'methods' });
	expect(getElements(methods).map((part) => [part.name, getText(part)])).toEqual([
		['dt', 'Coverage'],
		['dd', 'Scored / all.'],
	]);
	const [, panel] = getElements(findSection(page, 'run-section'));
	expect(panel?.attributes).toEqual({ class: 'panel narrow' });
	expect(readTable(panel as MarkupNode)).toEqual([
		['Count', 'Value'],
		['Rows', '3'],
	]);
});
