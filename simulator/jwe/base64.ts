// Base64 for JWE: strict base64url when encoding, any common variant when decoding.

/** RFC 4648 section 5, without padding. */
export function encodeBase64url(bytes: Buffer | string): string {
	return Buffer.from(bytes).toString('base64url');
}

const LENIENT_BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/**
 * Decodes base64, base64url and mixtures of both: Mastercard's own Node.js client leaves `/` in its "base64url".
 * @returns undefined if the text is neither
 */
export function decodeLenientBase64(text: string): Buffer | undefined {
	return LENIENT_BASE64.test(text) ? Buffer.from(text, 'base64') : undefined;
}
