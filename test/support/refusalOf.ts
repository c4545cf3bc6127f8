// The refusal that a check throws, for assertions on its parts.
import { InvalidParameterError } from '../../mastercard/errors/InvalidParameterError';

export function refusalOf(check: () => unknown): InvalidParameterError {
	try {
		check();
	} catch (error) {
		if (error instanceof InvalidParameterError) return error;
		throw error;
	}
	throw new Error('Expected a refusal, but the value was accepted.');
}
