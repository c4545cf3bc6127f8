/** Sealed cards: card numbers as compact JWE (RFC 7516), encrypted to our own key before they reach a sheet or n8n. */
import type { KeyObject } from 'node:crypto';
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { compactDecrypt, joseErrors } from '../libraries/jose';
import { MAX_SEALED_CARD_LENGTH } from '../limits';

/** Base64url of `{"`, with which the header of every JWE begins. */
const JWE_BEGINNING = 'eyJ';

const ACCEPTED = {
	keyManagementAlgorithms: ['RSA-OAEP-256', 'ECDH-ES'],
	contentEncryptionAlgorithms: ['A256GCM'],
	// Compressed content is not accepted. `crit` is not either, as jose does unless told what to understand.
	maxDecompressedLength: 0,
};

/** @returns whether a parameter holds a sealed card, whole or not, and so no card number. */
export function isSealedCard(value: unknown): value is string {
	return typeof value === 'string' && value.trimStart().startsWith(JWE_BEGINNING);
}

/**
 * Opens a sealed card off the main thread: jose uses Web Crypto, which Node.js runs on its thread pool.
 *
 * @param sealed RSA-OAEP-256 or ECDH-ES, with A256GCM
 * @returns what was sealed, not yet checked to be a card number
 * @throws InvalidParameterError. All failures from the first use of the key on look the same.
 */
export async function openSealedCard(sealed: string, key: KeyObject): Promise<string> {
	const token = sealed.trim();
	if (token.length > MAX_SEALED_CARD_LENGTH)
		throw new InvalidParameterError(
			'SEALED_CARD_TOO_LONG',
			`The sealed card in 'Customer PAN' is longer than ${MAX_SEALED_CARD_LENGTH} characters`,
			'Seal the digits of the card number alone.',
		);
	const opened = await compactDecrypt(token, key, ACCEPTED).then(
		({ plaintext }) => new TextDecoder().decode(plaintext),
		toParameterError,
	);
	if (opened instanceof InvalidParameterError) throw opened;
	return opened;
}

function toParameterError(error: unknown): InvalidParameterError {
	if (error instanceof joseErrors.JOSEAlgNotAllowed)
		return new InvalidParameterError(
			'SEALED_CARD_ALGORITHM',
			"The sealed card in 'Customer PAN' uses an encryption that is not supported",
			'Seal with RSA-OAEP-256 or ECDH-ES, and A256GCM.',
		);
	return new InvalidParameterError(
		'SEALED_CARD_NOT_OPENED',
		"The sealed card in 'Customer PAN' cannot be opened: it was sealed for another key, or is incomplete or changed",
		"Check that it was sealed with the public key that belongs to 'Card Sealing Key' in the credential, and that the column holds all of it.",
	);
}
