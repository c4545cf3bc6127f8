import { createRedactor, createSecretRedactor } from '../../redaction/redactText';
import { coverAdjoiningDigits } from '../../redaction/adjoiningDigits';
import { cardForms } from '../canary/cardForms';
import { createCanarySearch } from '../canary/findCanaries';

/** "!" between the halves is "%21" in a URL, so the last two digits of the card may be taken for a part of the key. */
const CARD = '5425233430109921';
const HALF = 'ace84f6565499c65d9d50f94299484923c3275fbef9c7c0f';
const secrets = [`${'c'.repeat(48)}!${HALF}`];

it.each(Object.entries(cardForms))(
	'a card %s beside a secret is not cut in two by it',
	(_, write) => {
		const find = createCanarySearch({ secrets: {}, cards: [CARD] });
		const redactCards = createRedactor({ pans: [CARD] });
		for (const redact of [createSecretRedactor(secrets), createRedactor({ secrets })])
			expect(find(redactCards(redact(`Problem with ${write(CARD)} ${HALF}`)))).toEqual([]);
	},
);

const ROW = '12 3456-7890.123';

it.each([
	['of thirteen digits, before it', `${ROW}x`, ROW.length - 1, ROW.length, ROW],
	['of thirteen digits, behind it', `x${ROW}y`, 1, 2, ROW],
	['of thirteen digits, on both sides', `x${ROW}y`, 5, 8, ROW],
	['that is a number with an exponent', '5.425233430109903e15 1', 21, 22, '5.425233430109903e15 1'],
	['of twelve digits', '1'.repeat(12), 0, 1, '1'],
	['behind a letter', `${ROW}a5b${ROW}`, ROW.length + 1, ROW.length + 2, '5'],
	['beside other characters', `${ROW}(x)${ROW}`, ROW.length, ROW.length + 3, '(x)'],
	['behind seven other characters', `${ROW}-------2`, ROW.length + 7, ROW.length + 8, '2'],
	['longer than a card, as far as a card reaches', '1'.repeat(60), 30, 31, '1'.repeat(37)],
])('a row of digits %s', (_, text, start, end, covered) => {
	const range = coverAdjoiningDigits(text, { start, end });
	expect(text.slice(range.start, range.end)).toBe(covered);
});
