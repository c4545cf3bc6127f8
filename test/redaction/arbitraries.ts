/** Values that the redaction tests generate. */
import fc from 'fast-check';

export const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });

/** Card numbers of Mastercard's 5-series, 16 to 19 digits as the nodes take them; no Luhn. */
export const pan: fc.Arbitrary<string> = fc
	.tuple(fc.constantFrom('51', '52', '53', '54', '55'), digits(14, 17))
	.map((parts) => parts.join(''));

/** A card number as people type it: in groups with a single space or dash between. */
export const typedPan: fc.Arbitrary<{ pan: string; typed: string }> = fc
	.tuple(pan, fc.constantFrom('', ' ', '-'), fc.constantFrom('4444', '465', '88'))
	.map(([number, separator, grouping]) => {
		const groups: string[] = [];
		let from = 0;
		for (const size of grouping) {
			groups.push(number.slice(from, from + Number(size)));
			from += Number(size);
		}
		groups.push(number.slice(from));
		return { pan: number, typed: groups.filter((group) => group !== '').join(separator) };
	});

/** Text around a card: words and punctuation that do not touch it with a letter or digit. */
export const prose: fc.Arbitrary<string> = fc
	.array(
		fc.constantFrom('card', 'Row', '"customerPAN":', '(', '=', 'für', '::', '\n', '{"a":', '¿'),
		{ maxLength: 5 },
	)
	.map((words) => words.map((word) => `${word} : `).join(''));
