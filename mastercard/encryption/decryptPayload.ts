/** Decrypts an encrypted response body. */
import type { KeyObject } from 'node:crypto';
import { tryOrUndefined } from '../tryOrUndefined';
import { parseCompactJwe } from './compactJwe';
import { decryptContent } from './decryptContent';
import { findEncryptedValue } from './encryptedValue';
import { PayloadEncryptionError } from './PayloadEncryptionError';

export interface DecryptOptions {
	/** Of the project's "Mastercard Encryption Key". */
	privateKey: KeyObject;
	/** As in the credential; `encryptedData` and `encryptedValue` are accepted in any case. */
	fieldName: string;
}

/**
 * An escaped character, the start or end of a text, or a whole number too long for a JavaScript number to hold all
 * its digits. Each piece is short, also in texts of megabytes: V8 gives up on a pattern that repeats so often.
 */
const ESCAPE_QUOTE_OR_LONG_INTEGER = /\\.|"|(?<![\d.eE+-])-?\d{16,1000}(?![\d.eE])/gs;

/**
 * The key ID (`kid`) is not compared: products differ in what they put there, and a wrong key fails anyway.
 *
 * @param envelope the parsed response body, left as it is
 * @returns the decrypted JSON object (or list). Whole numbers beyond 2^53 come out as text, with all their digits.
 * @throws PayloadEncryptionError. All failures from the first use of the key on look the same, so that a forged
 * response cannot be used to learn about the key.
 */
export function decryptPayload(
	envelope: unknown,
	{ privateKey, fieldName }: DecryptOptions,
): object {
	const text = findEncryptedValue(envelope, fieldName);
	if (text === undefined) throw new PayloadEncryptionError('NOT_ENCRYPTED');
	const jwe = parseCompactJwe(text);
	const plaintext = tryOrUndefined(() => decryptContent(jwe, privateKey));
	if (plaintext === undefined) throw new PayloadEncryptionError('DECRYPTION_FAILED');
	const body = tryOrUndefined(() => parseExactly(plaintext));
	if (typeof body !== 'object' || body === null) {
		throw new PayloadEncryptionError('UNEXPECTED_RESPONSE');
	}
	return body;
}

/** What comes before a number in a list or an object. For most responses the search ends here: cards are in quotes. */
const MAY_HOLD_LONG_INTEGER = /[:,[\s]-?\d{16}/;

function parseExactly(json: string): unknown {
	if (!MAY_HOLD_LONG_INTEGER.test(json)) return JSON.parse(json);
	let isInText = false;
	const exact = json.replace(ESCAPE_QUOTE_OR_LONG_INTEGER, (match) => {
		if (match === '"') isInText = !isInText;
		const isLongInteger = !isInText && /\d/.test(match) && !Number.isSafeInteger(Number(match));
		return isLongInteger ? `"${match}"` : match;
	});
	return JSON.parse(exact);
}
