/** Reads the short texts of a merchant's particulars. */
import { InvalidParameterError } from '../errors/InvalidParameterError';

/**
 * @param value Text, or a number from a sheet.
 * @param label The parameter's label.
 * @param longest Mastercard's limit in characters, where it publishes one.
 * @returns The text without blanks around it; empty when nothing is given.
 * @throws InvalidParameter when the value is no text, is too long or has lost digits.
 */
export function optionalText(value: unknown, label: string, longest?: number): string {
	const given = value ?? '';
	if (typeof given !== 'string' && typeof given !== 'number')
		throw new InvalidParameterError(
			getErrorCode(label, 'NOT_TEXT'),
			`'${label}' is not text`,
			'Map the parameter to a column that holds text.',
		);
	if (typeof given === 'number' && Number.isInteger(given) && !Number.isSafeInteger(given))
		throw new InvalidParameterError(
			getErrorCode(label, 'ROUNDED'),
			`'${label}' is a rounded number`,
			'Sheets turn long numbers into rounded ones: keep the column as text.',
		);
	const text = String(given).trim();
	if (longest !== undefined && text.length > longest)
		throw new InvalidParameterError(
			getErrorCode(label, 'TOO_LONG'),
			`'${label}' has ${text.length} characters; Mastercard takes up to ${longest}`,
			'Shorten the text.',
		);
	return text;
}

/** The same for a text that must be there. @throws InvalidParameter also when it is empty. */
export function requiredText(value: unknown, label: string, longest?: number): string {
	const text = optionalText(value, label, longest);
	if (text !== '') return text;
	throw new InvalidParameterError(
		getErrorCode(label, 'MISSING'),
		`'${label}' is empty`,
		'Check the column that feeds this parameter.',
	);
}

function getErrorCode(label: string, fault: string): string {
	return `${label.toUpperCase().replaceAll(/\W+/g, '_')}_${fault}`;
}
