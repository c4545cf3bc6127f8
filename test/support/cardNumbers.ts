// Card numbers for tests: any digits with a correct check digit.
import fc from 'fast-check';

/** Appends the Luhn check digit to `digits`. */
export function withCheckDigit(digits: string): string {
	let sum = 0;
	[...digits].reverse().forEach((digit, index) => {
		const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
		sum += doubled > 9 ? doubled - 9 : doubled;
	});
	return digits + String((10 - (sum % 10)) % 10);
}

/** Any well-formed card number of 16 to 19 digits. */
export function cardNumber(): fc.Arbitrary<string> {
	return fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 18 })
		.map((digits) => withCheckDigit(digits.join('')));
}
