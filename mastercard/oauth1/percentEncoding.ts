/** Percent-encoding as RFC 5849 section 3.6 requires: everything but letters, digits, `-`, `.`, `_` and `~`. */

/**
 * @param encoded text with percent escapes, or none, or malformed ones (which are taken literally)
 * @returns the same octets, each encoded exactly when it has to be, with upper-case hexadecimal digits
 */
export function percentEncode(encoded: string): string {
	const octets = Buffer.from(encoded, 'utf8').toString('latin1');
	return octets
		.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
		.replace(/[^A-Za-z0-9\-._~]/g, encodeOctet);
}

/**
 * @param text a value that holds no escapes: a `%` in it is a percent sign
 * @returns its UTF-8 octets, encoded in the same way
 */
export function percentEncodeValue(text: string): string {
	return Buffer.from(text, 'utf8')
		.toString('latin1')
		.replace(/[^A-Za-z0-9\-._~]/g, encodeOctet);
}

function encodeOctet(octet: string): string {
	return `%${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
