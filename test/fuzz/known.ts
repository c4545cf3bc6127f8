// What the fuzzed responses quote and no result may hold: cards and secrets, and texts with them in every form.
import fc from 'fast-check';
import { createCanarySearch } from '../canary/findCanaries';
import { cardForms } from '../canary/cardForms';
import { encodings } from '../redaction/encodings';

/** As a run knows them. */
export const CARDS = ['5425233430109903', '5779964451763663042'];
export const SECRETS = [
	`${'QzR8vKpL2mXw7TnB'.repeat(3)}!${'e41d7c90ab35f268'.repeat(3)}`,
	'x7Kq"&<9dWmZ\'+/%4pRtY\\=u2Nc',
	'hunter22 and Zwölf Boxkämpfer',
];

const secrets = Object.fromEntries(SECRETS.map((secret, index) => [`secret ${index}`, secret]));
const findSecrets = createCanarySearch({ secrets, cards: [] });
const findAll = createCanarySearch({ secrets, cards: CARDS });

/** @param value what a parser has returned, or the message it has thrown */
export function expectNothingKnown(value: unknown): void {
	expect(findAll(JSON.stringify(value) ?? '')).toEqual([]);
}

/** The same where a merchant's data may look like a card. */
export function expectNoSecret(value: unknown): void {
	expect(findSecrets(JSON.stringify(value) ?? '')).toEqual([]);
}

const quote = fc
	.tuple(fc.constantFrom(...SECRETS), fc.constantFrom(...Object.values(encodings)))
	.map(([secret, encode]) => encode(secret));
const quotedCard = fc
	.tuple(fc.constantFrom(...CARDS), fc.constantFrom(...Object.values(cardForms)))
	.map(([card, write]) => write(card));

const piece = fc.oneof(
	{ weight: 3, arbitrary: quote },
	{ weight: 3, arbitrary: quotedCard },
	fc.constantFrom(...['card', 'No.', '{"a":"', '<b>', 'für', '漢字', '\n', '***', '-----BEGIN ']),
	fc.constantFrom('542523******9903', '2026-11-21T04:00:00Z', '1.5e15', '%', '&amp;', '\\'),
	fc.string({ unit: 'binary', maxLength: 20 }),
);

/** A blank between, or words could run into a card, which is then one no more. */
export const hostileText: fc.Arbitrary<string> = fc
	.array(piece, { maxLength: 6 })
	.map((pieces) => pieces.join(' '));
