// Mastercard's error bodies: the `Errors.Error[]` wrapper that the gateway and both OAuth 1.0a APIs use.
import type { Answer } from './http';

/** One entry of Mastercard's error wrapper, in its own PascalCase. */
export interface MastercardError {
	Source: string;
	ReasonCode: string;
	Description: string;
	Recoverable: boolean;
	Details: string | null;
}

/** An answer with status `status` and one or more errors in the documented wrapper. */
export function errorAnswer(status: number, ...errors: MastercardError[]): Answer {
	return { status, body: { Errors: { Error: errors } } };
}

/** An error as the gateway itself writes it; never worth a retry unless `recoverable`. */
export function gatewayError(
	status: number,
	reasonCode: string,
	description: string,
	details: string | null = null,
	recoverable = false,
): Answer {
	return errorAnswer(status, {
		Source: 'Gateway',
		ReasonCode: reasonCode,
		Description: description,
		Recoverable: recoverable,
		Details: details,
	});
}
