/** Parses the list of names in a filter. */

/**
 * @param value A list of names, as from the parameter's editor, or one comma-separated text, as often from an
 * expression.
 * @returns The trimmed names without duplicates; empty when there are none.
 */
export function parseNames(value: unknown): string[] {
	const names = (Array.isArray(value) ? value : [value])
		.filter((part) => typeof part === 'string')
		.flatMap((part) => part.split(','))
		.map((name) => name.trim())
		.filter((name) => name !== '');
	return [...new Set(names)];
}
