/** Tables of the report file, for a screen of any width and for paper. */
import { element, type Markup } from '../markup';
import type { DataTable } from './reportDocument';

/** Columns that fit on paper; a wider table becomes several. */
const MAX_COLUMNS = 13;
const COLUMNS_OF_PART = 5;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Rows that fit on a page together, and should. */
const SHORT_TABLE = 30;

/** A table that is too wide for paper as several, each with the names of the rows. */
export function splitColumns(table: DataTable): DataTable[] {
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
export function renderTable({ caption, columns, rows }: DataTable): Markup {
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
