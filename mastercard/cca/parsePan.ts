/** Reads a card number the way people keep it in sheets and databases. */
import { InvalidParameter } from '../errors/InvalidParameterError';

const WAY_OUT =
	'Check the column that feeds this parameter. Sheets often turn long card numbers into rounded numbers: keep the column as text.';

/**
 * @param value What the parameter holds: text, with or without spaces and dashes.
 * @returns 16 to 19 digits (Mastercard's rule for `customerPAN`) that pass the Luhn check. Prefixes are
 * not checked: one of Mastercard's own test cards lies outside its public ranges.
 * @throws InvalidParameter that shows no digit of the value.
 */
export function readPan(value: unknown): string {
	// A number may already have lost its last digits: 19-digit card numbers do not fit into one.
	if (typeof value === 'number' && !Number.isSafeInteger(value))
		throw new InvalidParameter('PAN_ROUNDED', "'Customer PAN' is a rounded number", WAY_OUT);
	const text = value ?? '';
	if (typeof text !== 'string' && typeof text !== 'number')
		throw new InvalidParameter('PAN_NOT_TEXT', "'Customer PAN' is not text", WAY_OUT);

	const pan = String(text).replace(/[\s\u2010-\u2015-]/g, '');
	if (pan === '') throw new InvalidParameter('PAN_MISSING', "'Customer PAN' is empty", WAY_OUT);
	if (!/^[0-9]+$/.test(pan))
		throw new InvalidParameter(
			'PAN_NOT_DIGITS',
			"'Customer PAN' contains characters other than digits, spaces and dashes",
			WAY_OUT,
		);
	if (pan.length < 16 || pan.length > 19)
		throw new InvalidParameter(
			'PAN_LENGTH',
			`'Customer PAN' has ${pan.length} digits; a card number has 16 to 19`,
			WAY_OUT,
		);
	if (!passesLuhn(pan))
		throw new InvalidParameter(
			'PAN_CHECK_DIGIT',
			"'Customer PAN' is mistyped: its check digit does not fit",
			WAY_OUT,
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
