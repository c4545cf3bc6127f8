/** Decrypts an encrypted answer, after fences that Mastercard's library does not have. */
import type { KeyObject } from 'node:crypto';
import { encryptedToken } from './encryptedToken';
import { ENGINE_FIELD, inMemoryJwe } from './inMemoryJwe';
import { parseJweToken } from './jweToken';
import { PayloadEncryptionError } from './payloadEncryptionError';
import { verifyCbcTag } from './verifyCbcTag';

export interface DecryptOptions {
	/** Of the project's "Mastercard Encryption Key". */
	privateKey: KeyObject;
	/** As in the credential; `encryptedData` and `encryptedValue` are accepted in any case. */
	fieldName: string;
}

/** A whole number outside a text, too long for a JavaScript number to hold all its digits. */
const TEXT_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * The key ID (`kid`) is not compared: products differ in what they put there, and a wrong key fails anyway.
 *
 * @param envelope the parsed answer, left as it is
 * @returns the decrypted JSON object (or list). Whole numbers beyond 2^53 come out as text, with all their digits.
 * @throws PayloadEncryptionError. All failures from the first use of the key on look the same, so that an answer
 * cannot be used to learn about the key.
 */
export function decryptPayload(
	envelope: unknown,
	{ privateKey, fieldName }: DecryptOptions,
): object {
	const text = encryptedToken(envelope, fieldName);
	if (text === undefined) throw new PayloadEncryptionError('NOT_ENCRYPTED');
	const token = parseJweToken(text);
	const plaintext = attempt(() => {
		if (token.enc === 'A128CBC-HS256' && !verifyCbcTag(token, privateKey)) return undefined;
		return inMemoryJwe(privateKey).decrypt({
			request: { url: '/' },
			header: {},
			body: { [ENGINE_FIELD]: text },
		});
	});
	if (typeof plaintext !== 'string') throw new PayloadEncryptionError('DECRYPTION_FAILED');
	const answer = attempt(() => parseExactly(plaintext));
	if (typeof answer !== 'object' || answer === null) {
		throw new PayloadEncryptionError('UNREADABLE_ANSWER');
	}
	return answer;
}

function attempt(action: () => unknown): unknown {
	try {
		return action();
	} catch {
		return undefined;
	}
}

function parseExactly(json: string): unknown {
	return JSON.parse(
		json.replace(TEXT_OR_LONG_INTEGER, (match) =>
			match.startsWith('"') || Number.isSafeInteger(Number(match)) ? match : `"${match}"`,
		),
	);
}
