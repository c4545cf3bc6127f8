/** Reads the embedding features that come with a score. */

/** How a workflow wants the embedding: names and numbers, numbers only, or Mastercard's text. */
export type EmbeddingFormat = 'object' | 'array' | 'raw';

/**
 * @param features Mastercard's text, `{f1:0.113484,f2:0.070811}`: looks like JSON, but the names are not quoted.
 * @returns `{ f1: 0.113484 }`, `[0.113484]` in the order sent, or the text itself. A text of another form
 * is returned as it is, in every format, and so is anything but text: a paid answer is never lost over its
 * notation.
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
