/** Finds the encrypted value in an answer. */
import { isPlainObject } from './isPlainObject';

/** Names that Mastercard's own examples use; answers do not always use the one that requests do. */
const USUAL_NAMES = ['encryptedData', 'encryptedValue'];

/**
 * @param answer parsed JSON, encrypted or not
 * @param fieldName the name set in the credential, which is looked at first
 * @returns the token, or undefined when the answer is not an encrypted one
 */
export function findEncryptedValue(response: unknown, fieldName: string): string | undefined {
	if (!isPlainObject(response)) return undefined;
	const name = [fieldName, ...USUAL_NAMES].find((candidate) => Object.hasOwn(response, candidate));
	const value = name === undefined ? undefined : response[name];
	return typeof value === 'string' ? value : undefined;
}
