/** Reads the list of names that a filter holds. */

/**
 * @param value A list of names, as the parameter's own editor gives, or one text with commas, as an expression
 * often does.
 * @returns The names without blanks, each once; empty when nothing is named.
 */
export function parseNames(value: unknown): string[] {
	const names = (Array.isArray(value) ? value : [value])
		.filter((part) => typeof part === 'string')
		.flatMap((part) => part.split(','))
		.map((name) => name.trim())
		.filter((name) => name !== '');
	return [...new Set(names)];
}
