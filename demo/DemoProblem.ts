/** Something the reader of the terminal can mend: shown as its sentence, without a stack trace. */
export class DemoProblem extends Error {
	override name = 'DemoProblem';
}
