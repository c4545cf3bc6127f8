// The rows of a CSV file on their way from the parser to the writer.
import { parsePan } from '../mastercard/cca/parsePan';
import type { CardSealer } from './cardSealer';

/** What became of the rows, the header not counted. */
export interface SealedRows {
	sealed: number;
	/** Left as they were. */
	alreadySealed: number;
	/** Rows without a card number. */
	marked: number;
	/** The first of those, by the numbers that a spreadsheet shows: the header is row 1. */
	markedRows: number[];
}

/** A row as csv-parse gives it with `info`. */
interface ParsedRecord {
	record: string[];
	/** So many rows and empty lines were read up to here. Its count of lines is off after a line break in quotes. */
	info: { records: number; empty_lines: number };
}

/** Kept in memory and shown; the others can be found by their mark. */
const MAX_MARKED_ROWS = 20;
/** In one go, so that sealing uses all of Node.js's threads. */
const ROWS_AT_ONCE = 64;

const COMPACT_JWE = /^eyJ[\w-]+(\.[\w-]*){4}$/;

/** In place of a card number: whatever was there may be a mistyped one, and must not stay. */
export const MARK = 'NOT SEALED';

/** @returns the stage of a pipeline, which gives the rows in batches, and what it has done once that has ended */
export function createRowSealer(columnIndex: number, sealCard: CardSealer) {
	const result: SealedRows = { sealed: 0, alreadySealed: 0, marked: 0, markedRows: [] };
	let columnCount: number | undefined;

	async function sealRow({ record, info }: ParsedRecord): Promise<string[]> {
		if (columnCount === undefined) {
			columnCount = record.length;
			return record;
		}
		const cell = record[columnIndex] ?? '';
		if (record.length === columnCount && COMPACT_JWE.test(cell.trim())) {
			result.alreadySealed += 1;
			return record;
		}
		const pan = record.length === columnCount ? readPan(cell) : undefined;
		if (pan === undefined) {
			result.marked += 1;
			if (result.markedRows.length < MAX_MARKED_ROWS)
				result.markedRows.push(info.records + info.empty_lines);
			return mark(record, columnCount, columnIndex);
		}
		result.sealed += 1;
		return withCell(record, columnIndex, await sealCard(pan));
	}

	async function* sealRows(records: AsyncIterable<ParsedRecord>): AsyncGenerator<string[][]> {
		let batch: ParsedRecord[] = [];
		for await (const record of records) {
			if (batch.push(record) < ROWS_AT_ONCE) continue;
			yield await Promise.all(batch.map(sealRow));
			batch = [];
		}
		yield await Promise.all(batch.map(sealRow));
	}

	return { sealRows, result };
}

/** A row with too many or too few columns may have its card in any of them, so none of them is kept. */
function mark(record: string[], columnCount: number, columnIndex: number): string[] {
	const kept = record.length === columnCount ? record : Array<string>(columnCount).fill('');
	return withCell(kept, columnIndex, MARK);
}

function withCell(record: string[], index: number, cell: string): string[] {
	return record.map((old, at) => (at === index ? cell : old));
}

/** @param cell in Latin-1; a card number can have UTF-8 spaces in it */
function readPan(cell: string): string | undefined {
	try {
		return parsePan(Buffer.from(cell, 'latin1').toString('utf8'));
	} catch {
		return undefined;
	}
}
