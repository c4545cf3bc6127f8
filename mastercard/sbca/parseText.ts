/** Parses the short texts in a merchant's details. */
import { InvalidParameterError } from '../errors/InvalidParameterError';

/**
 * @param value Text, or a number from a spreadsheet.
 * @param label The parameter's label.
 * @param maxLength Mastercard's limit in characters, if it publishes one.
 * @returns The trimmed text; empty when the value is missing.
 * @throws InvalidParameterError when the value is not text, is too long or has lost digits.
 */
export function optionalText(value: unknown, label: string, maxLength?: number): string {
	const given = value ?? '';
	if (typeof given !== 'string' && typeof given !== 'number')
		throw new InvalidParameterError(
			buildReasonCode(label, 'NOT_TEXT'),
			`'${label}' is not text`,
			'Map the parameter to a column that holds text.',
		);
	if (typeof given === 'number' && Number.isInteger(given) && !Number.isSafeInteger(given))
		throw new InvalidParameterError(
			buildReasonCode(label, 'ROUNDED'),
			`'${label}' is a number that has been rounded`,
			'Spreadsheets round long numbers, so format the column as text.',
		);
	const text = String(given).trim();
	if (maxLength !== undefined && text.length > maxLength)
		throw new InvalidParameterError(
			buildReasonCode(label, 'TOO_LONG'),
			`'${label}' has ${text.length} characters; Mastercard accepts up to ${maxLength}`,
			'Shorten the text.',
		);
	return text;
}

/** As `optionalText`, for mandatory text. @throws InvalidParameterError also when it is empty. */
export function requiredText(value: unknown, label: string, maxLength?: number): string {
	const text = optionalText(value, label, maxLength);
	if (text !== '') return text;
	throw new InvalidParameterError(
		buildReasonCode(label, 'MISSING'),
		`'${label}' is empty`,
		'Check the column mapped to this parameter.',
	);
}

function buildReasonCode(label: string, fault: string): string {
	return `${label.toUpperCase().replaceAll(/\W+/g, '_')}_${fault}`;
}
