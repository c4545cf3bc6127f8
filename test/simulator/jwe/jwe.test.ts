import {
	constants,
	createCipheriv,
	createHash,
	createHmac,
	createPublicKey,
	generateKeyPairSync,
	publicEncrypt,
	randomBytes,
} from 'node:crypto';
import fc from 'fast-check';
import { decryptJwe } from '../../../simulator/jwe/decrypt';
import { encryptJwe } from '../../../simulator/jwe/encrypt';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { RawMastercardClient, getToken, type Departures } from '../../support/rawMastercardClient';

const PATH = '/consumer/credit-analytics/scores';
const REQUEST = {
	hasEmbedding: false,
	countryCode: 'USA',
	customerPANs: [{ customerPAN: '5537502036796908', hasConsent: true }],
	scoreTypes: ['DELINQUENCY'],
	productTypes: ['CREDIT_CARD'],
};

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('encrypted payloads', () => {
	let simulator: Simulator;
	let client: RawMastercardClient;

	beforeAll(async () => {
		simulator = await startSimulator();
		client = new RawMastercardClient(simulator.credential);
	});
	afterAll(async () => {
		await simulator.close();
	});

	test.each<[string, Departures]>([
		['a 12-byte IV', {}],
		['a 16-byte IV', { ivBytes: 16 }],
		[
			'slashes in place of underscores, as Mastercard’s Node client leaves them',
			{
				token: (token) => token.replaceAll('_', '/'),
			},
		],
		[
			'standard Base64',
			{
				token: (token) =>
					token
						.split('.')
						.map((part, index) =>
							index === 0 ? part : Buffer.from(part, 'base64url').toString('base64'),
						)
						.join('.'),
			},
		],
		['the other common field name', { fieldName: 'encryptedValue' }],
	])('a request with %s is accepted', async (_what, departures) => {
		const response = await client.postEncrypted(PATH, REQUEST, departures);
		expect(response.status).toBe(200);
		expect(Object.keys(response.json as object)).toEqual([departures.fieldName ?? 'encryptedData']);
		expect(response.body).toMatchObject({ predictionDataErrors: [] });
	});

	test.each<[string, Departures]>([
		['not encrypted', { unencrypted: true }],
		['under an unknown field name', { fieldName: 'payload' }],
		[
			'with a flipped bit',
			{ token: (token) => `${token.slice(0, -2)}${token.endsWith('A') ? 'BB' : 'AA'}` },
		],
		['with a part missing', { token: (token) => token.slice(0, token.lastIndexOf('.')) }],
		['with text that is not a JWE', { token: () => 'hello' }],
	])('a request %s is rejected in plain JSON', async (_what, departures) => {
		const response = await client.postEncrypted(PATH, REQUEST, departures);
		expect(response.status).toBe(400);
		expect(response.json).toMatchObject({
			Errors: { Error: [{ ReasonCode: 'CRYPTOGRAPHY_ERROR' }] },
		});
	});

	test('a response is a JWE in strict base64url with a 12-byte IV and the fingerprint of its key', async () => {
		const response = await client.postEncrypted(PATH, REQUEST);
		const parts = (getToken(response.json) ?? '').split('.');
		expect(parts).toHaveLength(5);
		parts.forEach((part) => expect(part).toMatch(/^[A-Za-z0-9_-]+$/));
		expect(Buffer.from(parts[2] ?? '', 'base64url')).toHaveLength(12);
		const spki = createPublicKey(client.decryptionKey).export({ type: 'spki', format: 'der' });
		expect(JSON.parse(Buffer.from(parts[0] ?? '', 'base64url').toString())).toEqual({
			kid: createHash('sha256').update(spki).digest('hex'),
			cty: 'application/json',
			alg: 'RSA-OAEP-256',
			enc: 'A256GCM',
		});
	});

	test('responses can have a 16-byte IV', async () => {
		const other = await startSimulator({ ivBytes: 16 });
		const response = await new RawMastercardClient(other.credential).postEncrypted(PATH, REQUEST);
		await other.close();
		expect(Buffer.from(getToken(response.json)?.split('.')[2] ?? '', 'base64url')).toHaveLength(16);
		expect(response.body).toMatchObject({ predictionDataErrors: [] });
	});

	test('encrypted text can be decrypted with the right key only', () => {
		const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const token = encryptJwe(text, { publicKey, ivBytes: 12 });
				expect(decryptJwe(token, privateKey)).toBe(text);
				expect(decryptJwe(token, other)).toBeUndefined();
			}),
			{ numRuns: 30 },
		);
	});

	test('a change of any single character of a JWE is detected', () => {
		const token = encryptJwe('{"customerPAN":"5425233430109903"}', { publicKey, ivBytes: 12 });
		fc.assert(
			fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'z', '-', '.'), (at, other) => {
				const changed = token.slice(0, at) + other + token.slice(at + 1);
				const sameBytes = changed
					.split('.')
					.every((part, index) =>
						Buffer.from(part, 'base64url').equals(
							Buffer.from(token.split('.')[index] ?? '', 'base64url'),
						),
					);
				fc.pre(!sameBytes);
				expect(decryptJwe(changed, privateKey)).toBeUndefined();
			}),
			{ numRuns: 100 },
		);
	});

	test.each<Record<string, string>>([
		{ alg: 'none' },
		{ alg: 'RSA-OAEP' },
		{ enc: 'A128GCM' },
		{ enc: 'none' },
	])('a forged header %p is rejected', (header) => {
		const options = { publicKey, ivBytes: 12 as const };
		expect(decryptJwe(encryptJwe('{}', { ...options, header }), privateKey)).toBeUndefined();
		expect(decryptJwe(encryptJwe('{}', options), privateKey)).toBe('{}');
	});

	test('A128CBC-HS256 is decrypted only if its authentication tag is valid', () => {
		const parts = encryptCbc('{"a":1}');
		expect(decryptJwe(parts.join('.'), privateKey)).toBe('{"a":1}');
		const zeroedTag = [...parts.slice(0, 4), Buffer.alloc(16).toString('base64url')].join('.');
		expect(decryptJwe(zeroedTag, privateKey)).toBeUndefined();
	});

	test('a GCM tag truncated to four bytes is rejected', () => {
		const parts = encryptJwe('{}', { publicKey, ivBytes: 12 }).split('.');
		const tag = Buffer.from(parts[4] ?? '', 'base64url').subarray(0, 4);
		const token = [...parts.slice(0, 4), tag.toString('base64url')].join('.');
		expect(decryptJwe(token, privateKey)).toBeUndefined();
	});
});

/** RFC 7518 section 5.2.3, written out for this test. */
function encryptCbc(text: string): string[] {
	const header = Buffer.from('{"alg":"RSA-OAEP-256","enc":"A128CBC-HS256"}').toString('base64url');
	const [macKey, aesKey, iv] = [randomBytes(16), randomBytes(16), randomBytes(16)];
	const cipher = createCipheriv('aes-128-cbc', aesKey, iv);
	const ciphertext = Buffer.concat([cipher.update(text), cipher.final()]);
	const length = Buffer.alloc(8);
	length.writeUInt32BE(header.length * 8, 4);
	const tag = createHmac('sha256', macKey)
		.update(Buffer.concat([Buffer.from(header), iv, ciphertext, length]))
		.digest()
		.subarray(0, 16);
	const wrapped = publicEncrypt(
		{ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
		Buffer.concat([macKey, aesKey]),
	);
	return [header, ...[wrapped, iv, ciphertext, tag].map((part) => part.toString('base64url'))];
}
