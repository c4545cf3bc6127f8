// The refusal that a check throws, for assertions on its parts.
import { InvalidParameter } from '../../mastercard/errors/InvalidParameterError';

export function refusalOf(check: () => unknown): InvalidParameter {
	try {
		check();
	} catch (error) {
		if (error instanceof InvalidParameter) return error;
		throw error;
	}
	throw new Error('Expected a refusal, but the value was accepted.');
}
