/** The consent gate: nothing is sent about anyone without an explicit yes. */
import { InvalidParameterError } from './errors/InvalidParameterError';

/**
 * @param value The row's value of 'Has Consent'. Only the boolean `true` passes. The text "true", 1 and the like
 * suggest a wrongly mapped column, so they are rejected.
 * @throws InvalidParameterError for everything else.
 */
export function requireConsent(value: unknown): true {
	if (value === true) return true;
	throw new InvalidParameterError(
		'CONSENT_NOT_GIVEN',
		value === false || value === undefined || value === null || value === ''
			? "'Has Consent' is not true, so nothing was sent"
			: `'Has Consent' is ${describe(value)} instead of true or false, so nothing was sent`,
		'Map \'Has Consent\' to a true/false value in your consent records. Convert text such as "true" or "yes" first, for example with the expression {{ $json.consent === \'yes\' }}.',
	);
}

function describe(value: unknown): string {
	return typeof value === 'string'
		? 'text'
		: typeof value === 'number'
			? 'a number'
			: 'a list or object';
}
