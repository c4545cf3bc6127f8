import fc from 'fast-check';
import { findCard } from '../../../mastercard/cca/findCard';
import { cardNumber } from '../../support/cardNumbers';

const masked = (pan: string): string =>
	pan.slice(0, 4) + '*'.repeat(pan.length - 8) + pan.slice(-4);

test('a card is found in any order of the answer, and no other card in its place', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(cardNumber(), { minLength: 1, maxLength: 20 }),
			fc.infiniteStream(fc.nat()),
			(asked, shuffle) => {
				const entries = asked
					.map((pan) => ({ customerPAN: pan, key: shuffle.next().value as number }))
					.sort((a, b) => a.key - b.key);
				for (const pan of asked) expect(findCard(entries, pan, asked)?.customerPAN).toBe(pan);
			},
		),
	);
});

test('a masked card is found when it fits one card of the call only', () => {
	fc.assert(
		fc.property(fc.uniqueArray(cardNumber(), { minLength: 1, maxLength: 20 }), (asked) => {
			for (const pan of asked) {
				const twins = asked.filter((other) => masked(other) === masked(pan)).length;
				const found = findCard([{ customerPAN: masked(pan) }], pan, asked);
				expect(found?.customerPAN).toBe(twins === 1 ? masked(pan) : undefined);
			}
		}),
	);
});

test('a mask that fits two cards of the call belongs to neither', () => {
	const asked = ['5425000000000009903', '5425111111111119903'];
	const entries = [{ customerPAN: '5425***********9903' }];
	expect(asked.map((pan) => findCard(entries, pan, asked))).toEqual([undefined, undefined]);
});

test.each(['5425****9903', '', 'all', '5425-****-****-9903', 5425233430109903, null])(
	'an echo such as %j is not mistaken for the card',
	(customerPAN) => {
		const pan = '5425233430109903';
		expect(findCard([{ customerPAN }], pan, [pan])).toBeUndefined();
	},
);
