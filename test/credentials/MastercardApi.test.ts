import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MastercardApi } from '../../credentials/MastercardApi.credentials';
import { CONSUMER_KEY, keyText } from '../support/keyFixtures';

let credential: MastercardApi;
beforeEach(() => {
	credential = new MastercardApi();
});
const property = (name: string) => credential.properties.find((one) => one.name === name);

test('its fields are those that workflows and credentials are saved with', () => {
	expect(credential.name).toBe('mastercardApi');
	expect(credential.displayName).toBe('Mastercard API');
	expect(credential.properties.map(({ name, default: value }) => [name, value])).toEqual([
		['environment', 'sandbox'],
		['baseUrl', ''],
		['consumerKey', ''],
		['signingKey', ''],
		['signingKeyAlias', ''],
		['signingKeyPassword', ''],
		['encryptionCertificate', ''],
		['decryptionKey', ''],
		['decryptionKeyAlias', ''],
		['decryptionKeyPassword', ''],
		['encryptedValueFieldName', 'encryptedData'],
		['cardReferenceKey', ''],
		['cardSealingKey', ''],
		['cardSealingKeyPassword', ''],
	]);
});

test.each([
	'signingKey',
	'signingKeyPassword',
	'decryptionKey',
	'decryptionKeyPassword',
	'cardReferenceKey',
	'cardSealingKey',
	'cardSealingKeyPassword',
])('%s is stored and shown as a secret', (name) => {
	expect(property(name)?.typeOptions?.password).toBe(true);
});

test('the base URL is shown only where it is used', () => {
	expect(property('baseUrl')?.displayOptions).toEqual({ show: { environment: ['custom'] } });
});

test('its icons are drawings of our own, one for each theme', () => {
	const icons = Object.values(credential.icon as object).map((icon: string) =>
		readFileSync(
			path.join(__dirname, '..', '..', 'credentials', icon.replace('file:', '')),
			'utf8',
		),
	);
	expect(new Set(icons).size).toBe(2);
	expect(icons.every((svg) => svg.startsWith('<svg '))).toBe(true);
});

test('authenticate signs, and its errors are sentences without a code, which n8n would show in their place', async () => {
	const authenticate = credential.authenticate;
	if (typeof authenticate !== 'function') throw new Error('not a function');
	const data = {
		environment: 'production',
		consumerKey: CONSUMER_KEY,
		signingKey: keyText('signing.pkcs8.pem'),
	};
	const signed = await authenticate(data, { url: 'https://api.mastercard.com/x' });
	expect(signed.headers?.['Authorization']).toMatch(/^OAuth /);

	const error: unknown = await authenticate(
		{ ...data, signingKey: '' },
		{ url: 'https://api.mastercard.com/x' },
	).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(Error);
	expect(error).toMatchObject({
		message: expect.stringMatching(/^'Signing Key' is empty/) as string,
	});
	expect(error).not.toHaveProperty('code');
});
