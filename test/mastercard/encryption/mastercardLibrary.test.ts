// Our payload encryption against Mastercard's own library, in both directions.
import fc from 'fast-check';
import { decryptPayload } from '../../../mastercard/encryption/decryptPayload';
import { encryptPayload } from '../../../mastercard/encryption/encryptPayload';
import { certificate, privateKey } from '../../support/keyFixtures';
import { libraryDecrypt, libraryEncrypt } from '../../support/mastercardLibrary';
import { encrypt as encryptReference } from '../../support/referenceJwe';

const mastercard = certificate('mastercard.certificate.pem');
const mastercardKey = privateKey('mastercard.pkcs8.pem');
const encrypt = (body: object) =>
	encryptPayload(body, { certificate: mastercard, fieldName: 'x' })['x'] ?? '';
const decrypt = (token: string) =>
	decryptPayload({ x: token }, { privateKey: mastercardKey, fieldName: 'x' });
const getBytes = (token: string) => token.split('.').map((part) => Buffer.from(part, 'base64url'));

// Whole numbers beyond 2^53 are left out: the library rounds them, we give them as text.
const exactNumber = fc
	.double({ noNaN: true, noDefaultInfinity: true })
	.filter((number) => !Number.isInteger(number) || Number.isSafeInteger(number));
const anyBody = fc
	.object({
		key: fc.string({ unit: 'binary' }),
		values: [
			fc.string({ unit: 'binary' }),
			fc.integer(),
			exactNumber,
			fc.boolean(),
			fc.constant(null),
		],
	})
	.map((body) => JSON.parse(JSON.stringify(body)) as object);
const ENCRYPTIONS = ['A128GCM', 'A192GCM', 'A256GCM', 'A128CBC-HS256'];

test('what the library encrypts, we decrypt', () => {
	fc.assert(
		fc.property(anyBody, (body) => {
			expect(decrypt(libraryEncrypt(body))).toEqual(body);
		}),
	);
});

test('what we encrypt, the library decrypts', () => {
	fc.assert(
		fc.property(anyBody, (body) => {
			expect(libraryDecrypt(encrypt(body))).toEqual(body);
		}),
	);
});

test('what we encrypt has the header of the library, byte for byte, and parts of the same sizes', () => {
	fc.assert(
		fc.property(anyBody, (body) => {
			const [ours, theirs] = [encrypt(body), libraryEncrypt(body)];
			expect(ours.split('.')[0]).toBe(theirs.split('.')[0]);
			expect(getBytes(ours).map(({ length }) => length)).toEqual(
				getBytes(theirs).map(({ length }) => length),
			);
		}),
	);
});

test('what we accept, in every encryption, IV length and spelling, the library reads as we do', () => {
	const sealed = fc.record({
		body: anyBody,
		enc: fc.constantFrom(...ENCRYPTIONS),
		ivBytes: fc.constantFrom(12, 16),
		slash: fc.constantFrom('_', '/'),
		plus: fc.constantFrom('-', '+'),
	});
	fc.assert(
		fc.property(sealed, ({ body, enc, ivBytes, slash, plus }) => {
			const options = { enc, ivBytes: enc === 'A128CBC-HS256' ? 16 : ivBytes };
			const [header, ...parts] = encryptReference(
				JSON.stringify(body),
				mastercard.publicKey,
				options,
			).split('.');
			const spelled = parts.map((part) => part.replace(/_/g, slash).replace(/-/g, plus));
			const token = [header, ...spelled].join('.');
			expect(decrypt(token)).toEqual(body);
			expect(libraryDecrypt(token)).toEqual(body);
		}),
	);
});

describe('why the library is not what ships', () => {
	const changed = (token: string, index: number, change: (bytes: Buffer) => Buffer) =>
		getBytes(token)
			.map((bytes, at) => (at === index ? change(bytes) : bytes).toString('base64url'))
			.join('.');
	const encrypt128 = (enc: string) => encryptReference('{"a":1}', mastercard.publicKey, { enc });

	test.each([
		[
			'it reads A128CBC-HS256 with a tag of zeros',
			changed(encrypt128('A128CBC-HS256'), 4, () => Buffer.alloc(16)),
		],
		[
			'it reads AES-GCM with a tag of four bytes',
			changed(encrypt128('A256GCM'), 4, (tag) => tag.subarray(0, 4)),
		],
	])('%s, and we do not', (_, token) => {
		expect(libraryDecrypt(token)).toEqual({ a: 1 });
		expect(() => decrypt(token)).toThrow();
	});

	test('it rounds card numbers that come as numbers, and we do not', () => {
		const token = encryptReference('{"pan":6759649826438453123}', mastercard.publicKey);
		expect(JSON.stringify(libraryDecrypt(token))).toBe('{"pan":6759649826438453000}');
		expect(decrypt(token)).toEqual({ pan: '6759649826438453123' });
	});

	test('it leaves "/" in what should be base64url, and we do not', () => {
		const many = (make: (body: object) => string) =>
			Array.from({ length: 20 }, (_, index) => make({ index })).join();
		expect(many(libraryEncrypt)).toContain('/');
		expect(many(encrypt)).not.toContain('/');
	});
});
