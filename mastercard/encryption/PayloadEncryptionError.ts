/** Why a payload could not be encrypted or decrypted, without a word about its content or the failing step. */

export type PayloadEncryptionErrorCode =
	| 'NOT_AN_OBJECT'
	| 'NOTHING_ENCRYPTED'
	| 'NOT_ENCRYPTED'
	| 'UNSUPPORTED_ENCRYPTION'
	| 'DECRYPTION_FAILED'
	| 'UNEXPECTED_RESPONSE';

const MESSAGES: Record<PayloadEncryptionErrorCode, string> = {
	NOT_AN_OBJECT: 'Only a JSON object can be encrypted as a request body.',
	NOTHING_ENCRYPTED:
		'The request was not sent, because its body could not be encrypted as a whole.',
	NOT_ENCRYPTED:
		"The response from Mastercard is not encrypted as expected. Check 'Encrypted Value Field Name' in the credential.",
	UNSUPPORTED_ENCRYPTION:
		'The response from Mastercard uses an unsupported encryption. Supported is RSA-OAEP-256 with AES-GCM or A128CBC-HS256.',
	DECRYPTION_FAILED:
		"The response from Mastercard could not be decrypted. Check that 'Decryption Key' in the credential (or 'Signing Key', when it is empty) is the private key of the \"Mastercard Encryption Key\" in your project.",
	UNEXPECTED_RESPONSE:
		'The response from Mastercard was decrypted, but its content is not a JSON object.',
};

/** `code` is stable; the message says what to check. */
export class PayloadEncryptionError extends Error {
	override readonly name = 'PayloadEncryptionError';

	constructor(readonly code: PayloadEncryptionErrorCode) {
		super(MESSAGES[code]);
	}
}
