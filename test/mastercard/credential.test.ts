import { generateKeyPairSync } from 'node:crypto';
import {
	getCardSealingKey,
	getDecryptionKey,
	getEncryptionCertificate,
	getSigningKey,
	toMastercardApiCredential,
} from '../../mastercard/credential';
import {
	base64File,
	certificate,
	certificateFor,
	getFieldRejection,
	keyText,
	PASSWORD,
	portalP12,
	privateKey,
} from '../support/keyFixtures';

const NOW = new Date('2026-11-21T04:00:00Z');
/** A new private key. */
const getPem = (kind: 'ed25519' | 'secp256k1'): string => {
	const { privateKey: key } =
		kind === 'ed25519'
			? generateKeyPairSync('ed25519')
			: generateKeyPairSync('ec', { namedCurve: kind });
	return key.export({ format: 'pem', type: 'pkcs8' }).toString();
};
const credential = (fields: object) =>
	toMastercardApiCredential({ signingKey: keyText('signing.pkcs8.pem'), ...fields });

describe('a credential from n8n', () => {
	test('has every field, even when some are missing', () => {
		expect(toMastercardApiCredential({ allowedHttpRequestDomains: 'all' })).toEqual({
			environment: 'sandbox',
			baseUrl: '',
			consumerKey: '',
			signingKey: '',
			signingKeyAlias: '',
			signingKeyPassword: '',
			encryptionCertificate: '',
			decryptionKey: '',
			decryptionKeyAlias: '',
			decryptionKeyPassword: '',
			encryptedValueFieldName: 'encryptedData',
			cardReferenceKey: '',
			cardSealingKey: '',
			cardSealingKeyPassword: '',
		});
	});

	test('keeps the values that are filled in', () => {
		const names = Object.keys(toMastercardApiCredential({}));
		const filledIn = Object.fromEntries(names.map((name) => [name, `the ${name}`]));
		for (const environment of ['sandbox', 'production', 'custom'])
			expect(toMastercardApiCredential({ ...filledIn, environment })).toEqual({
				...filledIn,
				environment,
			});
	});

	test('has no blanks around the name of the encrypted field', () => {
		const { encryptedValueFieldName } = toMastercardApiCredential({
			encryptedValueFieldName: ' encryptedValue ',
		});
		expect(encryptedValueFieldName).toBe('encryptedValue');
	});
});

describe('its keys', () => {
	test('reads the decryption key with its own alias and password', async () => {
		const key = await getDecryptionKey(
			credential({
				decryptionKey: base64File('two-keys.p12'),
				decryptionKeyAlias: 'secondkey',
				decryptionKeyPassword: PASSWORD,
			}),
			NOW,
		);
		expect(key.equals(privateKey('signing.pkcs8.pem'))).toBe(false);
		expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
	});

	test('decrypts with the signing key if there is no decryption key', async () => {
		const key = await getDecryptionKey(credential({ decryptionKey: ' ' }), NOW);
		expect(key.equals(privateKey('signing.pkcs8.pem'))).toBe(true);
	});

	test("reads Mastercard's certificate", async () => {
		const read = await getEncryptionCertificate(
			credential({ encryptionCertificate: keyText('mastercard.certificate.pem') }),
			NOW,
		);
		expect(read.fingerprint256).toBe(certificate('mastercard.certificate.pem').fingerprint256);
	});

	test("rejects the signing key's own certificate", async () => {
		const error = await getFieldRejection(() =>
			getEncryptionCertificate(
				credential({ encryptionCertificate: keyText('signing.certificate.pem') }),
				NOW,
			),
		);
		expect([error.code, error.field]).toEqual(['OWN_CERTIFICATE', 'Encryption Certificate']);
		expect(error.message).toContain('your own signing key');
	});

	test("rejects the decryption key's own certificate", async () => {
		const thisDecade = [
			new Date('2020-01-01T00:00:00Z'),
			new Date('2030-01-01T00:00:00Z'),
		] as const;
		const pair = credential({
			decryptionKey: keyText('decryption.pkcs8.pem'),
			encryptionCertificate: certificateFor('decryption.pkcs8.pem', ...thisDecade),
		});
		const error = await getFieldRejection(() => getEncryptionCertificate(pair, NOW));
		expect([error.code, error.field]).toEqual(['OWN_CERTIFICATE', 'Encryption Certificate']);
		expect(error.message).toContain('your own decryption key');
	});

	const lastYear = [new Date('2025-01-01T00:00:00Z'), new Date('2026-01-01T00:00:00Z')] as const;
	test('rejects certificates that have expired on the day of the request', async () => {
		const signing = credential({
			signingKey: portalP12('signing.pkcs8.pem', certificateFor('signing.pkcs8.pem', ...lastYear)),
			signingKeyPassword: PASSWORD,
		});
		expect((await getFieldRejection(() => getSigningKey(signing, NOW))).message).toMatch(
			/'Signing Key' expired on 2026-01-01/,
		);
		expect((await getSigningKey(signing, new Date('2025-06-01'))).alias).toBe('keyalias');

		const encryption = credential({
			encryptionCertificate: certificateFor('mastercard.pkcs8.pem', ...lastYear),
		});
		expect((await getFieldRejection(() => getEncryptionCertificate(encryption, NOW))).field).toBe(
			'Encryption Certificate',
		);
	});
});

describe('the key that opens sealed cards', () => {
	test.each([
		['RSA, PEM', keyText('decryption.pkcs8.pem'), ''],
		['RSA, PEM with a password', keyText('signing.encrypted.pem'), PASSWORD],
		['RSA, .p12', base64File('openssl3.p12'), PASSWORD],
		['EC, PEM', keyText('elliptic.pem'), ''],
		['EC, .p12', base64File('elliptic.p12'), PASSWORD],
	])('may be %s', async (_, cardSealingKey, cardSealingKeyPassword) => {
		const key = await getCardSealingKey(credential({ cardSealingKey, cardSealingKeyPassword }));
		expect(key.type).toBe('private');
	});

	test.each([
		['MISSING', 'Card Sealing Key', ' ', ''],
		['UNSUITABLE_KEY', 'Card Sealing Key', keyText('short.pem'), ''],
		['UNSUITABLE_KEY', 'Card Sealing Key', getPem('ed25519'), ''],
		['UNSUITABLE_KEY', 'Card Sealing Key', getPem('secp256k1'), ''],
		['ALIAS_REQUIRED', 'Card Sealing Key', base64File('two-keys.p12'), PASSWORD],
		['WRONG_PASSWORD', 'Card Sealing Key Password', keyText('signing.encrypted.pem'), 'wrong'],
		['CERTIFICATE_INSTEAD_OF_KEY', 'Card Sealing Key', keyText('signing.certificate.pem'), ''],
	])('is %s: %s is named', async (code, field, cardSealingKey, cardSealingKeyPassword) => {
		const error = await getFieldRejection(() =>
			getCardSealingKey(credential({ cardSealingKey, cardSealingKeyPassword })),
		);
		expect([error.code, error.field]).toEqual([code, field]);
		expect(error.message).toContain(`'${field}'`);
		expect(error.message).not.toContain('Alias');
	});

	test.each(['', ' '])('is named as what a sealed card needs when it is %j', async (empty) => {
		const error = await getFieldRejection(() =>
			getCardSealingKey(credential({ cardSealingKey: empty })),
		);
		expect(error.message).toMatch(/^The card is sealed, and 'Card Sealing Key' .* is empty/);
	});

	test('may be one that cannot sign, which stays rejected as such', async () => {
		const pair = { signingKey: keyText('elliptic.pem'), cardSealingKey: keyText('elliptic.pem') };
		await getCardSealingKey(credential(pair));
		const error = await getFieldRejection(() => getSigningKey(credential(pair), NOW));
		expect(error.code).toBe('NOT_RSA');
	});
});
