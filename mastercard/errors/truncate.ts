/** Shortens a text that somebody else wrote. */

/**
 * Cuts after a plain word and adds an ellipsis: half a card number or half a key would not be recognised when
 * texts are redacted.
 *
 * @param maxBytes Bytes of UTF-8 that the text may take in JSON, the ellipsis included.
 */
export function truncate(text: string, maxBytes: number): string {
	if (jsonBytes(text) <= maxBytes) return text;
	const words = fittingPart(text, maxBytes - jsonBytes(' …')).matchAll(
		/(?<!\S)\p{L}+[.,;:!?)]*(?=\s)/gu,
	);
	const last = [...words].at(-1);
	return last === undefined ? '…' : `${text.slice(0, last.index + last[0].length)} …`;
}

/** Bytes of a text inside JSON, without the quotation marks. */
export function jsonBytes(text: string): number {
	return Buffer.byteLength(JSON.stringify(text)) - 2;
}

/** The longest beginning of whole characters that takes no more than `maxBytes`. */
function fittingPart(text: string, maxBytes: number): string {
	let bytes = 0;
	let end = 0;
	for (const character of text) {
		bytes += jsonBytes(character);
		if (bytes > maxBytes) break;
		end += character.length;
	}
	return text.slice(0, end);
}
