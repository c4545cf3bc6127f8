// Base64 for JWE: true base64url out, every common spelling in.

/** RFC 4648 section 5, without padding. */
export function base64url(bytes: Buffer | string): string {
	return Buffer.from(bytes).toString('base64url');
}

const LENIENT = /^[A-Za-z0-9+/_-]*={0,2}$/;

/**
 * Decodes base64 and base64url, mixed even: Mastercard's own Node client leaves `/` in its "base64url".
 * @returns undefined when the text is neither
 */
export function fromLenientBase64(text: string): Buffer | undefined {
	return LENIENT.test(text) ? Buffer.from(text, 'base64') : undefined;
}
