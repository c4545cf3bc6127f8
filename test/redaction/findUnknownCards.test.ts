import fc from 'fast-check';

import { maskPan } from '../../redaction/maskPan';
import { redactText } from '../../redaction/redactText';
import { prose, typedPan } from './arbitraries';

const CARD = '5425233430109903';
const MASK = '542523******9903';

describe('a text that holds something like a card', () => {
	it.each([
		['the card alone', CARD, MASK],
		['grouped with spaces', 'Card 5425 2334 3010 9903 declined', `Card ${MASK} declined`],
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
		['an escape at the very beginning', `%3D${CARD}`, `%3D${MASK}`],
		['a full stop before', `Declined.${CARD}`, `Declined.${MASK}`],
		['13 digits in groups', '4222 2222 2222 2', '422222***2222'],
		['a short number on both sides', `123456 ${CARD} 7654321`, `123456 ${MASK} 7654321`],
		['13 digits', 'Visa 4222222222222', 'Visa 422222***2222'],
		['19 digits', '6304000000000000000', '630400*********0000'],
		['a minus sign', `-${CARD}`, `-${MASK}`],
		['an exponent', '5.425233430109903e15', MASK],
		['an exponent, as spreadsheets write it', '5.425233430109903E+15.', `${MASK}.`],
		['an exponent beyond the digits', '5.425233430109e+18', '542523*********0000'],
		['next to a masked card', `${MASK} 5425 2334 3010 9903`, `${MASK} ${MASK}`],
		['a long number before a masked card', `4222222222222***1234`, '422222***2222***1234'],
		['a card glued to a mask', `123456***${CARD}`, `123456***${MASK}`],
		['13 digits glued to a mask', `${MASK}123456789`, '542523******990312***6789'],
		['after a year that is none', '1899-11-21 5425233', '189911*****5233'],
		['after a date with a dash before', '-2026-11-21 542523', '-202611****2523'],
	])('%s: only the mask is left', (_case, text, redacted) => {
		expect(redactText(text)).toBe(redacted);
	});

	it('hides two cards in groups side by side, since no one can tell where one ends', () => {
		expect(redactText('5425 2334 3010 9903 5425 2334 3010 9903')).toBe(
			`542523${'*'.repeat(22)}9903`,
		);
	});

	it('hides more, never less, when an escaped space touches the card', () => {
		for (const space of ['%20', '%2520']) {
			const redacted = redactText(`for${space}6304000000000000000 `);
			expect(redacted).toMatch(/^for%\d{6}\*+0000 $/);
		}
	});

	it('never shows a digit of a card, typed in any grouping, that the mask hides', () => {
		fc.assert(
			fc.property(prose, typedPan, prose, (before, card, after) => {
				expect(redactText(`${before}${card.typed} ${after}`)).toBe(
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
		['a word after an escape', '%3Dab5425233430109903'],
		['base64', 'Zm9v5425233430109903+/='],
		['decimal fractions', '{f1:0.1134841234567890,f2:-0.0203331234567}'],
		['12 digits', '123456789012'],
		['20 digits', '12345678901234567890'],
		['a masked card', MASK],
		['a formatted amount', 'USD 1,234,567,890,123.00'],
		['a masked card before a number', `${MASK} 123456789`],
		['a masked card after a number', `1234567 ${MASK}`],
		['a masked card with digits around', `123456${MASK}123456${MASK}12`],
		['a masked card with eight digits after it', `${MASK}12345678`],
		['a masked card of 19 digits', '630400*********0000 123456789'],
		['two masked cards side by side', `542523${'*'.repeat(22)}9903 123456789`],
		['a fraction with an exponent', '1.134841234567e-15 5.425233430109903e-1'],
		['a fraction with a small exponent', '5.425233430109903e12 5.425233430109903e14'],
		['a number of 20 digits as an exponent', '5.425233430109903e19'],
		['a version with an exponent', '1.5.425233430109903e15 5.425233430109903e15.1'],
		['a number with a short fraction and an exponent', '5.42523343010e15'],
		['digits two apart', '542523 3430  109903'],
	])('%s stays', (_case, text) => {
		expect(redactText(text)).toBe(text);
	});

	it.each(['a', 'z', 'A', 'Z'])('digits that touch the letter %s stay', (letter) => {
		const text = `${letter}${CARD} ${CARD}${letter}`;
		expect(redactText(text)).toBe(text);
	});

	it.each(['/', ':', '@', '[', '`', '{'])('%s is no letter, so the digits are masked', (char) => {
		expect(redactText(`${char}${CARD}${char}`)).toBe(`${char}${MASK}${char}`);
	});

	it('any UUID and any timestamp stays, wherever it stands in a sentence', () => {
		const time = fc
			.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
			.map((date) => date.toISOString());
		fc.assert(
			fc.property(prose, fc.oneof(fc.uuid(), time), prose, (before, id, after) => {
				const text = `${before}${id} ${after}`;
				expect(redactText(text)).toBe(text);
			}),
		);
	});
});
