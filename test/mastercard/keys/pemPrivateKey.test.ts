import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { checkRsaKey } from '../../../mastercard/keys/checkRsaKey';
import { parseCertificate } from '../../../mastercard/keys/certificate';
import { checkSealingKey } from '../../../mastercard/keys/checkSealingKey';
import {
	CARD_SEALING_KEY_FIELDS,
	parsePrivateKey,
	SIGNING_KEY_FIELDS,
} from '../../../mastercard/keys/privateKey';
import {
	base64File,
	certificate,
	getFieldError,
	getFieldRejection,
	keyText,
	PASSWORD,
	privateKey,
} from '../../support/keyFixtures';

const key = keyText('signing.pkcs8.pem');
const own = keyText('signing.certificate.pem');
const publicPem = createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();
const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
const relabel = (pem: string, label: string) => pem.replace(/(BEGIN|END) [A-Z ]+/g, `$1 ${label}`);
const open = (text: string, password?: string) =>
	parsePrivateKey({ text, ...(password !== undefined && { password }) }, SIGNING_KEY_FIELDS);

test.each([
	['a certificate', own, 'CERTIFICATE_INSTEAD_OF_KEY'],
	['a certificate after something else', parameters + own, 'CERTIFICATE_INSTEAD_OF_KEY'],
	['a trusted certificate', relabel(own, 'TRUSTED CERTIFICATE'), 'CERTIFICATE_INSTEAD_OF_KEY'],
	['a public key', publicPem, 'PUBLIC_KEY'],
	['an RSA public key', relabel(publicPem, 'RSA PUBLIC KEY'), 'PUBLIC_KEY'],
	['a public key after something else', parameters + publicPem, 'PUBLIC_KEY'],
	['something else alone', parameters, 'UNREADABLE'],
])('%s in place of a key is named', async (_, text, code) => {
	const error = await getFieldRejection(() => open(text));
	expect([error.code, error.field]).toEqual([code, 'Signing Key']);
});

test('a key is read beside its certificate and other blocks', async () => {
	const entry = await open(parameters + own + key);
	expect(entry.key.equals(privateKey('signing.pkcs8.pem'))).toBe(true);
	expect(entry.certificate?.fingerprint256).toBe(
		certificate('signing.certificate.pem').fingerprint256,
	);
	expect(await open(parameters + key)).not.toHaveProperty('certificate');
});

test.each([undefined, ''])(
	'a protected key without a password (%j) requires one',
	async (password) => {
		const error = await getFieldRejection(() => open(keyText('signing.encrypted.pem'), password));
		expect([error.code, error.field]).toEqual(['PASSWORD_REQUIRED', 'Signing Key Password']);
	},
);

test.each([
	['PRIVATE KEY', 'KEY_INSTEAD_OF_CERTIFICATE'],
	['RSA PRIVATE KEY', 'KEY_INSTEAD_OF_CERTIFICATE'],
	['ENCRYPTED PRIVATE KEY', 'KEY_INSTEAD_OF_CERTIFICATE'],
])('a certificate beside a block with %s is our own', (label, code) => {
	expect(getFieldError(() => parseCertificate(own + relabel(key, label))).code).toBe(code);
});

test.each([
	['PUBLIC KEY', ''],
	['RSA PUBLIC KEY', ''],
	['PUBLIC KEY', parameters],
])('%s in place of a certificate is named', (label, before) => {
	expect(getFieldError(() => parseCertificate(before + relabel(publicPem, label))).code).toBe(
		'PUBLIC_KEY',
	);
});

test('a private key whose numbers do not belong together is damaged', () => {
	const [one, other] = [0, 1].map(() =>
		generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
	);
	const mixed = createPrivateKey({ format: 'jwk', key: { ...other, n: one?.n, e: one?.e } });
	const error = getFieldError(() => checkRsaKey(mixed, 'Signing Key'));
	expect(error.code).toBe('UNREADABLE');
	expect(error.message).toContain('is damaged');
});

describe('an elliptic-curve key that older tools have encrypted', () => {
	const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' })
		.privateKey.export({ format: 'pem', type: 'sec1', cipher: 'aes-256-cbc', passphrase: PASSWORD })
		.toString();
	const openSealing = (password: string) =>
		parsePrivateKey({ text: pem, password }, CARD_SEALING_KEY_FIELDS, checkSealingKey);

	test('is opened by its password', async () => {
		expect((await openSealing(PASSWORD)).key.asymmetricKeyType).toBe('ec');
	});

	test('and by no other', async () => {
		const error = await getFieldRejection(() => openSealing('other'));
		expect([error.code, error.field]).toEqual(['WRONG_PASSWORD', 'Card Sealing Key Password']);
	});
});

describe('a .p12 file', () => {
	test.each([
		['', 'UNREADABLE'],
		['any', 'UNREADABLE'],
	])(
		'of nothing but its outermost elements is damaged, with the password %j',
		async (password, code) => {
			const text = Buffer.from('30050201033000', 'hex').toString('base64');
			const error = await getFieldRejection(() => open(text, password));
			expect(error.code).toBe(code);
			expect(error.message).toMatch(/is damaged or incomplete/);
		},
	);

	test('without any password requires one', async () => {
		const error = await getFieldRejection(() => open(base64File('openssl3.p12')));
		expect(error.code).toBe('PASSWORD_REQUIRED');
	});

	test('takes an alias with blanks around it', async () => {
		const fields = { text: base64File('two-keys.p12'), password: PASSWORD };
		const entry = await parsePrivateKey({ ...fields, alias: ' secondkey ' }, SIGNING_KEY_FIELDS);
		expect(entry.alias).toBe('secondkey');
	});
});

test('a file name is recognized, with blanks around, but not at the end of a long text', async () => {
	expect((await getFieldRejection(() => open(' key.pem\n'))).code).toBe('FILE_NAME');
	expect((await getFieldRejection(() => open(`${' '.repeat(1000)}key.pem`))).code).toBe(
		'FILE_NAME',
	);
	expect((await getFieldRejection(() => open(`${'x'.repeat(1000)}.pem`))).code).toBe('UNREADABLE');
});
