// Card number validation.

/** Whether a value is a string of 16 to 19 digits with a valid Luhn check digit (ISO/IEC 7812-1). */
export function isCardNumber(value: unknown): value is string {
	if (typeof value !== 'string' || !/^\d{16,19}$/.test(value)) return false;
	const sum = [...value].reverse().reduce((total, character, index) => {
		const digit = Number(character) * (index % 2 === 0 ? 1 : 2);
		return total + (digit > 9 ? digit - 9 : digit);
	}, 0);
	return sum % 10 === 0;
}
