// Open Finance's flat error bodies.
import type { Answer } from '../http';

/** Codes are texts, except where the specification's example has a number: compare them as text. */
export function flatError(
	status: number,
	code: string | number,
	message: string,
	more: Record<string, string> = {},
): Answer {
	return { status, body: { code, message, ...more } };
}

export const MISSING_APP_KEY = flatError(401, '10026', 'Missing parameter (Finicity-App-Key)');
export const INVALID_APP_KEY = flatError(401, '10027', 'Invalid parameter (Finicity-App-Key)');
export const MISSING_TOKEN = flatError(401, '10024', 'Missing parameter (Finicity-App-Token)');
export const INVALID_TOKEN = flatError(401, '10022', 'Invalid (Finicity-App-Token)');
export const EXPIRED_TOKEN = flatError(401, '10023', 'Expired (Finicity-App-Token)');
export const INVALID_CREDENTIALS = flatError(401, '10001', 'Invalid credentials');
export const NOT_AUTHORIZED = flatError(401, '10021', 'You are not authorized.');
export const PARTNER_NOT_FOUND = flatError(404, 12401, 'partner not found');
export const CUSTOMER_NOT_FOUND = flatError(404, '14001', 'Customer not found.');
export const RESOURCE_NOT_FOUND = flatError(404, '14001', 'Resource not found.');

/** A required parameter of the sign-in that is absent. */
export function missingParameter(name: string): Answer {
	return flatError(400, '10005', `Missing parameter (${name})`);
}
