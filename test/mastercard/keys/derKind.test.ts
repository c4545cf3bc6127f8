import { derKind } from '../../../mastercard/keys/derKind';

type Hex = string;
const element = (tag: Hex, ...content: Hex[]): Hex => {
	const inner = content.join('');
	return tag + (inner.length / 2).toString(16).padStart(2, '0') + inner;
};
const sequence = (...content: Hex[]) => element('30', ...content);
const integer = (value: Hex) => element('02', value);
const [oid, bits, octets, version] = [
	element('06', '2a03'),
	element('03', '00'),
	element('04', '00'),
	element('a0', integer('02')),
];
const kindOf = (hex: Hex) => derKind(Buffer.from(hex, 'hex'));

test.each([
	['a .p12 file', sequence(integer('03'), sequence(oid)), 'pkcs12'],
	['one with nothing in it', sequence(integer('03'), sequence()), 'pkcs12'],
	['version 3 without content', sequence(integer('03'), octets), 'unknown'],
	['a PKCS#8 key', sequence(integer('00'), sequence(oid), octets), 'privateKey'],
	['a PKCS#1 key', sequence(integer('00'), integer('0123')), 'privateKey'],
	['an EC key', sequence(integer('01'), octets), 'privateKey'],
	['another version', sequence(integer('02'), octets), 'unknown'],
	['a PKCS#1 public key', sequence(integer('0123'), integer('03')), 'publicKey'],
	['a long number and no other', sequence(integer('0003'), sequence(oid)), 'unknown'],
	['a public key', sequence(sequence(oid), bits), 'publicKey'],
	['an encrypted key', sequence(sequence(oid), octets), 'encryptedPrivateKey'],
	['an algorithm and something else', sequence(sequence(oid), sequence(oid)), 'unknown'],
	['something else and bits', sequence(sequence(bits), bits), 'unknown'],
	['a certificate', sequence(sequence(version, integer('05')), sequence(oid), bits), 'certificate'],
	[
		'a certificate of version 1',
		sequence(sequence(integer('05'), sequence(oid)), sequence(oid), bits),
		'certificate',
	],
	['half a certificate', sequence(sequence(version, integer('05')), bits), 'unknown'],
	['two numbers', sequence(sequence(integer('05'), integer('05')), sequence(oid)), 'unknown'],
	['bits and a sequence', sequence(sequence(bits, sequence(oid)), sequence(oid)), 'unknown'],
	['something else first', sequence(octets, sequence(oid)), 'unknown'],
	[
		'bits of a certificate',
		sequence(element('31', version, integer('05')), sequence(oid)),
		'unknown',
	],
	['one element alone', sequence(integer('03')), 'unknown'],
	['no sequence', element('31', integer('03'), sequence(oid)), 'unknown'],
	['a sequence with nothing in it', sequence(), 'unknown'],
])('%s', (_, hex, kind) => {
	expect(kindOf(hex)).toBe(kind);
});

describe('lengths are read in every form, and never beyond the file', () => {
	const content = integer('03') + sequence(oid);
	const length = (content.length / 2).toString(16).padStart(2, '0');

	test.each([
		['one byte', `30${length}${content}`, 'pkcs12'],
		['a byte after its number', `3081${length}${content}`, 'pkcs12'],
		['four bytes', `3084000000${length}${content}`, 'pkcs12'],
		['five bytes', `308500000000${length}${content}`, 'unknown'],
		['seven bytes', `3087000000000000${length}${content}`, 'unknown'],
		['not given', `3080${content}0000`, 'pkcs12'],
		['more than there is', `30${length}${content.slice(0, -2)}`, 'truncated'],
		['less than there is', `30${length}${content}ffff`, 'pkcs12'],
		['cut off', '3082', 'unknown'],
		['cut in two', '308201', 'unknown'],
		['missing', '30', 'unknown'],
		['of an inner element beyond the file', `3004${integer('03')}30`, 'unknown'],
	])('%s', (_, hex, kind) => {
		expect(kindOf(hex)).toBe(kind);
	});

	test('of an empty file', () => {
		expect(kindOf('')).toBe('unknown');
	});
});
