/** Parses a country code for Mastercard's standalone APIs. */
import { InvalidParameterError } from './errors/InvalidParameterError';

/**
 * @returns Three capital letters (ISO 3166-1 alpha-3). Whether Mastercard serves the country is not
 * checked: no list is published.
 * @throws InvalidParameterError for anything else.
 */
export function parseCountryCode(value: unknown): string {
	const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
	if (/^[A-Z]{3}$/.test(code)) return code;
	throw new InvalidParameterError(
		'COUNTRY_CODE',
		"'Country Code' is not a three-letter country code",
		'Use the ISO 3166-1 alpha-3 code, for example USA, GBR or BRA.',
	);
}
