import fc from 'fast-check';

import { findKnownCards, knownCards } from '../../redaction/findKnownCards';
import { maskPan } from '../../redaction/maskPan';
import { createRedactor } from '../../redaction/redactText';
import { pan, prose, typedPan } from './arbitraries';

const CARD = '5425233430109903';
const MASK = '542523******9903';

describe('what is looked for', () => {
	it('is what has as many digits as a card, without what keeps them apart', () => {
		const pans = ['5425 2334-30109903', '123456789012', '1'.repeat(20), `x${CARD}`, `${CARD}x`, ''];
		expect([...knownCards(pans).pans]).toEqual([CARD]);
		expect(knownCards(['1'.repeat(13), '2'.repeat(19)]).pans.size).toBe(2);
	});

	it('is the longest of cards that end alike', () => {
		const longer = `123${CARD}`;
		for (const pans of [
			[CARD, longer],
			[longer, CARD],
		])
			expect(findKnownCards(longer, knownCards(pans))).toEqual([
				{ start: 0, end: 19, replacement: '123542*********9903' },
			]);
		expect(findKnownCards(CARD, knownCards([CARD, longer]))).toHaveLength(1);
	});
});

describe('card numbers that are known', () => {
	it.each([
		['within a word', `x${CARD}y`, `x${MASK}y`],
		['within a longer number', `00${CARD}2512${CARD}`, `00${MASK}2512${MASK}`],
		['after a decimal point', `0.${CARD}`, `0.${MASK}`],
		['after an escaped space', `for%20${CARD}`, `for%20${MASK}`],
		['after a short number and a space', `12 5425 2334 3010 9903`, `12 ${MASK}`],
		['next to an unknown card', `${CARD} 5555555555554444`, `${MASK} 555555******4444`],
	])('are found %s', (_case, text, redacted) => {
		expect(createRedactor({ pans: [CARD] })(text)).toBe(redacted);
	});

	it.each([
		['dots', '5425.2334.3010.9903'],
		['slashes', '5425/2334/3010/9903'],
		['underscores', '5425_2334_3010_9903'],
		['commas, as amounts are written', '5,425,233,430,109,903'],
		['an exponent', '5.425233430109903e15'],
		['two spaces', '5425  2334  3010  9903'],
		['tabs', '5425\t2334\t3010\t9903'],
		['line breaks', '5425\r\n2334\r\n3010\r\n9903'],
		['a noncharacter of Unicode before', `\uffff${CARD}`],
		['a comma after each digit', Array.from(CARD).join(', ')],
		['quotes', "54252334', '30109903"],
		['zero-width spaces', '5425\u200b2334\u200b3010\u200b9903'],
		['plus signs', '5425+2334+3010+9903'],
		['percent-encoded spaces', '5425%202334%203010%209903'],
		['spaces encoded twice', '5425%25202334%25203010%25209903'],
		['spaces of HTML', '5425&nbsp;2334&#160;3010&#xA0;9903'],
		['line breaks as JSON escapes them', '5425\\n2334\\n3010\\u00a09903'],
		['full-width digits', '５４２５２３３４３０１０９９０３'],
		['mathematical digits', '𝟓𝟒𝟐𝟓𝟐𝟑𝟑𝟒𝟑𝟎𝟏𝟎𝟗𝟗𝟎𝟑'],
		['HTML escapes for digits', '&#53;42523343010990&#x33;'],
		['percent-encoded digits', '%35425233430109903'],
		['superscript digits', '⁵⁴²⁵²³³⁴³⁰¹⁰⁹⁹⁰³'],
		['six smileys', '54252334😀😀😀😀😀😀30109903'],
		['spaces of HTML in a URL', '5425%26nbsp%3B2334%26%23160%3B3010%26%23xA0%3B9903'],
		['an ideographic space between full-width digits', '５４２５　２３３４　３０１０　９９０３'],
	])('are found written with %s', (_case, form) => {
		const redact = createRedactor({ pans: [CARD] });
		expect(redact(`the card ${form} was declined`)).toMatch(
			/^the card \uffff?542523\*{6}9903(e15)? was declined$/,
		);
	});

	it('are found however their digits are kept apart, and nothing else changes', () => {
		const gap = fc.array(
			fc.constantFrom(' ', '.', '\n', '_', '\u200b', '—', '%20', '%252D', '&nbsp;', '"'),
			{ maxLength: 6 },
		);
		const gaps = fc.array(gap, { minLength: 19, maxLength: 19 });
		fc.assert(
			fc.property(prose, pan, gaps, prose, (before, card, between, after) => {
				const form = Array.from(card, (digit, at) =>
					at === 0 ? digit : `${between[at]?.join('') ?? ''}${digit}`,
				).join('');
				expect(createRedactor({ pans: [card] })(`${before}${form} ${after}`)).toBe(
					`${before}${maskPan(card)} ${after}`,
				);
			}),
		);
	});

	it.each([
		['a letter between', '5425 2334 x 3010 9903'],
		['seven characters between', '5425 2334 ----- 3010 9903'],
		['seven smileys between', '54252334😀😀😀😀😀😀😀30109903'],
		['a fraction sign between', '54252334½30109903'],
		['a letter beyond ASCII between', '54252334ä30109903'],
		['a mathematical letter between', '54252334𝐚30109903'],
		['Base64', Buffer.from(CARD).toString('base64')],
	])('are not looked for with %s', (_case, form) => {
		expect(createRedactor({ pans: [CARD] })(form)).toBe(form);
	});

	it('that overlap are hidden together', () => {
		const redact = createRedactor({ pans: [CARD, '3343010990312345'] });
		expect(redact(`no. ${CARD}12345!`)).toBe('no. ***!');
	});

	it('are found in texts of megabytes, of whatever kind', () => {
		const redact = createRedactor({ pans: [CARD] });
		for (const piece of ['5 ', '5', '%25', '\\', '&', '2020-01-01', '12345678-1234-', '½']) {
			// V8 fails on patterns that repeat some million times.
			const megabytes = piece === '5 ' ? 4 : 1;
			const text = piece.repeat((megabytes * 1_000_000) / piece.length);
			expect(redact(`${text} x${CARD}`).endsWith(` x${MASK}`)).toBe(true);
		}
	}, 60_000);

	it('are found in any text when given in any grouping', () => {
		fc.assert(
			fc.property(fc.string(), typedPan, typedPan, fc.string(), (before, known, other, after) => {
				const redact = createRedactor({ pans: [other.pan, known.typed] });
				const redacted = redact(`${before}${known.pan}${after}`);
				expect(redacted).not.toContain(known.pan);
				expect(redacted).not.toContain(known.pan.slice(0, 11));
			}),
		);
	});

	it('of different lengths: the longest that fits is hidden', () => {
		const redact = createRedactor({ pans: [CARD, `${CARD}123`] });
		expect(redact(`x${CARD}123 x${CARD}12`)).toBe(`x542523*********3123 x${MASK}12`);
	});

	it.each(['542523343010', '54252334301099030000', '5425x23343010990'])(
		'that are none are not looked for: %s',
		(none) => {
			expect(createRedactor({ pans: [none] })(`x${none}x`)).toBe(`x${none}x`);
		},
	);

	it.each(['5425233430109', '5425233430109903000'])('of any length are found: %s', (number) => {
		expect(createRedactor({ pans: [number] })(`x${number}x`)).toBe(`x${maskPan(number)}x`);
	});

	it('are found after digits of any number, also if they share the last nine', () => {
		const redact = createRedactor({ pans: [CARD] });
		for (let count = 0; count < 70; count++)
			expect(redact(`x${'7'.repeat(count)}${CARD}x`)).toContain(MASK.slice(8));
		expect(redact('x9999993430109903x 3430109903')).toBe('x9999993430109903x 3430109903');
	});

	it('take with them seven digits or more that touch them, which might be taken for a card later', () => {
		const redact = createRedactor({ pans: [CARD] });
		expect(redact(`123456${CARD}`)).toBe(`123456${MASK}`);
		expect(redact(`2345678${CARD}`)).not.toContain('2345678');
	});

	it('are looked up, so that ten thousand of them cost a text nothing more', () => {
		const known = new Set<string>();
		let reads = 0;
		const pans = Array.from({ length: 10_000 }, (_, n) => String(5_425_000_000_000_000 + n));
		const counting = {
			*[Symbol.iterator]() {
				for (const number of pans) {
					reads += 1;
					known.add(number);
					yield number;
				}
			},
		};
		const redact = createRedactor({ pans: counting });
		for (const number of pans) expect(redact(`x${number}`)).toBe(`x${maskPan(number)}`);
		expect(reads).toBe(pans.length);
	});
});
