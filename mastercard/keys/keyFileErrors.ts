/** Messages for private key fields that do not contain a usable private key. */
import { CredentialFieldError } from './CredentialFieldError';
import type { PrivateKeyFields } from './privateKeyTypes';

export const EXPECTED_FORMAT = 'the Base64 text of the .p12 file, or the private key in PEM form';

export function unreadableKey(fields: PrivateKeyFields): CredentialFieldError {
	return new CredentialFieldError(
		'UNREADABLE',
		fields.key,
		`'${fields.key}' looks like a key but cannot be read: part of it is missing or changed. Paste ${EXPECTED_FORMAT}.`,
	);
}

export function certificateInsteadOfKey(fields: PrivateKeyFields): CredentialFieldError {
	return new CredentialFieldError(
		'CERTIFICATE_INSTEAD_OF_KEY',
		fields.key,
		`'${fields.key}' contains a certificate, which has no private key. Paste ${EXPECTED_FORMAT}.`,
	);
}

export function publicKeyInsteadOfPrivate(fields: PrivateKeyFields): CredentialFieldError {
	return new CredentialFieldError(
		'PUBLIC_KEY',
		fields.key,
		`'${fields.key}' contains a public key. Paste ${EXPECTED_FORMAT}.`,
	);
}
