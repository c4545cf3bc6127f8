import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { decryptPayload } from '../../../mastercard/encryption/decryptPayload';
import { PayloadEncryptionError } from '../../../mastercard/encryption/PayloadEncryptionError';
import { privateKey } from '../../support/keyFixtures';
import { joseEncrypt } from '../../support/jose';
import { encrypt, type EncryptOptions } from '../../support/referenceJwe';

const ownKey = privateKey('decryption.pkcs8.pem');
const ownPublicKey = createPublicKey(ownKey);
const CONTENT = { qan: 'a', pan: '6759649826438453123', list: [1, null, true, { deep: 'é€' }] };
const ENCODINGS = ['A128GCM', 'A192GCM', 'A256GCM', 'A128CBC-HS256'];

const decrypt = (envelope: unknown, fieldName = 'encryptedData') =>
	decryptPayload(envelope, { privateKey: ownKey, fieldName });
const decryptToken = (token: string) => decrypt({ encryptedData: token });
const encrypted = (options?: EncryptOptions) =>
	encrypt(JSON.stringify(CONTENT), ownPublicKey, options);

function getCode(action: () => unknown): string {
	try {
		return `gave ${JSON.stringify(action())}`;
	} catch (error) {
		if (error instanceof PayloadEncryptionError) return error.code;
		throw error;
	}
}

describe.each(ENCODINGS)('a payload in %s is decrypted', (enc) => {
	test('from an independent implementation', () => {
		expect(decryptToken(encrypted({ enc }))).toEqual(CONTENT);
	});

	test('from jose', async () => {
		const token = await joseEncrypt(JSON.stringify(CONTENT), ownPublicKey, { enc });
		expect(decryptToken(token)).toEqual(CONTENT);
	});
});

describe('a payload is decrypted', () => {
	test.each([12, 16])('with an IV of %d bytes', (ivBytes) => {
		expect(decryptToken(encrypted({ ivBytes }))).toEqual(CONTENT);
	});

	test('with "/" and "+" in place of "_" and "-", outside the header', () => {
		for (let index = 0; index < 20; index++) {
			const [header, ...parts] = encrypted().split('.');
			const spelled = parts.map((part) => part.replace(/_/g, '/').replace(/-/g, '+'));
			expect(decryptToken([header, ...spelled].join('.'))).toEqual(CONTENT);
		}
	});

	test.each(['encryptedData', 'encryptedValue', 'payload.data'])('from the field %s', (name) => {
		expect(decrypt({ [name]: encrypted() }, 'payload.data')).toEqual(CONTENT);
	});

	test('whatever key ID and further header members it names', () => {
		expect(
			decryptToken(encrypted({ header: { kid: 'another', cty: 'application\\/json' } })),
		).toEqual(CONTENT);
	});

	test('and the envelope stays as it was', () => {
		const envelope = Object.freeze({ encryptedData: encrypted() });
		decrypt(envelope);
		expect(Object.keys(envelope)).toEqual(['encryptedData']);
	});

	test('when it is a list, or large', () => {
		const large = Array.from({ length: 20_000 }, (_, index) => ({ index, text: 'x'.repeat(50) }));
		expect(decryptToken(encrypt(JSON.stringify(large), ownPublicKey))).toEqual(large);
	});
});

describe('numbers and texts keep their kind and digits', () => {
	const through = (json: string) => decryptToken(encrypt(json, ownPublicKey));

	test('digits in text stay text', () => {
		expect(through('{"a":"5555555555554444","b":"1e3","c":"true"}')).toEqual({
			a: '5555555555554444',
			b: '1e3',
			c: 'true',
		});
	});

	test('whole numbers too long for JavaScript become text, with all digits', () => {
		expect(through('{"a":6759649826438453123,"b":[-67596498264384531]}')).toEqual({
			a: '6759649826438453123',
			b: ['-67596498264384531'],
		});
	});

	test('other numbers stay numbers', () => {
		const json =
			'{"a":9007199254740991,"b":0.12345678901234567,"c":1234567890123456789.5,"d":-1e30,"e":12345678901234567e-3}';
		expect(through(json)).toEqual(JSON.parse(json));
	});

	test('long digits inside text stay as they are', () => {
		const json = JSON.stringify({
			a: 'x 6759649826438453123 y',
			b: '"6759649826438453123"',
			c: '\\',
		});
		expect(through(json)).toEqual(JSON.parse(json));
	});

	test('any JSON without long numbers comes out as JSON.parse reads it', () => {
		const text = fc.string({
			unit: fc.constantFrom('\\', '"', '6759649826438453123', ',', ':', '\n'),
		});
		fc.assert(
			fc.property(fc.array(fc.oneof(text, fc.integer(), fc.boolean())), text, (list, name) => {
				const json = JSON.stringify({ [name]: list });
				expect(through(json)).toEqual(JSON.parse(json));
			}),
		);
	});

	test.each(['a', '"', '\\', '7', '\u0001'])(
		'five megabytes of %j in one text are read',
		(piece) => {
			const { text, n } = through(
				`{"text":${JSON.stringify(piece.repeat(5_000_000 / (JSON.stringify(piece).length - 2)))},"n":6759649826438453123}`,
			) as { text: string; n: string };
			expect(new Set(text)).toEqual(new Set(piece));
			expect(n).toBe('6759649826438453123');
		},
	);
});

describe('what is no encrypted payload is called that', () => {
	test.each([
		['nothing', undefined],
		['null', null],
		['text', 'text'],
		['a list', []],
		['an error in clear', { Errors: { Error: [] } }],
		['a value that is no text', { encryptedData: { a: 1 } }],
		['text that is no token', { encryptedData: 'hello' }],
		['four parts', { encryptedData: encrypted().split('.').slice(1).join('.') }],
		['six parts', { encryptedData: `${encrypted()}.AAAA` }],
		['an empty part', { encryptedData: encrypted().replace(/\.[^.]*$/, '.') }],
		['padding', { encryptedData: `${encrypted()}==` }],
		['white space', { encryptedData: `${encrypted()}\n` }],
		['a header that is no JSON', { encryptedData: encrypted().replace(/^[^.]*/, 'AAAA') }],
		[
			'an endless token',
			{ encryptedData: encrypted().replace(/[^.]*(?=\.[^.]*$)/, 'A'.repeat(9 * 1024 * 1024)) },
		],
	])('%s', (_, envelope) => {
		expect(getCode(() => decrypt(envelope))).toBe('NOT_ENCRYPTED');
	});
});

describe('only what Mastercard documents reaches the key', () => {
	const getTag = (token: string, tag: string) => token.replace(/[^.]*$/, tag);
	const withHeader = (header: object) =>
		encrypted().replace(/^[^.]*/, Buffer.from(JSON.stringify(header)).toString('base64url'));

	test.each([
		['RSA-OAEP with SHA-1', () => encrypted({ alg: 'RSA-OAEP', oaepHash: 'sha1' })],
		['RSA1_5', () => withHeader({ alg: 'RSA1_5', enc: 'A256GCM' })],
		['a shared key', () => withHeader({ alg: 'dir', enc: 'A256GCM' })],
		['A256CBC-HS512', () => encrypted({ enc: 'A256CBC-HS512' })],
		['no algorithm', () => withHeader({ enc: 'A256GCM' })],
		['a name that every object has', () => withHeader({ alg: 'RSA-OAEP-256', enc: 'constructor' })],
		['a list in place of a name', () => withHeader({ alg: 'RSA-OAEP-256', enc: ['A256GCM'] })],
		['compression', () => encrypted({ header: { zip: 'DEF' } })],
		['critical extensions', () => encrypted({ header: { crit: ['x'] } })],
		[
			'a tag of 4 bytes',
			() =>
				getTag(
					encrypted(),
					Buffer.from(encrypted().split('.')[4] ?? '', 'base64url')
						.subarray(0, 4)
						.toString('base64url'),
				),
		],
		['a tag of 12 bytes', () => getTag(encrypted(), 'A'.repeat(16))],
		['an IV of 8 bytes', () => encrypted({ ivBytes: 8 })],
		[
			'an IV of 12 bytes with CBC',
			() =>
				encrypted({ enc: 'A128CBC-HS256' }).replace(
					/^((?:[^.]*\.){2})[^.]*/,
					`$1${'A'.repeat(16)}`,
				),
		],
	])('%s is rejected', (_, token) => {
		expect(getCode(() => decryptToken(token()))).toBe('UNSUPPORTED_ENCRYPTION');
	});

	test.each([4, 8, 12])('a genuine tag cut to %d bytes is rejected', (bytes) => {
		const token = encrypted();
		const tag = Buffer.from(token.split('.')[4] ?? '', 'base64url').subarray(0, bytes);
		expect(getCode(() => decryptToken(getTag(token, tag.toString('base64url'))))).toBe(
			'UNSUPPORTED_ENCRYPTION',
		);
	});
});

describe('what cannot be decrypted looks the same, whatever the cause', () => {
	const part = (token: string, index: number, change: (bytes: Buffer) => Buffer) =>
		token
			.split('.')
			.map((text, at) =>
				at === index ? change(Buffer.from(text, 'base64url')).toString('base64url') : text,
			)
			.join('.');
	const flip = (bytes: Buffer) => {
		bytes[0] = (bytes[0] ?? 0) ^ 1;
		return bytes;
	};

	test.each<[string, () => string]>([
		['another key', () => encrypt('{}', createPublicKey(privateKey('signing.pkcs8.pem')))],
		['a key wrapped with SHA-1', () => encrypted({ oaepHash: 'sha1' })],
		['a changed wrapped key', () => part(encrypted(), 1, flip)],
		['a short wrapped key', () => part(encrypted(), 1, (bytes) => bytes.subarray(1))],
		['a changed IV', () => part(encrypted(), 2, flip)],
		['a changed IV with CBC', () => part(encrypted({ enc: 'A128CBC-HS256' }), 2, flip)],
		['a changed ciphertext', () => part(encrypted(), 3, flip)],
		['a changed ciphertext with CBC', () => part(encrypted({ enc: 'A128CBC-HS256' }), 3, flip)],
		['a changed tag', () => part(encrypted(), 4, flip)],
		[
			'a tag of zeros with CBC',
			() => part(encrypted({ enc: 'A128CBC-HS256' }), 4, () => Buffer.alloc(16)),
		],
		[
			'a content key of another length',
			() =>
				encrypted({ enc: 'A128GCM' }).replace(
					/^[^.]*/,
					Buffer.from('{"alg":"RSA-OAEP-256","enc":"A256GCM"}').toString('base64url'),
				),
		],
	])('%s', (_, token) => {
		expect(getCode(() => decryptToken(token()))).toBe('DECRYPTION_FAILED');
	});

	test('and the sentence names the field to check', () => {
		expect(() => decryptToken(part(encrypted(), 4, flip))).toThrow(
			/'Decryption Key'.*'Signing Key'/,
		);
	});

	test.each(['"text"', '5', 'true', 'null', 'not JSON'])('%s is no payload', (plaintext) => {
		expect(getCode(() => decryptToken(encrypt(plaintext, ownPublicKey)))).toBe(
			'UNEXPECTED_RESPONSE',
		);
	});
});

describe.each(ENCODINGS)('of a token in %s', (enc) => {
	test('any changed bit after the header fails in the same way', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 4 }), fc.nat(), (index, position) => {
				const parts = encrypted({ enc }).split('.');
				const bytes = Buffer.from(parts[index] ?? '', 'base64url');
				const bit = position % (bytes.length * 8);
				bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
				parts[index] = bytes.toString('base64url');
				expect(getCode(() => decryptToken(parts.join('.')))).toBe('DECRYPTION_FAILED');
			}),
		);
	});

	test('the header is authenticated as it is spelled', () => {
		const [header = '', ...parts] = encrypted({ enc }).split('.');
		const json = Buffer.from(header, 'base64url').toString();
		const respelled = Buffer.from(json.replace(/^\{/, '{ ')).toString('base64url');
		expect(getCode(() => decryptToken([respelled, ...parts].join('.')))).toBe('DECRYPTION_FAILED');
	});

	test('no part can be replaced by that of another genuine token', () => {
		const [one, two] = [encrypted({ enc }).split('.'), encrypted({ enc }).split('.')];
		for (let mix = 1; mix < 15; mix++) {
			const mixed = one.map((part, at) => (at > 0 && (mix >> (at - 1)) & 1 ? two[at] : part));
			expect(getCode(() => decryptToken(mixed.join('.')))).toBe('DECRYPTION_FAILED');
		}
	});
});

describe.each(ENCODINGS)('no changed character of a token in %s gives a value', (enc) => {
	const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
	// The two spellings of one character are the same token by design.
	const sameCharacter = (a: string, b: string) =>
		`${a}${b}`.replace(/\+/g, '-').replace(/\//g, '_') === b + b;

	test('in any of the five parts', () => {
		const token = encrypt('{"pan":"6759649826438453123"}', ownPublicKey, { enc });
		for (let at = 0; at < token.length; at++) {
			const old = token[at] ?? '';
			const start = ALPHABET.indexOf(old);
			// The neighbour differs in the lowest bits, which are left over at the end of a part; the other in high ones.
			const others = old === '.' ? ['A', ''] : [ALPHABET[start ^ 1], ALPHABET[start ^ 32], '!', ''];
			for (const other of others) {
				if (other === undefined || sameCharacter(old, other)) continue;
				const changed = token.slice(0, at) + other + token.slice(at + 1);
				expect(getCode(() => decryptToken(changed))).not.toMatch(/^gave/);
			}
		}
	});
});

test.each([
	['less than 8 MiB', 8 * 1024 * 1024 - 2048, 'DECRYPTION_FAILED'],
	['more than 8 MiB', 8 * 1024 * 1024, 'NOT_ENCRYPTED'],
])('a response with a ciphertext of %s (%d characters) ends as %s', (_, characters, code) => {
	const parts = encrypted().split('.');
	parts[3] = 'A'.repeat(characters);
	expect(getCode(() => decryptToken(parts.join('.')))).toBe(code);
});
