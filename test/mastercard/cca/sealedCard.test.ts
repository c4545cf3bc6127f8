import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { isSealedCard, openSealedCard } from '../../../mastercard/cca/sealedCard';
import { InvalidParameterError } from '../../../mastercard/errors/InvalidParameterError';
import { joseEncrypt } from '../../support/jose';
import { privateKey } from '../../support/keyFixtures';
import { encrypt } from '../../support/referenceJwe';

const CARD = '4012888888881881';
const rsa = privateKey('decryption.pkcs8.pem');
const rsaPublic = createPublicKey(rsa);
const ec = privateKey('elliptic.pem');
const ecPublic = createPublicKey(ec);
const RSA = { alg: 'RSA-OAEP-256', enc: 'A256GCM' };
const ECDH = { alg: 'ECDH-ES', enc: 'A256GCM' };

/** The code of the error, whose texts must hold nothing of the card or the token. */
async function getCode(token: string, key: KeyObject): Promise<string> {
	const error: unknown = await openSealedCard(token, key).catch((cause: unknown) => cause);
	if (!(error instanceof InvalidParameterError)) throw new Error('Expected a rejection.');
	const texts = `${error.message} ${error.hint} ${String(error.cause)}`;
	for (const part of [CARD, ...token.split('.')].filter(({ length }) => length > 3))
		expect(texts).not.toContain(part);
	return error.code;
}

describe('a sealed card is opened', () => {
	test('that an RSA key sealed', async () => {
		expect(await openSealedCard(await joseEncrypt(CARD, rsaPublic, RSA), rsa)).toBe(CARD);
		expect(await openSealedCard(encrypt(CARD, rsaPublic, { ivBytes: 12 }), rsa)).toBe(CARD);
	});

	test.each(['P-256', 'P-384', 'P-521'])('that a key on %s sealed', async (namedCurve) => {
		const pair = generateKeyPairSync('ec', { namedCurve });
		const token = await joseEncrypt(CARD, pair.publicKey, ECDH);
		expect(await openSealedCard(token, pair.privateKey)).toBe(CARD);
	});

	test('with blanks around, and whatever key ID it names', async () => {
		const token = await joseEncrypt(CARD, ecPublic, { ...ECDH, kid: 'of 2026' });
		expect(isSealedCard(` ${token}\n`)).toBe(true);
		expect(await openSealedCard(` ${token}\n`, ec)).toBe(CARD);
	});
});

test.each([CARD, '4012 8888 8888 1881', '', 'N/A', 4012888888881881, null, {}, ['eyJ']])(
	'%p is not taken for a sealed card',
	(value) => {
		expect(isSealedCard(value)).toBe(false);
	},
);

describe('a sealed card is rejected', () => {
	test.each([
		['another RSA key', rsaPublic, RSA, privateKey('signing.pkcs8.pem')],
		[
			'another EC key',
			ecPublic,
			ECDH,
			generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
		],
		[
			'a key on another curve',
			ecPublic,
			ECDH,
			generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey,
		],
		['an EC key instead of an RSA key', rsaPublic, RSA, ec],
		['an RSA key instead of an EC key', ecPublic, ECDH, rsa],
	])('by %s', async (_, publicKey, header, key) => {
		expect(await getCode(await joseEncrypt(CARD, publicKey, header), key)).toBe(
			'SEALED_CARD_NOT_OPENED',
		);
	});

	test.each([
		[rsaPublic, { alg: 'RSA-OAEP', enc: 'A256GCM' }, rsa],
		[rsaPublic, { alg: 'RSA-OAEP-512', enc: 'A256GCM' }, rsa],
		[rsaPublic, { alg: 'RSA-OAEP-256', enc: 'A128GCM' }, rsa],
		[rsaPublic, { alg: 'RSA-OAEP-256', enc: 'A256CBC-HS512' }, rsa],
		[ecPublic, { alg: 'ECDH-ES+A256KW', enc: 'A256GCM' }, ec],
	])('when it uses another encryption: %#', async (publicKey, header, key) => {
		expect(await getCode(await joseEncrypt(CARD, publicKey, header), key)).toBe(
			'SEALED_CARD_ALGORITHM',
		);
	});

	test('when a password or no encryption at all protects it', async () => {
		for (const alg of ['dir', 'none', 'PBES2-HS512+A256KW', 'RSA1_5', 'constructor']) {
			const header = Buffer.from(JSON.stringify({ alg, enc: 'A256GCM', p2c: 1e9 }));
			expect(await getCode(`${header.toString('base64url')}.AA.AA.AA.AA`, rsa)).toBe(
				'SEALED_CARD_ALGORITHM',
			);
		}
	});

	test('when it is compressed, or has extensions', async () => {
		for (const header of [{ zip: 'DEF' }, { crit: ['exp'], exp: 1 }])
			expect(await getCode(encrypt(CARD, rsaPublic, { header, ivBytes: 12 }), rsa)).toBe(
				'SEALED_CARD_NOT_OPENED',
			);
	});

	test('when it is long, before anything of it is decoded', async () => {
		const token = await joseEncrypt(CARD.repeat(300), rsaPublic, RSA);
		expect(await getCode(token, rsa)).toBe('SEALED_CARD_TOO_LONG');
	});

	test.each([
		['RSA', rsaPublic, RSA, rsa],
		['EC', ecPublic, ECDH, ec],
	])(
		'when any byte of it was changed, or it is incomplete: %s',
		async (_, publicKey, header, key) => {
			const token = await joseEncrypt(CARD, publicKey, header);
			const parts = token.split('.').map((part) => Buffer.from(part, 'base64url'));
			const bytes = parts.flatMap((part, index) =>
				[...part.keys()].map((at) => [index, at] as const),
			);
			await fc.assert(
				fc.asyncProperty(
					fc.constantFrom(...bytes),
					fc.integer({ min: 1, max: 255 }),
					async ([changed, at], mask) => {
						const tampered = parts.map((part, index) => {
							const copy = Buffer.from(part);
							if (index === changed) copy[at] = (copy[at] ?? 0) ^ mask;
							return copy.toString('base64url');
						});
						expect(await getCode(tampered.join('.'), key)).toMatch(/^SEALED_CARD_/);
					},
				),
			);
			for (let length = 3; length < token.length; length += 7)
				expect(await getCode(token.slice(0, length), key)).toMatch(/^SEALED_CARD_/);
		},
	);
});
