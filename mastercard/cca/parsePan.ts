/** Parses a card number as it is kept in spreadsheets and databases. */
import { InvalidParameterError } from '../errors/InvalidParameterError';

const HINT =
	'Check the column mapped to this parameter. Spreadsheets often round long card numbers, so format the column as text.';

/**
 * @param value The parameter's value: text, with or without spaces and dashes.
 * @returns 16 to 19 digits (Mastercard's rule for `customerPAN`) that pass the Luhn check. Prefixes are
 * not checked: one of Mastercard's own test cards lies outside its public ranges.
 * @throws InvalidParameterError that contains no digit of the value.
 */
export function parsePan(value: unknown): string {
	// A number may already have lost its last digits: 19-digit card numbers exceed its precision.
	if (typeof value === 'number' && !Number.isSafeInteger(value))
		throw new InvalidParameterError(
			'PAN_ROUNDED',
			"'Customer PAN' is a number that has been rounded",
			HINT,
		);
	const text = value ?? '';
	if (typeof text !== 'string' && typeof text !== 'number')
		throw new InvalidParameterError('PAN_NOT_TEXT', "'Customer PAN' is not text", HINT);

	const pan = String(text).replace(/[\s\u2010-\u2015-]/g, '');
	if (pan === '') throw new InvalidParameterError('PAN_MISSING', "'Customer PAN' is empty", HINT);
	if (!/^[0-9]+$/.test(pan))
		throw new InvalidParameterError(
			'PAN_NOT_DIGITS',
			"'Customer PAN' contains characters other than digits, spaces and dashes",
			HINT,
		);
	if (pan.length < 16 || pan.length > 19)
		throw new InvalidParameterError(
			'PAN_LENGTH',
			`'Customer PAN' has ${pan.length} digits; a card number has 16 to 19`,
			HINT,
		);
	if (!passesLuhn(pan))
		throw new InvalidParameterError(
			'PAN_CHECK_DIGIT',
			"'Customer PAN' has a wrong check digit",
			HINT,
		);
	return pan;
}

/** The check digit rule of ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
	let sum = 0;
	for (let position = 0; position < digits.length; position++) {
		const digit = Number(digits[digits.length - 1 - position]);
		const doubled = digit * 2;
		sum += position % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}
