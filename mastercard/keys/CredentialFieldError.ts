/** An error in one field of the credential, described for the person who filled it in. */

export type CredentialFieldErrorCode =
	| 'MISSING'
	| 'TOO_LONG'
	| 'FILE_NAME'
	| 'ZIP_ARCHIVE'
	| 'JAVA_KEYSTORE'
	| 'BINARY_FILE'
	| 'TRUNCATED'
	| 'UNREADABLE'
	| 'PASSWORD_REQUIRED'
	| 'WRONG_PASSWORD'
	| 'UNSUPPORTED_KEY_ENCRYPTION'
	| 'TOO_MANY_ITERATIONS'
	| 'NO_KEY'
	| 'WRONG_ALIAS'
	| 'ALIAS_REQUIRED'
	| 'PUBLIC_KEY'
	| 'CERTIFICATE_INSTEAD_OF_KEY'
	| 'KEY_INSTEAD_OF_CERTIFICATE'
	| 'OWN_CERTIFICATE'
	| 'CERTIFICATE_MISMATCH'
	| 'NOT_RSA'
	| 'KEY_TOO_SHORT'
	| 'KEY_TOO_LONG'
	| 'UNSUITABLE_KEY'
	| 'CERTIFICATE_EXPIRED'
	| 'CERTIFICATE_NOT_YET_VALID'
	| 'MALFORMED_CONSUMER_KEY'
	| 'MALFORMED_BASE_URL'
	| 'FOREIGN_HOST';

/**
 * `code` is stable and `field` is the name shown in the editor. The message names the field, says what to do, and
 * contains nothing of the field's content.
 */
export class CredentialFieldError extends Error {
	override readonly name = 'CredentialFieldError';

	constructor(
		readonly code: CredentialFieldErrorCode,
		readonly field: string,
		message: string,
	) {
		super(message);
	}
}
