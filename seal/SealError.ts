/** Why a file was not sealed, in a sentence for the person at the terminal, without anything of the file's content. */
export class SealError extends Error {
	override readonly name = 'SealError';
}
