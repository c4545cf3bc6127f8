import fc from 'fast-check';

import { createRedactor } from '../../redaction/redactText';
import { redactJson } from '../../redaction/redactJson';
import { pan } from './arbitraries';

const CARD = '5425233430109903';
const MASK = '542523******9903';

describe('a redacted JSON value', () => {
	it('has every text, key and number that is a card covered, and all else as it was', () => {
		const value = {
			customerPAN: CARD,
			asNumber: 5425233430109903,
			nested: [{ [`card ${CARD}`]: [null, 0, false, '', -0.5] }],
			zero: 0,
			nothing: null,
			score: 978,
			createdAt: 1795233069123,
			ratio: 0.1134841234567891,
			loss: -5425233430109903,
		};
		expect(redactJson(value)).toStrictEqual({
			customerPAN: MASK,
			asNumber: MASK,
			nested: [{ [`card ${MASK}`]: [null, 0, false, '', -0.5] }],
			zero: 0,
			nothing: null,
			score: 978,
			createdAt: 1795233069123,
			ratio: 0.1134841234567891,
			loss: `-${MASK}`,
		});
	});

	it('keeps the order of keys', () => {
		const redacted = redactJson({ z: 1, [CARD]: 2, a: 3, m: 4 });
		expect(Object.keys(redacted as object)).toEqual(['z', MASK, 'a', 'm']);
	});

	it('loses no entry when two keys look the same once masked', () => {
		const value = { [CARD]: 1, '5425239999999903': 2, '5425238888889903': 3 };
		expect(redactJson(value)).toEqual({ [MASK]: 1, [`${MASK} #2`]: 2, [`${MASK} #3`]: 3 });
	});

	it('gives no entry the number of a key that has it already', () => {
		const value = { [`${MASK} #2`]: 0, [CARD]: 1, '5425239999999903': 2, [MASK]: 3 };
		expect(redactJson(value)).toEqual({
			[`${MASK} #2`]: 0,
			[MASK]: 1,
			[`${MASK} #3`]: 2,
			[`${MASK} #4`]: 3,
		});
	});

	it.each([
		['a whole number', 5425233430109903, MASK],
		['a negative number', -5425233430109903, `-${MASK}`],
		['a number with a fraction', 424252334301099.5, '424252*****1099.5'],
		['13 digits', 4222222222222, '422222***2222'],
		['19 digits', 6304000000000000000, '630400*********0000'],
	])('has no card written as %s', (_case, number, redacted) => {
		expect(redactJson({ number })).toEqual({ number: redacted });
	});

	it.each([
		['a fraction', 5.425233430109903, MASK],
		['a negative fraction', -0.5425233430109903, `-0.${MASK}`],
		['a positive exponent', 5.425233430109903e25, `${MASK}e+25`],
		['a negative exponent', 5.425233430109903e-9, `${MASK}e-9`],
	])('has no known card written with %s', (_case, number, redacted) => {
		const redact = createRedactor({ pans: [CARD] });
		expect(redactJson({ number }, redact)).toEqual({ number: redacted });
	});

	it.each([
		['amounts', 999999999999, -999999999999, 123456789.99, 1234567890.123],
		['embeddings', 0.113484, -0.113484123456789, 1.234567890123e-7],
		['timestamps', 1795233069, 1795233069123, 1795233069123.5, -1795233069123],
		['numbers beyond any card', 2 ** 70, 1.2345678901234567e200],
	])('keeps %s', (_case, ...numbers) => {
		expect(redactJson(numbers)).toEqual(numbers);
	});

	it('treats every number as the text that JSON writes for it', () => {
		const redact = createRedactor({ pans: [CARD] });
		const cents = fc.integer({ min: -1e15, max: 1e15 }).map((amount) => amount / 100);
		const digits = fc.bigInt({ min: 0n, max: 10n ** 19n }).map(Number);
		fc.assert(
			fc.property(fc.oneof(fc.double(), cents, digits, fc.integer()), (number) => {
				const text = String(number);
				expect(redactJson(number, redact)).toBe(redact(text) === text ? number : redact(text));
			}),
			{ numRuns: 2000 },
		);
	});

	it('keeps a key named __proto__ as a plain key', () => {
		const value: unknown = JSON.parse(`{"__proto__":{"pan":"${CARD}"}}`);
		expect(JSON.stringify(redactJson(value))).toBe(`{"__proto__":{"pan":"${MASK}"}}`);
	});

	it('is a new value: the one given is untouched', () => {
		const value = Object.freeze({ list: Object.freeze([CARD]) });
		expect(redactJson(value)).toEqual({ list: [MASK] });
		expect(value.list).toEqual([CARD]);
	});

	it("uses the run's own redactor for what is known", () => {
		const redact = createRedactor({ pans: [CARD], secrets: ['hunter22'] });
		expect(redactJson({ [`x${CARD}`]: ['hunter22'] }, redact)).toEqual({ [`x${MASK}`]: ['***'] });
	});

	it('never holds a planted card, at any depth, as text, key or number', () => {
		fc.assert(
			fc.property(pan, fc.jsonValue(), fc.string(), (card, other, text) => {
				const planted = {
					[card]: other,
					deep: [{ text: `${text}${card}${text}`, n: Number(card) }],
				};
				const out = JSON.stringify(redactJson(planted, createRedactor({ pans: [card] })));
				expect(out).not.toContain(card);
				if (Number.isSafeInteger(Number(card))) expect(out).not.toContain(String(Number(card)));
			}),
		);
	});

	it('equals any value that holds nothing confidential', () => {
		const leaf = fc.oneof(
			fc.boolean(),
			fc.constant(null),
			fc.integer(),
			fc.double({ noNaN: true }),
		);
		const { value } = fc.letrec((tie) => ({
			value: fc.oneof(
				{ maxDepth: 4 },
				leaf,
				fc.array(tie('value')),
				fc.dictionary(fc.string({ unit: fc.constantFrom(...'abc_ é') }), tie('value')),
			),
		}));
		fc.assert(
			fc.property(value, (json) => {
				fc.pre(!/(?<![.\d])\d{13,19}(?!\d)/.test(JSON.stringify(json)));
				expect(redactJson(json)).toEqual(json);
			}),
		);
	});
});
