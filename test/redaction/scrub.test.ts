import fc from 'fast-check';

import { maskPan } from '../../redaction/maskPan';
import { createScrubber, scrubText } from '../../redaction/scrub';
import { pan, prose, typedPan } from './arbitraries';

const CARD = '5425233430109903';
const MASK = '542523******9903';

describe('a text that holds something like a card', () => {
	it.each([
		['the card alone', CARD, MASK],
		['grouped with spaces', 'Card 5425 2334 3010 9903 refused', `Card ${MASK} refused`],
		['grouped with dashes', '5425-2334-3010-9903.', `${MASK}.`],
		['grouped with non-breaking spaces', '5425\u00a02334\u00a03010\u00a09903', MASK],
		['a wrong check digit', 'pan=5425233430109904', 'pan=542523******9904'],
		['in JSON', `{"customerPAN":"${CARD}","n":1}`, `{"customerPAN":"${MASK}","n":1}`],
		['as a JSON number', `{"customerPAN":${CARD}}`, `{"customerPAN":${MASK}}`],
		['after an underscore', `card_${CARD}`, `card_${MASK}`],
		['track data', `;${CARD}=2512101?`, `;${MASK}=2512101?`],
		['with decimals, from a sheet', `${CARD}.00`, `${MASK}.00`],
		['two cards apart by a comma', `${CARD},${CARD}`, `${MASK},${MASK}`],
		['two cards apart by a space', `${CARD} ${CARD}`, `${MASK} ${MASK}`],
		['a row number before', `Row 12 ${CARD}`, `Row 12 ${MASK}`],
		['after a date', '2026-11-21 5425 2334 3010 9903', `2026-11-21 ${MASK}`],
		['a percent-encoded query', `customerPan%3D${CARD}%26x`, `customerPan%3D${MASK}%26x`],
		['encoded twice', `customerPan%253D${CARD}%2526x`, `customerPan%253D${MASK}%2526x`],
		['13 digits', 'Visa 4222222222222', 'Visa 422222***2222'],
		['19 digits', '6304000000000000000', '630400*********0000'],
	])('%s: only the mask is left', (_case, text, scrubbed) => {
		expect(scrubText(text)).toBe(scrubbed);
	});

	it('hides two cards in groups side by side, since no one can tell where one ends', () => {
		expect(scrubText('5425 2334 3010 9903 5425 2334 3010 9903')).toBe(
			`542523${'*'.repeat(22)}9903`,
		);
	});

	it('hides more, never less, when an escaped space touches the card', () => {
		for (const space of ['%20', '%2520']) {
			const scrubbed = scrubText(`for${space}6304000000000000000 `);
			expect(scrubbed).toMatch(/^for%\d{6}\*+0000 $/);
		}
	});

	it('never shows a digit of a card, typed in any grouping, that the mask hides', () => {
		fc.assert(
			fc.property(prose, typedPan, prose, (before, card, after) => {
				expect(scrubText(`${before}${card.typed} ${after}`)).toBe(
					`${before}${maskPan(card.pan)} ${after}`,
				);
			}),
		);
	});
});

describe('what only resembles a card', () => {
	it.each([
		['a UUID', 'c0ffee00-1234-4567-8901-123456789012'],
		['a UUID of digits alone', '12345678-1234-1234-1234-123456789012'],
		['a UUID after a number', 'row 12 12345678-1234-4123-8123-123456789abc'],
		['a UUID in a URL', '/locations/b5c11d1e-9876-4321-8765-432187654321/metrics'],
		['a date', '2026-11-21'],
		['a span of dates', 'row 12 2026-11-21 2026-11-28'],
		['a timestamp', '2026-11-21T03:51:09.123456789Z'],
		['a timestamp with zone', 'at 2026-11-21T03:51:09-05:00 and 2026-11-21 03:51:09'],
		['seconds since 1970', 'oauth_timestamp="1795233069"'],
		['milliseconds since 1970', 'started 1795233069123'],
		['a gateway reference', '18.2d351202.1474033000.1f8c6d4a'],
		['digits within a word', 'nonce 5425233430109903x and x5425233430109903'],
		['base64', 'Zm9v5425233430109903+/='],
		['decimal fractions', '{f1:0.1134841234567890,f2:-0.0203331234567}'],
		['12 digits', '123456789012'],
		['20 digits', '12345678901234567890'],
		['a masked card', MASK],
		['a formatted amount', 'USD 1,234,567,890,123.00'],
	])('%s stays', (_case, text) => {
		expect(scrubText(text)).toBe(text);
	});

	it('any UUID and any timestamp stays, wherever it stands in a sentence', () => {
		const time = fc
			.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
			.map((date) => date.toISOString());
		fc.assert(
			fc.property(prose, fc.oneof(fc.uuid(), time), prose, (before, id, after) => {
				const text = `${before}${id} ${after}`;
				expect(scrubText(text)).toBe(text);
			}),
		);
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
	])('are found %s', (_case, text, scrubbed) => {
		expect(createScrubber({ pans: [CARD] })(text)).toBe(scrubbed);
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
		['an ideographic space between full-width digits', '５４２５　２３３４　３０１０　９９０３'],
	])('are found written with %s', (_case, form) => {
		const scrub = createScrubber({ pans: [CARD] });
		expect(scrub(`the card ${form} was refused`)).toMatch(
			/^the card 542523\*{6}9903(e15)? was refused$/,
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
				expect(createScrubber({ pans: [card] })(`${before}${form} ${after}`)).toBe(
					`${before}${maskPan(card)} ${after}`,
				);
			}),
		);
	});

	it.each([
		['a letter between', '5425 2334 x 3010 9903'],
		['seven characters between', '5425 2334 ----- 3010 9903'],
		['Base64', Buffer.from(CARD).toString('base64')],
	])('are not looked for with %s', (_case, form) => {
		expect(createScrubber({ pans: [CARD] })(form)).toBe(form);
	});

	it('that overlap are hidden together', () => {
		const scrub = createScrubber({ pans: [CARD, '3343010990312345'] });
		expect(scrub(`no. ${CARD}12345!`)).toBe('no. ***!');
	});

	it('are found in texts of megabytes, of whatever kind', () => {
		const scrub = createScrubber({ pans: [CARD] });
		for (const piece of ['5 ', '5', '%25', '\\', '&', '2020-01-01', '12345678-1234-', '½']) {
			// V8 fails on patterns that repeat some million times.
			const megabytes = piece === '5 ' ? 10 : 1;
			const text = piece.repeat((megabytes * 1_000_000) / piece.length);
			expect(scrub(`${text} x${CARD}`).endsWith(` x${MASK}`)).toBe(true);
		}
	}, 60_000);

	it('are found in any text when given in any grouping', () => {
		fc.assert(
			fc.property(fc.string(), typedPan, typedPan, fc.string(), (before, known, other, after) => {
				const scrub = createScrubber({ pans: [other.pan, known.typed] });
				const scrubbed = scrub(`${before}${known.pan}${after}`);
				expect(scrubbed).not.toContain(known.pan);
				expect(scrubbed).not.toContain(known.pan.slice(0, 11));
			}),
		);
	});

	it('of different lengths: the longest that fits is hidden', () => {
		const scrub = createScrubber({ pans: [CARD, `${CARD}123`] });
		expect(scrub(`x${CARD}123 x${CARD}12`)).toBe(`x542523*********3123 x${MASK}12`);
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
		const scrub = createScrubber({ pans: counting });
		for (const number of pans) expect(scrub(`x${number}`)).toBe(`x${maskPan(number)}`);
		expect(reads).toBe(pans.length);
	});
});

describe('secrets that are known', () => {
	const secret = 'p@ss word/ä+1';

	it.each([
		['as they are', `password: ${secret}!`, 'password: ***!'],
		['percent-encoded', 'x=p%40ss%20word%2F%C3%A4%2B1&y', 'x=***&y'],
		['percent-encoded in small letters', 'x=p%40ss%20word%2f%c3%a4%2b1&y', 'x=***&y'],
		['encoded twice', 'POST&x%3Dp%2540ss%2520word%252F%25C3%25A4%252B1%26y', 'POST&x%3D***%26y'],
		['in small letters, twice', 'x%3dp%2540ss%2520word%252f%25c3%25a4%252b1', 'x%3d***'],
		['several times', `${secret}${secret} ${secret}`, '****** ***'],
	])('are hidden %s', (_case, text, scrubbed) => {
		expect(createScrubber({ secrets: [secret] })(text)).toBe(scrubbed);
	});

	it('are hidden without the blanks that were pasted around them', () => {
		const scrub = createScrubber({ secrets: [` ${secret}\n`, '  ab \t'] });
		expect(scrub(`password: ${secret}, x=p%40ss%20word%2F%C3%A4%2B1, ab`)).toBe(
			'password: ***, x=***, ab',
		);
	});

	it('leave nothing of the longer one when one is part of another', () => {
		const scrub = createScrubber({ secrets: ['abcd', 'abcdefgh', 'ghijkl'] });
		expect(scrub('(abcdefgh) (abcd) (abcdefghijkl)')).toBe('(***) (***) (***)');
	});

	it('do not leave the rest of a card readable when one is found in its middle', () => {
		expect(createScrubber({ secrets: ['3343'] })(`card ${CARD} 3343`)).toBe('card *** ***');
	});

	it('of fewer than four characters are not looked for: the holes would spell them', () => {
		expect(createScrubber({ secrets: ['', 'a', 'abc'] })('abc a banana')).toBe('abc a banana');
	});

	it('never remain in any text, whatever characters they have', () => {
		const text = fc.string({ unit: 'binary' });
		const value = fc.string({ unit: 'binary', minLength: 4, maxLength: 20 });
		fc.assert(
			fc.property(text, value, text, (before, hidden, after) => {
				fc.pre(!/^\*+$/.test(hidden));
				const scrub = createScrubber({ secrets: [hidden] });
				const twice = encodeURIComponent(encodeURIComponent(hidden));
				expect(
					scrub(`${before}${hidden}|${encodeURIComponent(hidden)}|${twice}${after}`),
				).not.toContain(hidden);
			}),
		);
	});
});

describe('PEM blocks', () => {
	const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIB\nAAAA\n-----END RSA PRIVATE KEY-----';

	it.each([
		['as they are', `key: ${pem}\n.`, 'key: ***\n.'],
		['on one line, as JSON writes them', JSON.stringify({ pem }), '{"pem":"***"}'],
		['two of them', `${pem}\nand\n${pem}`, '***\nand\n***'],
		['cut off by a log', `key: ${pem.slice(0, 50)}`, 'key: ***'],
	])('are hidden: %s', (_case, text, scrubbed) => {
		expect(scrubText(text)).toBe(scrubbed);
	});
});

describe('all other text', () => {
	it('comes out as it went in', () => {
		const word = fc.string({ unit: fc.constantFrom(...'aZ é%&="{}:,.-*_\n12') });
		fc.assert(
			fc.property(word, pan, (text, known) => {
				fc.pre((text.match(/\d/g)?.length ?? 0) < 13);
				expect(createScrubber({ pans: [known], secrets: ['never in there'] })(text)).toBe(text);
			}),
		);
	});

	it('takes known values in one go as well', () => {
		expect(scrubText(`x${CARD} hunter22`, { pans: [CARD], secrets: ['hunter22'] })).toBe(
			`x${MASK} ***`,
		);
	});
});
