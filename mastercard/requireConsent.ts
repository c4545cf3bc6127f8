/** The consent gate: nothing is sent about anyone without an explicit yes. */
import { InvalidParameterError } from './errors/InvalidParameterError';

/**
 * @param value What 'Has Consent' holds for the row. Only the boolean `true` passes; the text "true", 1 and
 * the like are how a wrongly mapped column looks, so they fail closed.
 * @throws InvalidParameter for everything else.
 */
export function requireConsent(value: unknown): true {
	if (value === true) return true;
	throw new InvalidParameterError(
		'CONSENT_NOT_GIVEN',
		value === false || value === undefined || value === null || value === ''
			? "'Has Consent' is not true, so nothing was sent"
			: `'Has Consent' holds ${describe(value)} instead of true or false, so nothing was sent`,
		'Map \'Has Consent\' to a true/false value of your consent records. Text such as "true" or "yes" does not count; convert it first, for example with the expression {{ $json.consent === \'yes\' }}.',
	);
}

function describe(value: unknown): string {
	return typeof value === 'string'
		? 'text'
		: typeof value === 'number'
			? 'a number'
			: 'a list or object';
}
