// Open Finance's error bodies, which have no wrapper.
import type { SimulatedResponse } from '../http';

/** Codes are strings, except where the specification's example has a number: clients must compare them as text. */
export function openFinanceError(
	status: number,
	code: string | number,
	message: string,
	details: Record<string, string> = {},
): SimulatedResponse {
	return { status, body: { code, message, ...details } };
}

export const MISSING_APP_KEY = openFinanceError(
	401,
	'10026',
	'Missing parameter (Finicity-App-Key)',
);
export const INVALID_APP_KEY = openFinanceError(
	401,
	'10027',
	'Invalid parameter (Finicity-App-Key)',
);
export const MISSING_TOKEN = openFinanceError(
	401,
	'10024',
	'Missing parameter (Finicity-App-Token)',
);
export const INVALID_TOKEN = openFinanceError(401, '10022', 'Invalid (Finicity-App-Token)');
export const EXPIRED_TOKEN = openFinanceError(401, '10023', 'Expired (Finicity-App-Token)');
export const INVALID_CREDENTIALS = openFinanceError(401, '10001', 'Invalid credentials');
export const NOT_AUTHORIZED = openFinanceError(401, '10021', 'You are not authorized.');
export const PARTNER_NOT_FOUND = openFinanceError(404, 12401, 'partner not found');
export const CUSTOMER_NOT_FOUND = openFinanceError(404, '14001', 'Customer not found.');
export const RESOURCE_NOT_FOUND = openFinanceError(404, '14001', 'Resource not found.');

/** A required parameter of the authentication request is missing. */
export function missingParameter(name: string): SimulatedResponse {
	return openFinanceError(400, '10005', `Missing parameter (${name})`);
}
