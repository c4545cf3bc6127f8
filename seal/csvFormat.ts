// What kind of CSV a file is, as its beginning shows.
import { open } from 'node:fs/promises';
import { parse, type Options } from 'csv-parse/sync';
import { SealError } from './SealError';

export interface CsvFormat {
	delimiter: string;
	/** The line break of the first line, which all lines of the output get. */
	lineBreak: string;
	/** Whether the file begins with a byte order mark in UTF-8, by which Excel knows the encoding. */
	hasBom: boolean;
	/** Position of the column of card numbers. */
	columnIndex: number;
}

/**
 * All files are read and written as Latin-1, in which each byte is one character: text in UTF-8, Windows-1252 or any
 * other superset of ASCII comes through unchanged.
 */
export const ENCODING = 'latin1';

/** What parsing needs besides the delimiter. Lenient: only the card column matters here. */
export const PARSER_OPTIONS = {
	encoding: ENCODING,
	record_delimiter: ['\r\n', '\n', '\r'],
	relax_column_count: true,
	relax_quotes: true,
	skip_empty_lines: true,
	// A quotation mark that is never closed would otherwise read the rest of the file into memory.
	max_record_size: 1_000_000,
} satisfies Options;

export const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF_16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const DELIMITERS = [',', ';', '\t', '|'];
const HEAD_BYTES = 64 * 1024;

/**
 * The delimiter is the one with which the first line has the column.
 *
 * @param column as the user typed it
 * @throws SealError when the first line does not have the column exactly once
 */
export async function readCsvFormat(file: string, column: string): Promise<CsvFormat> {
	const bytes = await readHead(file);
	if (UTF_16.some((mark) => bytes.subarray(0, 2).equals(mark)))
		throw new SealError('The file is in UTF-16. Save it as "CSV UTF-8" and seal that.');
	const hasBom = bytes.subarray(0, BOM.length).equals(BOM);
	const head = bytes.subarray(hasBom ? BOM.length : 0);
	const lineBreak = /\r\n|\n|\r/.exec(head.toString(ENCODING))?.[0] ?? '\n';
	for (const delimiter of DELIMITERS) {
		const columns = findColumn(head, delimiter, column);
		if (columns.length > 1)
			throw new SealError(`The first line has ${columns.length} columns named '${column}'.`);
		const [columnIndex] = columns;
		if (columnIndex !== undefined) return { delimiter, lineBreak, hasBom, columnIndex };
	}
	throw new SealError(
		`The first line has no column '${column}'. Write the name exactly as it is there, with the same capitals.`,
	);
}

async function readHead(file: string): Promise<Buffer> {
	const handle = await open(file);
	try {
		const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(HEAD_BYTES) });
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

/** Positions of the columns with this name, be the file in UTF-8 or in an encoding like Windows-1252. */
function findColumn(head: Buffer, delimiter: string, column: string): number[] {
	const spellings = [column, Buffer.from(column).toString(ENCODING)];
	let names: string[] = [];
	try {
		[names = []] = parse(head, { ...PARSER_OPTIONS, delimiter, to: 1 }) as string[][];
	} catch {
		// Not with this delimiter.
	}
	return [...names.keys()].filter((index) => spellings.includes((names[index] ?? '').trim()));
}
