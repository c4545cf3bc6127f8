/** The report in short, as the body of an e-mail: tables with inline styles, which all mail programs show. */
import { element, render, type Content, type Markup } from '../markup';
import type { ReportDocument } from './reportDocument';

const FONT = 'font-family:Arial,Helvetica,sans-serif;color:#1c2530;';
const CELL = `${FONT}font-size:14px;line-height:20px;padding:6px 10px;border-bottom:1px solid #d9dee5;`;

/** Rows of the watch list that an e-mail shows; the attached file has all. */
const MAX_ROWS = 10;

export function renderEmail(report: ReportDocument): string {
	const { charts, comparedWith, figures, notes, reviewDate, summary, title } = report;
	const watch = charts.find(({ name }) => name === 'watch');
	return render(
		element(
			'table',
			{
				role: 'presentation',
				width: '100%',
				cellpadding: 0,
				cellspacing: 0,
				border: 0,
				bgcolor: '#ffffff',
			},
			line(element('b', {}, title), 'font-size:22px;line-height:28px;'),
			line(`Review of ${reviewDate}. ${comparedWith}`, 'color:#55606e;'),
			summary.map((sentence) => line(sentence)),
			block('Figures', figures.columns, figures.rows),
			watch === undefined || watch.rows.length === 0
				? null
				: block('Watch list', watch.columns, watch.rows.slice(0, MAX_ROWS)),
			notes.map((note) => line(note, 'color:#55606e;')),
			line('The attached file has all charts, and how each figure is computed.', 'color:#55606e;'),
		),
	);
}

function line(content: Content, style = ''): Markup {
	return element(
		'tr',
		{},
		element(
			'td',
			{ style: `${FONT}font-size:15px;line-height:22px;padding:4px 0;${style}` },
			content,
		),
	);
}

function block(heading: string, columns: readonly string[], rows: readonly string[][]): Markup[] {
	const cell = (content: string) =>
		element(
			'td',
			{ align: 'left', style: CELL + (content.length < 16 ? 'white-space:nowrap;' : '') },
			content,
		);
	return [
		line(element('b', {}, heading), 'padding-top:18px;'),
		element(
			'tr',
			{},
			element(
				'td',
				{},
				element(
					'table',
					{ cellpadding: 0, cellspacing: 0, border: 0 },
					element(
						'tr',
						{},
						columns.map((name) =>
							element('th', { align: 'left', scope: 'col', style: `${CELL}color:#55606e;` }, name),
						),
					),
					rows.map((row) => element('tr', {}, row.map(cell))),
				),
			),
		),
	];
}
