import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { openSealedCard } from '../../mastercard/cca/sealedCard';
import { describeError, describeProblem, describeResult } from '../../seal/messages';
import { sealFile } from '../../seal/sealFile';
import { cardNumber, withCheckDigit } from '../support/cardNumbers';
import { joseEncrypt } from '../support/jose';
import { keyText, privateKey } from '../support/keyFixtures';

const CARD = withCheckDigit('401288888888188');
const ec = privateKey('elliptic.pem');

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'seal-'));
	writeKey(createPublicKey(ec).export({ format: 'pem', type: 'spki' }).toString());
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

const file = (name: string) => join(folder, name);
const writeKey = (pem: string) => writeFileSync(file('key.pem'), pem);

async function seal(content: string | Buffer, column = 'Card number', signal?: AbortSignal) {
	writeFileSync(file('in.csv'), content);
	rmSync(file('out.csv'), { force: true });
	const args = { input: file('in.csv'), column, keyFile: file('key.pem'), output: file('out.csv') };
	const progress: number[] = [];
	const rows = await sealFile(args, (read, total) => progress.push(read / total), signal);
	return { rows, args, progress, output: readFileSync(file('out.csv')) };
}

/** The output with each token in it opened. */
async function opened(output: Buffer, encoding: BufferEncoding = 'utf8'): Promise<string> {
	const pieces = output.toString(encoding).split(/(eyJ[\w.-]+)/);
	const texts = pieces.map((piece, index) => (index % 2 === 1 ? openSealedCard(piece, ec) : piece));
	return (await Promise.all(texts)).join('');
}

/** @returns the sentence, after checking that nothing is left behind */
async function rejection(content: string | Buffer, column?: string): Promise<string> {
	const error: unknown = await seal(content, column).catch((cause: unknown) => cause);
	expect(readdirSync(folder).sort()).toEqual(['in.csv', 'key.pem']);
	const sentence = describeError(error);
	expect(sentence).not.toContain(CARD);
	return sentence;
}

describe('the card column is sealed, and all else is as it was', () => {
	test.each([
		['commas', `id,Card number\n1,${CARD}\n2,${CARD}\n`],
		['semicolons and CRLF, as Excel writes in Europe', `id;Card number\r\n1;${CARD}\r\n`],
		['tabs', `id\tCard number\n1\t${CARD}\n`],
		['a byte order mark', `\uFEFFCard number,id\n${CARD},1\n`],
		['one column', `Card number\n${CARD}\n`],
		['quotes, delimiters and line breaks in cells', `"a,b",Card number\n"x ""y"",\r\nz",${CARD}\n`],
		[
			'line breaks in cells other than those between rows',
			`Card number;a;b\r\n${CARD};"x\ny";"x\ry"\r\n`,
		],
		['a quote inside a cell', `size,Card number\n"5"" disk",${CARD}\n`],
		['a column name with the delimiter in it', `id,"Card, number"\n1,${CARD}\n`, 'Card, number'],
	])('%s', async (_, content, column = 'Card number') => {
		const { output, rows } = await seal(content, column);
		expect(output.toString()).not.toContain(CARD);
		expect(await opened(output)).toBe(content);
		expect(rows.marked).toBe(0);
	});

	test.each<[BufferEncoding, string]>([
		['utf8', 'Käufer 顧客'],
		['latin1', 'Käufer'],
	])('texts in %s keep their bytes, also in the name of the column', async (encoding, text) => {
		const content = `${text},Kartennümmer\n${text},${CARD}\n`;
		const { output } = await seal(Buffer.from(content, encoding), 'Kartennümmer');
		expect(await opened(output, encoding)).toBe(content);
	});

	test('spaces and dashes in a card number are removed', async () => {
		const spelled = [
			'4012-8888-8888-1881',
			' 4012 8888 8888 1881 ',
			'4012\u00a08888\u00a08888\u00a01881',
		];
		const { output } = await seal(`Card number\n${spelled.join('\n')}\n`);
		expect(await opened(output)).toBe(`Card number\n${`${CARD}\n`.repeat(3)}`);
	});

	test('whatever the other cells hold', async () => {
		const cell = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: fc.constantFrom('\r', '\n', '"', ',', ';', '\t', ' ', 'x') }),
		);
		const rows = fc.array(fc.tuple(cell, cardNumber(), cell), { minLength: 1, maxLength: 70 });
		await fc.assert(
			fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t'), async (cells, delimiter) => {
				const table = [['a', 'Card number', 'b'], ...cells];
				const { output } = await seal(stringify(table, { delimiter }));
				expect(parse(await opened(output), { delimiter })).toEqual(table);
			}),
			{ numRuns: 50 },
		);
	});

	test('with an RSA key, or a certificate, too', async () => {
		for (const pem of [keyText('signing.certificate.pem'), keyText('mastercard.certificate.pem')]) {
			writeKey(pem);
			const { output } = await seal(`Card number\n${CARD}\n`);
			const token = output.toString().split('\n')[1] ?? '';
			const name = pem === keyText('signing.certificate.pem') ? 'signing' : 'mastercard';
			expect(await openSealedCard(token, privateKey(`${name}.pkcs8.pem`))).toBe(CARD);
		}
	});
});

describe('rows without a card number', () => {
	test('are marked, named by their number alone, and do not stop the others', async () => {
		const mistyped = CARD.replace(/1$/, '2');
		const content = `id,Card number\n1,${mistyped}\n2,\n\n3,${CARD}\n4,4.01289E+15\n`;
		const { output, rows, args } = await seal(content);
		expect(await opened(output)).toBe(
			`id,Card number\n1,NOT SEALED\n2,NOT SEALED\n3,${CARD}\n4,NOT SEALED\n`,
		);
		expect(rows).toEqual({ sealed: 1, alreadySealed: 0, marked: 3, markedRows: [2, 3, 6] });
		expect(describeProblem(rows, args)).toContain(': 3 (in ');
		expect(describeProblem(rows, args)).toContain('row 2, 3, 6)');
		expect(describeProblem(rows, args)).not.toContain(mistyped);
	});

	test('lose all their cells if there are too many or too few: the card may be in any of them', async () => {
		const content = `name,Card number,id\nDoe, John,${CARD},1\nDoe,${CARD}\nDoe,${CARD},1\n`;
		const { output, rows } = await seal(content);
		expect(await opened(output)).toBe(
			`name,Card number,id\n,NOT SEALED,\n,NOT SEALED,\nDoe,${CARD},1\n`,
		);
		expect(output.toString()).not.toContain(CARD);
		expect(rows.markedRows).toEqual([2, 3]);
	});

	test('are counted, however many; the first twenty are named', async () => {
		const { rows, args } = await seal(`Card number\n${'x\n'.repeat(1000)}`);
		expect([rows.marked, rows.markedRows.length]).toEqual([1000, 20]);
		expect(describeProblem(rows, args)).toMatch(/20, 21 and so on\)\.$/);
	});
});

test('cards that are sealed already stay as they are', async () => {
	const token = await joseEncrypt(CARD, createPublicKey(ec), { alg: 'ECDH-ES', enc: 'A256GCM' });
	const { output, rows, args } = await seal(`Card number\n${token}\n${CARD}\n`);
	expect(output.toString()).toContain(`\n${token}\n`);
	expect(rows).toMatchObject({ sealed: 1, alreadySealed: 1 });
	expect(describeResult(rows, args)).toContain(': 1. Sealed before, and left as they were: 1.');
	expect(describeProblem(rows, args)).toBeUndefined();
});

describe('is told in a sentence, and nothing is written', () => {
	test.each([
		['a column that is not there', `card\n${CARD}\n`, /no column 'Card number'/],
		['a column that is there twice', 'Card number,Card number\n', /2 columns named/],
		['an empty file', '', /no column/],
		['UTF-16', Buffer.from('\uFEFFCard number\n', 'utf16le'), /UTF-16/],
		['a quote that is never closed', `Card number\n"${CARD}\n`, /quotation mark .* never closed/],
		['such a quote in a large file', `Card number\n"${`${CARD}\n`.repeat(1e5)}`, /never closed/],
	])('%s', async (_, content, sentence) => {
		expect(await rejection(content)).toMatch(sentence);
	});

	test.each([
		['a private key', () => keyText('elliptic.pem'), /holds the private key/],
		['a short key', () => keyText('short.certificate.pem'), /'--key' is not suitable/],
		['another file', () => 'hello', /no public key in PEM form/],
	])('%s instead of the public key', async (_, pem, sentence) => {
		writeKey(pem());
		expect(await rejection(`Card number\n${CARD}\n`)).toMatch(sentence);
	});

	test('a missing file', async () => {
		rmSync(file('key.pem'));
		const error: unknown = await seal('Card number\n').catch((cause: unknown) => cause);
		expect(describeError(error)).toBe(`${file('key.pem')} was not found.`);
	});

	test('that it was stopped', async () => {
		const stop = new AbortController();
		const running = seal(`Card number\n${`${CARD}\n`.repeat(20_000)}`, 'Card number', stop.signal);
		setTimeout(() => stop.abort(), 100);
		const error: unknown = await running.catch((cause: unknown) => cause);
		expect(describeError(error)).toBe('Stopped. Nothing was written.');
		expect(readdirSync(folder).sort()).toEqual(['in.csv', 'key.pem']);
	});
});

test('a file that exists is never overwritten, and so neither is the input', async () => {
	writeFileSync(file('in.csv'), `Card number\n${CARD}\n`);
	const args = { input: file('in.csv'), column: 'Card number', keyFile: file('key.pem') };
	await expect(sealFile({ ...args, output: file('in.csv') }, () => undefined)).rejects.toThrow(
		/exists already/,
	);
	expect(readFileSync(file('in.csv'), 'utf8')).toBe(`Card number\n${CARD}\n`);
});

test('progress goes from nothing to all', async () => {
	const { progress } = await seal(`Card number\n${`${'x'.repeat(199)}\n`.repeat(2_000)}`);
	expect(progress.length).toBeGreaterThan(1);
	expect(progress).toEqual([...progress].sort((a, b) => a - b));
	expect(progress.at(-1)).toBe(1);
});
