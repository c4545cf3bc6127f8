// The error with which a check rejects a parameter, for assertions on its parts.
import { InvalidParameterError } from '../../mastercard/errors/InvalidParameterError';

export function getRejection(check: () => unknown): InvalidParameterError {
	try {
		check();
	} catch (error) {
		if (error instanceof InvalidParameterError) return error;
		throw error;
	}
	throw new Error('Expected an error, but the value was accepted.');
}
