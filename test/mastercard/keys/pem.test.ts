import {
	looksLikePem,
	normalizePastedText,
	parsePemBlocks,
	toPem,
} from '../../../mastercard/keys/pem';
import { keyText } from '../../support/keyFixtures';

test.each([
	['a byte order mark and zero-width spaces', '\uFEFFa\u200Bb', 'ab'],
	['line breaks as JSON writes them', 'a\\nb\\r\\nc\\rd', 'a\nb\nc\nd'],
	['a tab as JSON writes it', 'a\\tb', 'a b'],
	['a non-breaking space', 'a\u00A0b', 'a b'],
	['quotes, with blanks on both sides', ' " a\nb " ', 'a\nb'],
	['single quotes', "'a'", 'a'],
	['backticks', '`a`', 'a'],
	['an open quote', '"a', '"a'],
	['a quote that ends before the text', '"a"b', '"a"b'],
	['different quotes', '"a`', '"a`'],
])('%s: the damage of pasting is undone', (_, text, normalized) => {
	expect(normalizePastedText(text)).toBe(normalized);
});

test.each([
	['-----BEGIN PRIVATE KEY-----', true],
	['x --BEGIN', true],
	['BEGIN PRIVATE KEY-----', false],
	['-----END PRIVATE KEY-----', false],
])('%j has a PEM header: %s', (text, expected) => {
	expect(looksLikePem(text)).toBe(expected);
});

const block = (begin: string, end = begin) =>
	`-----BEGIN ${begin}-----\nAAEC\nAwQ=\n-----END ${end}-----`;

test.each([
	['one block', block('PRIVATE KEY'), ['PRIVATE KEY']],
	['two blocks', `${block('A')}\ntext\n${block('B')}`, ['A', 'B']],
	[
		'more than one space in a label',
		block('RSA   PRIVATE \tKEY', 'RSA PRIVATE KEY'),
		['RSA PRIVATE KEY'],
	],
	['labels that differ', block('A', 'B'), []],
	['a label that begins with another character', block('éA'), []],
	['a label that ends with another character', block('Aé'), []],
	['no end', '-----BEGIN A-----\nAAEC', []],
	['an end alone', 'AAEC\n-----END A-----', []],
	['dashes alone', '--- a --- b --- c --- d --- e ---', []],
])('%s: complete blocks are found', (_, text, labels) => {
	const blocks = parsePemBlocks(text);
	expect(blocks.map(({ label }) => label)).toEqual(labels);
	for (const { der } of blocks) expect([...der]).toEqual([0, 1, 2, 3, 4]);
});

test.each(['signing.pkcs8.pem', 'signing.certificate.pem', 'elliptic.pem'])(
	'%s is written as it was read',
	(name) => {
		const text = keyText(name);
		const written = parsePemBlocks(text).map(toPem).join('');
		expect(text.replace(/\r/g, '')).toContain(written);
		expect(written).not.toBe('');
	},
);
