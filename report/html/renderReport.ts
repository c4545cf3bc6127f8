/** The report file: one HTML document that needs nothing else, without scripts. */
import type { Chart } from '../charts/chart';
import { Markup, element, render, type Content } from '../markup';
import { renderTable, splitColumns } from './renderTable';
import type { ReportDocument } from './reportDocument';
import { STYLE } from './style';

/** Allows the style inside the file, and nothing from anywhere, should an escape ever be missing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Tables with more cells start closed on the screen; they are printed in full. */
const MAX_OPEN_CELLS = 250;

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
