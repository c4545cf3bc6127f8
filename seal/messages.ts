// What the command says when it is done. Nothing of the file's content is in it.
import type { SealArguments } from './parseArguments';
import { SealError } from './SealError';
import { MARK, type SealedRows } from './sealRows';

/** How many cards were sealed. */
export function describeResult(
	{ sealed, alreadySealed }: SealedRows,
	{ output }: SealArguments,
): string {
	const before =
		alreadySealed > 0 ? ` Sealed before, and left as they were: ${alreadySealed}.` : '';
	return `Cards sealed in ${output}: ${sealed}.${before}`;
}

/** @returns which rows had no card number; undefined if all had one */
export function describeProblem(
	{ marked, markedRows }: SealedRows,
	{ column, input }: SealArguments,
): string | undefined {
	if (marked === 0) return undefined;
	const more = marked > markedRows.length ? ' and so on' : '';
	return `Rows without a valid card number in '${column}', where the output has '${MARK}' instead: ${marked} (in ${input} row ${markedRows.join(', ')}${more}).`;
}

/** Why nothing was written. */
export function describeError(error: unknown): string {
	if (error instanceof SealError) return error.message;
	const { name, code, path } = error as NodeJS.ErrnoException;
	if (name === 'AbortError') return 'Stopped. Nothing was written.';
	if (code === 'ENOENT') return `${path} was not found.`;
	if (code === 'EISDIR') return `${path} is a folder, not a file.`;
	if (code === 'EACCES' || code === 'EPERM') return `There is no permission for ${path}.`;
	if (code === 'ENOSPC') return 'The disk is full. Nothing was written.';
	return `The file could not be sealed (${code ?? 'for an unknown reason'}). Nothing was written.`;
}
