import { createPrivateKey } from 'node:crypto';
import {
	DECRYPTION_KEY_FIELDS,
	parsePrivateKey,
	SIGNING_KEY_FIELDS,
} from '../../../mastercard/keys/privateKey';
import {
	base64File,
	certificate,
	getFieldRejection,
	keyFile,
	keyText,
	PASSWORD,
	privateKey,
} from '../../support/keyFixtures';

const read = (text: string, password = '') =>
	parsePrivateKey({ text, password }, SIGNING_KEY_FIELDS);
const signingKey = privateKey('signing.pkcs8.pem');
const der = (type: 'pkcs1' | 'pkcs8') =>
	signingKey.export({ format: 'der', type }).toString('base64');

const KEYS: Array<[string, () => string, string?]> = [
	['PKCS#8', () => keyText('signing.pkcs8.pem')],
	['PKCS#1', () => keyText('signing.pkcs1.pem')],
	['encrypted PKCS#8', () => keyText('signing.encrypted.pem'), PASSWORD],
	['encrypted PKCS#8 of an old tool (RC2)', () => keyText('signing.encrypted-rc2.pem'), PASSWORD],
	['encrypted PKCS#8 with SHA-224', () => keyText('signing.encrypted-sha224.pem'), PASSWORD],
	['traditionally encrypted', () => keyText('signing.traditional.pem'), PASSWORD],
	[
		'traditionally encrypted by an old tool (DES)',
		() => keyText('signing.traditional-des.pem'),
		PASSWORD,
	],
	[
		'a bundle, certificate first',
		() => keyText('signing.certificate.pem') + keyText('signing.pkcs8.pem'),
	],
	[
		'a bundle with the text that openssl pkcs12 prints',
		() =>
			`Bag Attributes\n    friendlyName: keyalias\nKey Attributes: <No Attributes>\n${keyText('signing.pkcs8.pem')}Bag Attributes\n    localKeyID: 54\n${keyText('signing.certificate.pem')}`,
	],
];

const DAMAGES: Array<[string, (pem: string) => string]> = [
	['as it is', (pem) => pem],
	['on one line, spaces for line breaks', (pem) => pem.replace(/\n/g, ' ')],
	['with \\n in letters', (pem) => pem.replace(/\n/g, '\\n')],
	['with \\r\\n in letters', (pem) => pem.replace(/\n/g, '\\r\\n')],
	['with Windows line ends', (pem) => pem.replace(/\n/g, '\r\n')],
	['with old Mac line ends', (pem) => pem.replace(/\n/g, '\r')],
	['indented', (pem) => pem.replace(/^/gm, '    ')],
	['with tabs', (pem) => pem.replace(/^/gm, '\t')],
	['with empty lines between', (pem) => pem.replace(/\n/g, '\n\n')],
	['in quotes', (pem) => `"${pem}"`],
	['as a JSON text', (pem) => JSON.stringify(pem)],
	['after a byte order mark', (pem) => `\uFEFF${pem}`],
	['with typographic dashes', (pem) => pem.replace(/-----/g, '—–—')],
	['with non-breaking spaces', (pem) => pem.replace(/\n/g, '\u00A0\n')],
	['as Base64 of the file', (pem) => Buffer.from(pem).toString('base64')],
	['surrounded by blank lines', (pem) => `\n\n  ${pem}\n\n`],
];

describe.each(KEYS)('a key as PEM: %s', (_, pem, password) => {
	test.each(DAMAGES)('%s', async (__, damage) => {
		expect((await read(damage(pem()), password)).key.equals(signingKey)).toBe(true);
	});
});

describe('a key in other forms', () => {
	test.each(['', '\n'])(
		'header and footer on the line of the Base64, joined by %j',
		async (joint) => {
			const pem = keyText('signing.pkcs8.pem')
				.replace(/(-----)\n/, `$1${joint}`)
				.replace(/\n(-----END)/, `${joint}$1`);
			expect((await read(pem)).key.equals(signingKey)).toBe(true);
		},
	);

	test('all line breaks lost', async () => {
		expect(
			(await read(keyText('signing.pkcs1.pem').replace(/\n/g, ''))).key.equals(signingKey),
		).toBe(true);
	});

	test.each(['pkcs1', 'pkcs8'] as const)('bare Base64 of %s', async (type) => {
		expect((await read(der(type))).key.equals(signingKey)).toBe(true);
		expect((await read(der(type).replace(/.{64}/g, '$&\n'))).key.equals(signingKey)).toBe(true);
	});

	test('bare Base64 of an encrypted key', async () => {
		const encrypted = signingKey
			.export({ format: 'der', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: PASSWORD })
			.toString('base64');
		expect((await read(encrypted, PASSWORD)).key.equals(signingKey)).toBe(true);
	});

	test('its own certificate comes along', async () => {
		const bundle =
			keyText('mastercard.certificate.pem') +
			keyText('signing.pkcs8.pem') +
			keyText('signing.certificate.pem');
		expect((await read(bundle)).certificate?.fingerprint256).toBe(
			certificate('signing.certificate.pem').fingerprint256,
		);
	});

	test('a password that is not needed does no harm', async () => {
		expect((await read(keyText('signing.pkcs8.pem'), 'unneeded')).key.equals(signingKey)).toBe(
			true,
		);
	});
});

/** OpenSSL reads such a key, and fails when it signs. */
function withEvenModulus(): string {
	const bytes = Buffer.from(der('pkcs1'), 'base64');
	const modulus = Buffer.from(signingKey.export({ format: 'jwk' }).n ?? '', 'base64url');
	const last = bytes.indexOf(modulus) + modulus.length - 1;
	bytes.writeUInt8(bytes.readUInt8(last) & 0xfe, last);
	return bytes.toString('base64');
}

/** With 16384 bits of nothing in particular: OpenSSL does not look at them. */
function ofManyBits(): string {
	const number = Buffer.alloc(2048, 0xff).toString('base64url');
	const { kty, e } = signingKey.export({ format: 'jwk' });
	const numbers = {
		n: number,
		d: number,
		p: number,
		q: number,
		dp: number,
		dq: number,
		qi: number,
	};
	return createPrivateKey({ key: { kty, e, ...numbers }, format: 'jwk' })
		.export({ format: 'pem', type: 'pkcs8' })
		.toString();
}

describe('what is no usable key is named by field and cause', () => {
	const publicKey = () =>
		certificate('signing.certificate.pem')
			.publicKey.export({ format: 'pem', type: 'spki' })
			.toString();
	const rejections: Array<[string, () => Promise<unknown>, string, RegExp]> = [
		['nothing', () => read(' \n'), 'MISSING', /'Signing Key' is empty/],
		[
			"a file's path",
			() => read('C:\\new\\keys\\simulator.p12'),
			'FILE_NAME',
			/file name, not the file's content/,
		],
		[
			"a file's name",
			() => read('/home/me/key.pem'),
			'FILE_NAME',
			/file name, not the file's content/,
		],
		[
			'a .zip in Base64',
			() => read(Buffer.from('PK\u0003\u0004 zip').toString('base64')),
			'ZIP_ARCHIVE',
			/\.p12 file inside/,
		],
		[
			'a .zip as text',
			() => read('PK\u0003\u0004\u0014\u0000zip'),
			'ZIP_ARCHIVE',
			/\.p12 file inside/,
		],
		[
			'a .jks keystore',
			() => read(Buffer.from('feedfeed00000002', 'hex').toString('base64')),
			'JAVA_KEYSTORE',
			/export the key as \.p12/,
		],
		[
			'a .p12 opened as text',
			() => read(keyFile('openssl3.p12').toString('utf8')),
			'BINARY_FILE',
			/binary file opened as text/,
		],
		[
			'a certificate as PEM',
			() => read(keyText('signing.certificate.pem')),
			'CERTIFICATE_INSTEAD_OF_KEY',
			/no private key/,
		],
		[
			'a certificate as Base64',
			() => read(certificate('signing.certificate.pem').raw.toString('base64')),
			'CERTIFICATE_INSTEAD_OF_KEY',
			/no private key/,
		],
		['a public key as PEM', () => read(publicKey()), 'PUBLIC_KEY', /contains a public key/],
		[
			'a public key as Base64',
			() =>
				read(
					certificate('signing.certificate.pem')
						.publicKey.export({ format: 'der', type: 'spki' })
						.toString('base64'),
				),
			'PUBLIC_KEY',
			/contains a public key/,
		],
		[
			'a PKCS#1 public key as Base64',
			() =>
				read(
					certificate('signing.certificate.pem')
						.publicKey.export({ format: 'der', type: 'pkcs1' })
						.toString('base64'),
				),
			'PUBLIC_KEY',
			/contains a public key/,
		],
		[
			'a key without its END line',
			() => read(keyText('signing.pkcs8.pem').slice(0, -40)),
			'TRUNCATED',
			/without its END line/,
		],
		[
			'a key with a line missing',
			() => read(keyText('signing.pkcs8.pem').replace(/\n.*\n/, '\n')),
			'UNREADABLE',
			/missing or changed/,
		],
		['a key whose modulus was changed', () => read(withEvenModulus()), 'UNREADABLE', /is damaged/],
		[
			'an encrypted key of another kind (scrypt)',
			() => read(keyText('signing.encrypted-scrypt.pem'), PASSWORD),
			'UNSUPPORTED_KEY_ENCRYPTION',
			/Encrypt it again/,
		],
		['a key of 16384 bits', () => read(ofManyBits()), 'KEY_TOO_LONG', /16384 bits/],
		['Base64 of a cut key', () => read(der('pkcs8').slice(0, 800)), 'TRUNCATED', /is incomplete/],
		[
			'Base64 of something else',
			() => read(Buffer.from('hello there').toString('base64')),
			'UNREADABLE',
			/not of a key/,
		],
		['some sentence', () => read('My key is in the safe.'), 'UNREADABLE', /neither PEM nor Base64/],
		['an elliptic key', () => read(keyText('elliptic.pem')), 'NOT_RSA', /not an RSA key/],
		[
			'an elliptic key in Base64 (SEC 1)',
			() =>
				read(
					createPrivateKey(keyText('elliptic.pem'))
						.export({ format: 'der', type: 'sec1' })
						.toString('base64'),
				),
			'NOT_RSA',
			/not an RSA key/,
		],
		['a key of 1024 bits', () => read(keyText('short.pem')), 'KEY_TOO_SHORT', /1024 bits/],
		[
			'a certificate of another key',
			() => read(keyText('signing.pkcs8.pem') + keyText('mastercard.certificate.pem')),
			'CERTIFICATE_MISMATCH',
			/belongs to another key/,
		],
		[
			'an encrypted key without password',
			() => read(keyText('signing.encrypted.pem')),
			'PASSWORD_REQUIRED',
			/Enter it in 'Signing Key Password'/,
		],
		[
			'an encrypted key with a wrong one',
			() => read(keyText('signing.encrypted.pem'), 'no'),
			'WRONG_PASSWORD',
			/'Signing Key Password' does not open/,
		],
		[
			'an old encrypted key with a wrong one',
			() => read(keyText('signing.encrypted-rc2.pem'), 'no'),
			'WRONG_PASSWORD',
			/'Signing Key Password' does not open/,
		],
		[
			'a traditionally encrypted key with a wrong one',
			() => read(keyText('signing.traditional.pem'), 'no'),
			'WRONG_PASSWORD',
			/'Signing Key Password' does not open/,
		],
	];

	test.each(rejections)('%s', async (_, attempt, code, sentence) => {
		const error = await getFieldRejection(attempt);
		expect(error.code).toBe(code);
		expect(error.field).toMatch(/^Signing Key( Password)?$/);
		expect(error.message).toMatch(sentence);
	});

	test('and the field is the one that was read', async () => {
		const error = await getFieldRejection(() =>
			parsePrivateKey({ text: base64File('openssl3.p12'), password: 'no' }, DECRYPTION_KEY_FIELDS),
		);
		expect(error.field).toBe('Decryption Key Password');
		expect(error.message).toMatch(
			/'Decryption Key Password' does not open the \.p12 file in 'Decryption Key'/,
		);
	});
});

describe('a key is parsed once', () => {
	test('for the same text, password and alias', () => {
		expect(read(base64File('keytool.p12'), PASSWORD)).toBe(
			read(base64File('keytool.p12'), PASSWORD),
		);
	});

	test('but a wrong password is not helped by an earlier right one', async () => {
		await read(base64File('keytool.p12'), PASSWORD);
		expect((await getFieldRejection(() => read(base64File('keytool.p12'), 'no'))).code).toBe(
			'WRONG_PASSWORD',
		);
	});
});
