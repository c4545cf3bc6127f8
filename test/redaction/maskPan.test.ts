import fc from 'fast-check';

import { maskPan } from '../../redaction/maskPan';
import { digits } from './arbitraries';

describe('a masked card number', () => {
	it.each([
		['5425233430109903', '542523******9903'],
		['4111 1111-1111 1111', '411111******1111'],
		['5425\u00a02334\u20113010 9903', '542523******9903'],
		['3782822463100', '378282***3100'],
		['6304000000000000000', '630400*********0000'],
		['123456789012', '************'],
		['1234', '****'],
		['', ''],
		['5425O3343O1O99O3', '****************'],
	])('%s is shown as %s', (pan, mask) => {
		expect(maskPan(pan)).toBe(mask);
	});

	it('shows the first six and last four of any card, and one star for each digit between', () => {
		fc.assert(
			fc.property(digits(13, 19), (pan) => {
				const mask = maskPan(pan);
				expect(mask).toMatch(/^\d{6}\*+\d{4}$/);
				expect(mask).toHaveLength(pan.length);
				expect(mask.slice(0, 6) + mask.slice(-4)).toBe(pan.slice(0, 6) + pan.slice(-4));
			}),
		);
	});

	it('shows nothing of a number too short to be a card', () => {
		fc.assert(
			fc.property(digits(0, 12), (pan) => {
				expect(maskPan(pan)).toBe('*'.repeat(pan.length));
			}),
		);
	});
});
