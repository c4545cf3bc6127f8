/** Rejects a credential field that is longer than any valid value, before it is parsed. */
import { CredentialFieldError } from './CredentialFieldError';

/**
 * @param field its name in the editor
 * @param max in characters
 * @throws CredentialFieldError
 */
export function checkLength(text: string, field: string, max: number): void {
	if (text.length <= max) return;
	throw new CredentialFieldError(
		'TOO_LONG',
		field,
		`'${field}' is longer than ${max} characters. Check what was pasted.`,
	);
}
