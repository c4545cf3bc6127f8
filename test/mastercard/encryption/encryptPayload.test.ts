import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { encryptPayload } from '../../../mastercard/encryption/encryptPayload';
import { PayloadEncryptionError } from '../../../mastercard/encryption/PayloadEncryptionError';
import { certificate, privateKey } from '../../support/keyFixtures';
import { joseDecrypt } from '../../support/jose';
import { open } from '../../support/referenceJwe';

const mastercard = certificate('mastercard.certificate.pem');
const mastercardKey = privateKey('mastercard.pkcs8.pem');
const encrypt = (body: object, fieldName = 'encryptedData') =>
	encryptPayload(body, { certificate: mastercard, fieldName });
const getToken = (body: object): string => encrypt(body)['encryptedData'] ?? '';

describe('an encrypted body', () => {
	test('is read back by an independent implementation, whatever it holds', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (body) => {
				const text = JSON.stringify(body);
				expect(open(getToken(JSON.parse(text) as object), mastercardKey).plaintext).toBe(text);
			}),
			{ numRuns: 100 },
		);
	});

	test('has one field, under the given name, dots included', () => {
		const encrypted = encrypt({ a: 1 }, 'payload.encryptedValue');
		expect(Object.keys(encrypted)).toEqual(['payload.encryptedValue']);
	});

	test("names Mastercard's key by the SHA-256 of its public key, as Mastercard's libraries do", () => {
		const spki = mastercard.publicKey.export({ format: 'der', type: 'spki' });
		expect(open(getToken({ a: 1 }), mastercardKey).header).toEqual({
			kid: createHash('sha256').update(spki).digest('hex'),
			cty: 'application/json',
			alg: 'RSA-OAEP-256',
			enc: 'A256GCM',
		});
	});

	test('is another one every time', () => {
		expect(getToken({ a: 1 }).split('.').slice(1)).not.toEqual(
			getToken({ a: 1 }).split('.').slice(1),
		);
	});

	test('is for one certificate alone, also when two are used in turn', () => {
		const other = certificate('signing.certificate.pem');
		const forOther = encryptPayload({ a: 1 }, { certificate: other, fieldName: 'x' })['x'] ?? '';
		const forMastercard = getToken({ b: 2 });
		expect(open(forOther, privateKey('signing.pkcs8.pem')).plaintext).toBe('{"a":1}');
		expect(open(forMastercard, mastercardKey).plaintext).toBe('{"b":2}');
		expect(() => open(forOther, mastercardKey)).toThrow();
	});

	// The 16-byte IV of Mastercard's libraries is not the standard's: this is why the reader above is our own.
	test('cannot be read by jose, because of its IV', async () => {
		await expect(joseDecrypt(getToken({ a: 1 }), mastercardKey)).rejects.toThrow(
			/Initialization Vector/,
		);
	});
});

describe('a body is encrypted exactly as it is', () => {
	test('text of 19 digits keeps all of them', () => {
		const body = {
			pan: '6759649826438453123',
			list: ['6759649826438453123'],
			short: '1e3',
			yes: 'true',
		};
		expect(JSON.parse(open(getToken(body), mastercardKey).plaintext)).toEqual(body);
	});

	test.each([
		['text', '6759649826438453123'],
		['a text object', new String('6759649826438453123')],
		['a number', 5],
		['null', null],
		['nothing', undefined],
		['a list', [{ a: 1 }]],
		['bytes', Buffer.from('{}')],
		['a date', new Date()],
		['a Map', new Map([['a', 1]])],
	])('%s is rejected as a body, and never sent in clear', (_, body) => {
		expect(() => encrypt(body as unknown as object)).toThrow(
			expect.objectContaining({ code: 'NOT_AN_OBJECT' }),
		);
	});

	test.each([[{}], [{ value: 0 }], [{ value: false }], [{ value: '' }], [{ value: null }]])(
		'%j is encrypted, not passed on',
		(body) => {
			expect(open(getToken(body), mastercardKey).plaintext).toBe(JSON.stringify(body));
		},
	);

	test('a body without a prototype is encrypted like any other', () => {
		const body = Object.assign(Object.create(null) as object, { a: 1 });
		expect(open(getToken(body), mastercardKey).plaintext).toBe('{"a":1}');
	});

	test("the caller's body stays as it was", () => {
		const body = Object.freeze({ card: Object.freeze({ pan: '5555' }), list: Object.freeze([1]) });
		encrypt(body);
		expect(body).toEqual({ card: { pan: '5555' }, list: [1] });
	});

	test('a body with fields named like the ones used inside comes through', () => {
		const body = { $: 1, encryptedData: 'x', encryptedValue: { $: 2 } };
		expect(JSON.parse(open(getToken(body), mastercardKey).plaintext)).toEqual(body);
	});

	test('tokens are true base64url, with a header that the authentication tag covers as it is', () => {
		for (let index = 0; index < 100; index++) {
			const token = getToken({ index });
			expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+$/);
			expect(open(token, mastercardKey).plaintext).toBe(JSON.stringify({ index }));
		}
	});
});

describe('when a body cannot be encrypted as a whole, nothing is sent', () => {
	const circular: Record<string, unknown> = { pan: '5555' };
	circular['self'] = circular;

	test.each<[string, object]>([
		['it has no JSON', { pan: '5555', toJSON: () => undefined }],
		['it holds itself', circular],
		['it holds a number that JSON cannot write', { pan: '5555', amount: 1n }],
	])('because %s', (_, body) => {
		expect(() => encrypt(body)).toThrow(expect.objectContaining({ code: 'NOTHING_ENCRYPTED' }));
	});

	test('because the certificate is of a key that cannot encrypt', () => {
		const elliptic = certificate('elliptic.certificate.pem');
		expect(() => encryptPayload({ a: 1 }, { certificate: elliptic, fieldName: 'x' })).toThrow(
			expect.objectContaining({ code: 'NOTHING_ENCRYPTED' }),
		);
	});

	test('and the error says nothing of the body', () => {
		const error = new PayloadEncryptionError('NOTHING_ENCRYPTED');
		expect(error.message).toBe(
			'The request was not sent, because its body could not be encrypted as a whole.',
		);
		expect(error.name).toBe('PayloadEncryptionError');
		expect(error.cause).toBeUndefined();
	});
});
