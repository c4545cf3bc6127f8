// The search of the canary suite can fail: whatever is planted is found, in every form.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodings } from '../redaction/encodings';
import { createCards } from './canaries';
import { cardForms } from './cardForms';
import { createCanarySearch, searchFolder, toText } from './findCanaries';

const part = () => randomBytes(12).toString('hex');
const secret = `${part()}"&<${part()}'+/%${part()}\\`;
const [card = ''] = createCards(1);
const find = createCanarySearch({ secrets: { secret }, cards: [card] });

describe.each(Object.entries(encodings))('a secret %s', (_, encode) => {
	it('is found in a text and in half', () => {
		const text = encode(secret);
		expect(find(`{"a":"${text}"}`)).not.toEqual([]);
		expect(find(text.slice(0, (2 * text.length) / 3))).not.toEqual([]);
	});
});

it.each(Object.entries(cardForms))('a card %s is found', (_, write) => {
	expect(find(`x ${write(card)} y`)).toEqual([expect.stringMatching(/^card 0: /)]);
});

it('a mask is no finding, and neither is another secret', () => {
	const masked = `${card.slice(0, 6)}******${card.slice(-4)}`;
	expect(find(`${masked} ${card.slice(0, 10)} ${part().repeat(20)}`)).toEqual([]);
});

it.each([
	['message', new Error(secret)],
	['cause', new Error('x', { cause: { deep: [[[[{ secret }]]]] } })],
	['hidden property', Object.defineProperty({}, 'x', { value: secret, enumerable: false })],
	['key', { [secret]: 1 }],
	['symbol', { [Symbol(secret)]: 1 }],
	[
		'getter',
		{
			get x() {
				return secret;
			},
		},
	],
	['map', new Map([[secret, 1]])],
])('is found in the %s of a value', (_, value) => {
	expect(find(toText(value))).not.toEqual([]);
});

it('is found in the bytes and in the name of a file, however deep', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'canary-'));
	try {
		mkdirSync(path.join(folder, 'a', card), { recursive: true });
		writeFileSync(
			path.join(folder, 'a', 'b.db'),
			Buffer.concat([Buffer.alloc(5000, 0xff), Buffer.from(secret)]),
		);
		writeFileSync(path.join(folder, 'clean'), 'nothing');
		const found = Object.keys(searchFolder(folder, find)).sort();
		expect(found).toEqual([path.join('a', card), path.join('a', 'b.db')].sort());
	} finally {
		rmSync(folder, { recursive: true });
	}
});
