/** The report file: one HTML document that needs nothing else, without scripts. */
import type { Chart } from '../charts/chart';
import { Markup, element, render, type Content } from '../markup';
import type { DataTable, ReportDocument } from './reportDocument';
import { STYLE } from './style';

/** Allows the style inside the file, and nothing from anywhere, should an escape ever be missing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Tables with more cells start closed on the screen; they are printed in full. */
const MAX_OPEN_CELLS = 250;

/** Columns that fit on paper; a wider table becomes several. */
const MAX_COLUMNS = 13;
const COLUMNS_OF_PART = 5;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Rows that fit on a page together, and should. */
const SHORT_TABLE = 30;

export function renderReport(report: ReportDocument): string {
	const { charts, figures, methods, notes, reviewDate, runSummary, segments, title } = report;
	const heading = `${title}, ${reviewDate}`;
	const page = element(
		'html',
		{ lang: 'en' },
		element(
			'head',
			{},
			element('meta', { charset: 'utf-8' }),
			element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
			element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
			element('meta', { name: 'color-scheme', content: 'light dark' }),
			element('title', {}, heading),
			// Our own text, in an element whose content a browser does not unescape.
			element('style', {}, new Markup(STYLE)),
		),
		element(
			'body',
			{},
			element(
				'header',
				{},
				element('h1', { dir: 'auto' }, title),
				element('p', {}, `Review of ${reviewDate}. `, report.comparedWith),
			),
			element(
				'main',
				{},
				renderSummary(report),
				section('watch-section', 'Who needs a look', charts.filter(isWatch).map(renderChart)),
				section('figures-section', 'Figures', [
					panel('panel figures', renderTable(figures)),
					...(segments === null ? [] : [panel('panel', renderTable(segments))]),
				]),
				section('charts-section', 'Charts', [
					element(
						'div',
						{ class: 'charts' },
						charts.filter((chart) => !isWatch(chart)).map(renderChart),
					),
				]),
				notes.length === 0
					? null
					: section('notes-section', 'What is left out, and why', [
							element(
								'ul',
								{ class: 'notes' },
								notes.map((note) => element('li', {}, note)),
							),
						]),
				section('methods-section', 'How each figure is computed', [
					element(
						'dl',
						{ class: 'methods' },
						methods.map(({ name, text }) => [element('dt', {}, name), element('dd', {}, text)]),
					),
				]),
				runSummary === null
					? null
					: section('run-section', 'Run summary', [panel('panel narrow', renderTable(runSummary))]),
			),
		),
	);
	return `<!DOCTYPE html>\n${render(page)}\n`;
}

function isWatch({ name }: Chart): boolean {
	return name === 'watch';
}

function section(id: string, heading: string, content: Content): Markup {
	return element('section', { 'aria-labelledby': id }, element('h2', { id }, heading), content);
}

function panel(className: string, content: Content): Markup {
	return element('div', { class: className }, content);
}

function renderSummary({ highlights, summary }: ReportDocument): Markup {
	return section('summary-section', 'What changed', [
		element(
			'ul',
			{ class: 'summary' },
			summary.map((sentence) => element('li', {}, sentence)),
		),
		element(
			'dl',
			{ class: 'tiles' },
			highlights.map(({ last, name, now }) =>
				element(
					'div',
					{},
					element('dt', {}, name),
					element('dd', { class: 'now' }, now),
					element('dd', { class: 'last' }, `Last: ${last}`),
				),
			),
		),
	]);
}

function renderChart(chart: Chart): Markup {
	const { columns, description, name, rows, svg, title } = chart;
	const tables = splitColumns({ caption: `${title}: the numbers`, columns, rows });
	return element(
		'figure',
		{
			class: name === 'sales' || name === 'watch' ? 'panel wide' : 'panel',
			'aria-labelledby': `${name}-heading`,
		},
		element('h3', { id: `${name}-heading` }, title),
		element('p', {}, description),
		svg,
		rows.length === 0
			? null
			: element(
					'details',
					{ open: rows.length * columns.length > MAX_OPEN_CELLS ? null : '' },
					element('summary', {}, 'Numbers'),
					tables.map(renderTable),
				),
	);
}

/** A table that is too wide for paper as several, each with the names of the rows. */
function splitColumns(table: DataTable): DataTable[] {
	const { caption, columns, rows } = table;
	if (columns.length <= MAX_COLUMNS) return [table];
	const parts = Math.ceil((columns.length - 1) / COLUMNS_OF_PART);
	return Array.from({ length: parts }, (_, part) => {
		const from = 1 + part * COLUMNS_OF_PART;
		const pick = (cells: string[]) => [
			...cells.slice(0, 1),
			...cells.slice(from, from + COLUMNS_OF_PART),
		];
		return {
			caption: `${caption}, part ${part + 1} of ${parts}`,
			columns: pick(columns),
			rows: rows.map(pick),
		};
	});
}

/** The first column names the row; columns of words are aligned to the left. */
function renderTable({ caption, columns, rows }: DataTable): Markup {
	const isText = columns.map((_, column) =>
		rows.some((row) => /\p{L}{2}/u.test(row[column] ?? '')),
	);
	const className = (column: number) => (isText[column] ? 'text' : null);
	return element(
		'div',
		{
			class: rows.length > SHORT_TABLE ? 'scroll' : 'scroll short',
			role: 'region',
			tabindex: 0,
			'aria-label': caption,
		},
		element(
			'table',
			{},
			element('caption', {}, caption),
			element(
				'thead',
				{},
				element(
					'tr',
					{},
					columns.map((name, column) =>
						element('th', { scope: 'col', class: className(column) }, name),
					),
				),
			),
			element(
				'tbody',
				{},
				rows.map((row) =>
					element(
						'tr',
						{},
						row.map((cell, column) =>
							column === 0
								? element(
										'th',
										{ scope: 'row', class: DAY.test(cell) ? 'day' : null },
										element('bdi', {}, cell),
									)
								: element('td', { class: className(column) }, cell),
						),
					),
				),
			),
		),
	);
}
