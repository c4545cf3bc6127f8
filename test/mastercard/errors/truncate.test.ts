import fc from 'fast-check';
import { jsonBytes, truncate } from '../../../mastercard/errors/truncate';

test('takes up no more bytes than allowed, and does not change a text that fits', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'binary', maxLength: 400 }),
			fc.integer({ min: 10 }),
			(text, max) => {
				const limit = max % 500;
				fc.pre(limit >= 5);
				const cut = truncate(text, limit);
				expect(Buffer.byteLength(JSON.stringify(cut)) - 2).toBeLessThanOrEqual(limit);
				if (jsonBytes(text) <= limit) expect(cut).toBe(text);
			},
		),
	);
});

test.each([
	['the card 5425 2334 3010 9903 was not found', 30, 'the card …'],
	['key QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo1 is wrong', 30, 'key …'],
	['5425 2334 3010 9903 was not found', 25, '…'],
	['Schlüssel und Karte passen nicht', 24, 'Schlüssel und …'],
])('cuts %p to %d bytes after a plain word', (text, max, expected) => {
	expect(truncate(text, max)).toBe(expected);
});
