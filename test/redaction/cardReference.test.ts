import fc from 'fast-check';
import forge from 'node-forge';

import { cardReference } from '../../redaction/cardReference';
import { pan } from './arbitraries';

const key = 'a secret of the credential';

describe('a card reference', () => {
	it('is the HMAC-SHA256 of the whole card number, as an independent library computes it', () => {
		fc.assert(
			fc.property(pan, fc.string({ minLength: 1, unit: 'grapheme-ascii' }), (number, secret) => {
				fc.pre(secret.trim() !== '');
				const hmac = forge.hmac.create();
				hmac.start('sha256', secret);
				hmac.update(number);
				const expected = Buffer.from(hmac.digest().toHex(), 'hex').toString('base64url');
				expect(cardReference(number, secret)).toBe(expected);
			}),
		);
	});

	it('is the same for one card however it is typed, and differs for another card or key', () => {
		const reference = cardReference('5425233430109903', key);
		expect(cardReference('5425 2334-3010 9903', key)).toBe(reference);
		expect(cardReference('5425233430109904', key)).not.toBe(reference);
		expect(cardReference('5425233430109903', `${key}.`)).not.toBe(reference);
	});

	it('has no digits of the card that the mask hides', () => {
		expect(cardReference('5425233430109903', key)).toMatch(/^[A-Za-z0-9_-]{43}$/);
		expect(cardReference('5425233430109903', key)).not.toContain('343010');
	});

	it.each(['', '  ', '\n'])('rejects the empty key %j and names the field to fill in', (empty) => {
		expect(() => cardReference('5425233430109903', empty)).toThrow(/Card Reference Key/);
		expect(() => cardReference('5425233430109903', empty)).not.toThrow(/5425/);
	});
});
