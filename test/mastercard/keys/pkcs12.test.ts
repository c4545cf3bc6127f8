import { parsePrivateKey, SIGNING_KEY_FIELDS } from '../../../mastercard/keys/privateKey';
import {
	ALIAS,
	base64File,
	certificate,
	getFieldRejection,
	keyFile,
	keyText,
	PASSWORD,
	portalP12,
	privateKey,
} from '../../support/keyFixtures';

const read = (text: string, password = PASSWORD, alias = '') =>
	parsePrivateKey({ text, password, alias }, SIGNING_KEY_FIELDS);
const signingKey = privateKey('signing.pkcs8.pem');
const signingCertificate = certificate('signing.certificate.pem');
const portal = () => portalP12('signing.pkcs8.pem', keyText('signing.certificate.pem'));

describe('a .p12 file gives its key and certificate', () => {
	test.each([
		['Mastercard Developers (node-forge)', portal],
		['OpenSSL 3', () => base64File('openssl3.p12')],
		['OpenSSL -legacy, with RC2-40', () => base64File('openssl-legacy.p12')],
		["Java's keytool", () => base64File('keytool.p12')],
	])('made by %s', async (_, file) => {
		const entry = await read(file(), PASSWORD, ALIAS);
		expect(entry.key.equals(signingKey)).toBe(true);
		expect(entry.alias).toBe(ALIAS);
		expect(entry.certificate?.fingerprint256).toBe(signingCertificate.fingerprint256);
	});

	test('without an alias, when it holds one key', async () => {
		expect((await read(base64File('openssl3.p12'))).key.equals(signingKey)).toBe(true);
	});

	test('once, when it is used in two fields with different aliases', async () => {
		const { key } = await read(base64File('openssl3.p12'));
		expect((await read(base64File('openssl3.p12'), PASSWORD, ALIAS)).key).toBe(key);
	});

	test('with any alias, when its only key has no name', async () => {
		const entry = await read(base64File('nameless.p12'), PASSWORD, ALIAS);
		expect(entry.key.equals(signingKey)).toBe(true);
		expect(entry.alias).toBeUndefined();
	});

	test('without a certificate, when it holds none', async () => {
		const entry = await read(base64File('without-certificate.p12'));
		expect(entry.key.equals(signingKey)).toBe(true);
		expect(entry.certificate).toBeUndefined();
	});

	test('by its alias, in any case, when it holds several keys', async () => {
		const first = await read(base64File('two-keys.p12'), PASSWORD, 'KeyAlias');
		const second = await read(base64File('two-keys.p12'), PASSWORD, 'SecondKey');
		expect(first.key.equals(signingKey)).toBe(true);
		expect(second.alias).toBe('secondkey');
		expect(second.certificate?.subject).toBe('CN=second throwaway key');
		expect(second.certificate?.checkPrivateKey(second.key)).toBe(true);
	});

	test.each([
		['lines of 64', (text: string) => text.replace(/.{64}/g, '$&\n')],
		['Windows line ends', (text: string) => text.replace(/.{76}/g, '$&\r\n')],
		['spaces', (text: string) => `  ${text.replace(/.{64}/g, '$& ')}  `],
		['a data URL', (text: string) => `data:application/x-pkcs12;base64,${text}`],
		['quotes', (text: string) => `"${text}"`],
		['base64url', (text: string) => text.replace(/\+/g, '-').replace(/\//g, '_')],
		['no padding', (text: string) => text.replace(/=+$/, '')],
	])('pasted with %s', async (_, damage) => {
		expect((await read(damage(base64File('openssl3.p12')))).key.equals(signingKey)).toBe(true);
	});
});

describe('a .p12 file that cannot be used is named by field and cause', () => {
	const rejections: Array<[string, () => Promise<unknown>, string, string, RegExp]> = [
		[
			'a wrong password',
			() => read(base64File('openssl3.p12'), 'no'),
			'WRONG_PASSWORD',
			'Signing Key Password',
			/does not open/,
		],
		[
			'a wrong password (portal)',
			() => read(portal(), 'no'),
			'WRONG_PASSWORD',
			'Signing Key Password',
			/does not open/,
		],
		[
			'a wrong password (legacy)',
			() => read(base64File('openssl-legacy.p12'), 'no'),
			'WRONG_PASSWORD',
			'Signing Key Password',
			/does not open/,
		],
		[
			'a wrong password (keytool)',
			() => read(base64File('keytool.p12'), 'no'),
			'WRONG_PASSWORD',
			'Signing Key Password',
			/does not open/,
		],
		[
			'no password',
			() => read(base64File('openssl3.p12'), ''),
			'PASSWORD_REQUIRED',
			'Signing Key Password',
			/Enter it in 'Signing Key Password'/,
		],
		[
			'a wrong alias',
			() => read(base64File('two-keys.p12'), PASSWORD, 'other'),
			'WRONG_ALIAS',
			'Signing Key Alias',
			/Its aliases are 'keyalias', 'secondkey'/,
		],
		[
			'a wrong alias for the only key',
			() => read(base64File('openssl3.p12'), PASSWORD, 'other'),
			'WRONG_ALIAS',
			'Signing Key Alias',
			/Its aliases are 'keyalias'/,
		],
		[
			'no alias for several keys',
			() => read(base64File('two-keys.p12')),
			'ALIAS_REQUIRED',
			'Signing Key Alias',
			/2 keys.*'keyalias', 'secondkey'/,
		],
		[
			'no key inside',
			() => read(base64File('without-key.p12')),
			'NO_KEY',
			'Signing Key',
			/no private key/,
		],
		[
			'an elliptic key',
			() => read(base64File('elliptic.p12')),
			'NOT_RSA',
			'Signing Key',
			/not an RSA key/,
		],
		[
			'a key of 1024 bits',
			() => read(portalP12('short.pem', keyText('short.certificate.pem'))),
			'KEY_TOO_SHORT',
			'Signing Key',
			/1024 bits/,
		],
		[
			'a certificate of another key',
			() => read(portalP12('signing.pkcs8.pem', keyText('mastercard.certificate.pem'))),
			'CERTIFICATE_MISMATCH',
			'Signing Key',
			/belongs to another key/,
		],
		[
			'a truncated file',
			() => read(keyFile('openssl3.p12').subarray(0, -7).toString('base64')),
			'TRUNCATED',
			'Signing Key',
			/is incomplete/,
		],
		[
			'half a file',
			() => read(base64File('keytool.p12').slice(0, 1000)),
			'TRUNCATED',
			'Signing Key',
			/is incomplete/,
		],
	];

	test.each(rejections)('%s', async (_, attempt, code, field, sentence) => {
		const error = await getFieldRejection(attempt);
		expect([error.code, error.field]).toEqual([code, field]);
		expect(error.message).toMatch(sentence);
		expect(error.message).not.toContain(PASSWORD);
	});

	test('a byte changed anywhere never gives another key', async () => {
		const file = keyFile('openssl3.p12');
		for (let at = 0; at < file.length; at += 97) {
			const changed = Buffer.from(file);
			changed[at] = (changed[at] ?? 0) ^ 0x55;
			let key;
			try {
				({ key } = await read(changed.toString('base64')));
			} catch (error) {
				expect(error).toMatchObject({ name: 'CredentialFieldError' });
				continue;
			}
			expect(key.equals(signingKey)).toBe(true);
		}
	});
});
