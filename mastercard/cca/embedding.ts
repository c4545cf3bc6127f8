/** Parses the embedding features that come with a score. */

/** The form of the embedding in the output: names and numbers, numbers only, or Mastercard's text. */
export type EmbeddingFormat = 'object' | 'array' | 'raw';

/**
 * @param features Mastercard's text, `{f1:0.113484,f2:0.070811}`: looks like JSON, but the names are not quoted.
 * @returns `{ f1: 0.113484 }`, `[0.113484]` in the order sent, or the text itself. Text in any other notation,
 * and anything but text, is returned unchanged in every format: a billed result is never lost over its notation.
 */
export function formatEmbedding<Sent>(
	features: Sent,
	format: EmbeddingFormat,
): Record<string, number | null> | (number | null)[] | Sent {
	if (typeof features !== 'string') return features;
	const body = /^\s*\{(.*)\}\s*$/s.exec(features)?.[1];
	if (format === 'raw' || body === undefined) return features;
	const pairs = body.trim() === '' ? [] : body.split(',').map(parsePair);
	if (!pairs.every((pair) => pair !== null)) return features;
	return format === 'array' ? pairs.map(([, value]) => value) : Object.fromEntries(pairs);
}

function parsePair(text: string): [string, number | null] | null {
	const [, name, number] =
		/^\s*"?([A-Za-z_]\w*)"?\s*:\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|null)\s*$/.exec(text) ?? [];
	if (name === undefined || number === undefined || name === '__proto__') return null;
	return [name, number === 'null' ? null : Number(number)];
}
