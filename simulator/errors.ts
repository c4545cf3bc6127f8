// Mastercard's error bodies: the `Errors.Error[]` wrapper used by the gateway and by both OAuth 1.0a APIs.
import type { SimulatedResponse } from './http';

/** One entry of Mastercard's error wrapper, in its own PascalCase. */
export interface MastercardError {
	Source: string;
	ReasonCode: string;
	Description: string;
	Recoverable: boolean;
	Details: string | null;
}

/** A response with one or more errors in the documented wrapper. */
export function errorResponse(status: number, ...errors: MastercardError[]): SimulatedResponse {
	return { status, body: { Errors: { Error: errors } } };
}

/** An error that comes from the gateway itself and is not recoverable. */
export function gatewayErrorResponse(
	status: number,
	reasonCode: string,
	description: string,
	details: string | null = null,
): SimulatedResponse {
	return errorResponse(status, {
		Source: 'Gateway',
		ReasonCode: reasonCode,
		Description: description,
		Recoverable: false,
		Details: details,
	});
}
