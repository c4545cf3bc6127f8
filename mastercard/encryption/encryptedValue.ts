/** Finds the encrypted value in a response body. */
import { isPlainObject } from './isPlainObject';

/** Names that Mastercard's own examples use; responses do not always use the one that requests do. */
const USUAL_NAMES = ['encryptedData', 'encryptedValue'];

/**
 * @param body parsed JSON, encrypted or not
 * @param fieldName the name set in the credential, which is tried first
 * @returns the token, or undefined when the body is not an encrypted one
 */
export function findEncryptedValue(body: unknown, fieldName: string): string | undefined {
	if (!isPlainObject(body)) return undefined;
	const [value] = [fieldName, ...USUAL_NAMES]
		.filter((name) => Object.hasOwn(body, name))
		.map((name) => body[name]);
	return typeof value === 'string' ? value : undefined;
}
