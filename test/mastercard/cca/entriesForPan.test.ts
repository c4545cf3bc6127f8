import fc from 'fast-check';
import { entriesForPan } from '../../../mastercard/cca/entriesForPan';
import { cardNumber } from '../../support/cardNumbers';

const masked = (pan: string): string =>
	pan.slice(0, 4) + '*'.repeat(pan.length - 8) + pan.slice(-4);

test('finds the right card, whatever the order of the response', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(cardNumber(), { minLength: 1, maxLength: 20 }),
			fc.infiniteStream(fc.nat()),
			(requested, shuffle) => {
				const entries = requested
					.map((pan) => ({ customerPAN: pan, key: shuffle.next().value as number }))
					.sort((a, b) => a.key - b.key);
				for (const pan of requested)
					expect(entriesForPan(entries, pan, requested)[0]?.customerPAN).toBe(pan);
			},
		),
	);
});

test('finds a masked card that matches only one card of the call', () => {
	fc.assert(
		fc.property(fc.uniqueArray(cardNumber(), { minLength: 1, maxLength: 20 }), (requested) => {
			for (const pan of requested) {
				const twins = requested.filter((other) => masked(other) === masked(pan)).length;
				const [found] = entriesForPan([{ customerPAN: masked(pan) }], pan, requested);
				expect(found?.customerPAN).toBe(twins === 1 ? masked(pan) : undefined);
			}
		}),
	);
});

test('finds neither card when a mask matches two cards of the call', () => {
	const requested = ['5425000000000009903', '5425111111111119903'];
	const entries = [{ customerPAN: '5425***********9903' }];
	expect(requested.map((pan) => entriesForPan(entries, pan, requested))).toEqual([[], []]);
});

test.each([
	'5425****9903',
	'',
	'all',
	5425233430109904,
	5.4e15,
	true,
	null,
	{},
	['5425233430109903'],
])('does not mistake an echo such as %j for the card', (customerPAN) => {
	const pan = '5425233430109903';
	expect(entriesForPan([{ customerPAN }], pan, [pan])).toEqual([]);
});

test.each([
	5425233430109903,
	'5425 2334 3010 9903',
	'5425-2334-3010-9903',
	'5425\u00a02334\u00a03010\u00a09903',
	'5425-****-****-9903',
])('recognizes the card in the echo %j', (customerPAN) => {
	const pan = '5425233430109903';
	expect(entriesForPan([{ customerPAN }], pan, [pan, '5408577159639842'])).toEqual([
		{ customerPAN },
	]);
});

test('finds all entries of a card, in order', () => {
	const pan = '5425233430109903';
	const entries = [
		{ customerPAN: pan, n: 1 },
		{ customerPAN: '5408577159639842', n: 2 },
		{ customerPAN: Number(pan), n: 3 },
	];
	expect(entriesForPan(entries, pan, [pan]).map(({ n }) => n)).toEqual([1, 3]);
});

describe('both ends of a masked card number count', () => {
	const pan = '5425233430109903';
	const sameStart = '5425111111119842';

	test('a card is found beside another that only begins the same', () => {
		const entries = [{ customerPAN: '5425********9903' }];
		expect(entriesForPan(entries, pan, [pan, sameStart])).toEqual(entries);
		expect(entriesForPan(entries, sameStart, [pan, sameStart])).toEqual([]);
	});

	test('a card is found beside another that only ends the same', () => {
		const sameEnd = '5408577159639903';
		const entries = [{ customerPAN: '5425********9903' }];
		expect(entriesForPan(entries, pan, [pan, sameEnd])).toEqual(entries);
		expect(entriesForPan(entries, sameEnd, [pan, sameEnd])).toEqual([]);
	});

	test.each([
		['another end', '5425********0000'],
		['another start', '5408********9903'],
		['another length', '5425*********9903'],
	])('a mask with %s is another card', (_, customerPAN) => {
		expect(entriesForPan([{ customerPAN }], pan, [pan])).toEqual([]);
	});

	test.each(['5425xxxxxxxx9903', '5425XXXXXXXX9903', '5425••••••••9903', '************9903'])(
		'a mask may be written as %s',
		(customerPAN) => {
			expect(entriesForPan([{ customerPAN }], pan, [pan, sameStart])).toHaveLength(1);
		},
	);

	test.each(['5425****9903****', '54a5********9903', '5425********9903 (Visa)'])(
		'%s is no mask of a card number',
		(customerPAN) => {
			expect(entriesForPan([{ customerPAN }], '5425233430109903', [pan])).toEqual([]);
		},
	);
});
