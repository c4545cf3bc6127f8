// Seals one column of a CSV file, row by row, so that files of any size take little memory.
import { createReadStream, createWriteStream } from 'node:fs';
import { access, readFile, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { createCardSealer } from './cardSealer';
import { BOM, ENCODING, PARSER_OPTIONS, readCsvFormat } from './csvFormat';
import type { SealArguments } from './parseArguments';
import { SealError } from './SealError';
import { createRowSealer, type SealedRows } from './sealRows';

/** Bytes of the input, read so far and in all. */
export type OnProgress = (read: number, total: number) => void;

/** Also one of another kind than those between rows needs quotes. */
const LINE_BREAK = /[\r\n]/;

/**
 * The output appears under its name only when it is complete. Nothing that exists is ever overwritten.
 *
 * @param signal stops the work; nothing is left behind
 * @throws SealError with a sentence, or an error of the file system
 */
export async function sealFile(
	{ input, column, keyFile, output }: SealArguments,
	onProgress: OnProgress,
	signal?: AbortSignal,
): Promise<SealedRows> {
	const sealCard = createCardSealer(await readFile(keyFile, 'utf8'));
	const { size } = await stat(input);
	const { delimiter, lineBreak, hasBom, columnIndex } = await readCsvFormat(input, column);
	if (await exists(output))
		throw new SealError(
			`${output} exists already. Delete it, or choose another name with --output.`,
		);

	const source = createReadStream(input, { start: hasBom ? BOM.length : 0 });
	source.on('data', () => onProgress(source.bytesRead, size));
	const temporary = `${output}.${process.pid}.part`;
	const target = createWriteStream(temporary, { flags: 'wx' });
	// For the texts of the pipeline; the mark is bytes.
	target.setDefaultEncoding(ENCODING);
	if (hasBom) target.write(BOM);
	const { sealRows, result } = createRowSealer(columnIndex, sealCard);
	try {
		await pipeline(
			source,
			parse({ ...PARSER_OPTIONS, delimiter, info: true }),
			sealRows,
			async function* (batches: AsyncIterable<string[][]>) {
				for await (const rows of batches)
					yield stringify(rows, {
						delimiter,
						record_delimiter: lineBreak,
						quoted_match: LINE_BREAK,
					});
			},
			target,
			{ signal },
		);
		await rename(temporary, output);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error instanceof CsvError ? toSealError(error) : error;
	}
	return result;
}

async function exists(file: string): Promise<boolean> {
	return await access(file).then(
		() => true,
		() => false,
	);
}

/** The parser's own messages quote the file. */
function toSealError({ code, lines }: CsvError): SealError {
	const line = typeof lines === 'number' ? ` near line ${lines}` : '';
	return new SealError(
		code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
			? `The file has a quotation mark that is never closed${line}.`
			: `The file is not valid CSV${line} (${code}).`,
	);
}
