import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { MastercardApi } from '../../credentials/MastercardApi.credentials';
import { MastercardOpenFinanceApi } from '../../credentials/MastercardOpenFinanceApi.credentials';
import { getAnchors } from '../support/anchors';
import { CONSUMER_KEY, keyText } from '../support/keyFixtures';

const root = path.join(__dirname, '..', '..');

let credential: MastercardApi;
beforeEach(() => {
	credential = new MastercardApi();
});
const property = (name: string) => credential.properties.find((one) => one.name === name);

test('its fields are those that workflows and credentials are saved with', () => {
	expect(credential.name).toBe('mastercardApi');
	expect(credential.displayName).toBe('Mastercard API');
	const fields = credential.properties.filter(({ type }) => type !== 'notice');
	expect(Object.fromEntries(fields.map(({ name, default: value }) => [name, value]))).toEqual({
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
		moreSettings: false,
	});
});

describe('n8n hands to the nodes', () => {
	/** The values that n8n has left when it decrypts the credential. */
	const used = (data: INodeParameters) =>
		NodeHelpers.getNodeParameters(credential.properties, data, true, false, null, null);

	test.each([
		'signingKeyAlias',
		'decryptionKeyAlias',
		'encryptedValueFieldName',
		'cardSealingKey',
		'cardSealingKeyPassword',
	])('%s whether the form shows it or not', (name) => {
		expect(used({ [name]: 'x' })).toHaveProperty(name, 'x');
		expect(used({ [name]: 'x', moreSettings: false })).toHaveProperty(name, 'x');
		expect(used({ [name]: 'x', moreSettings: true })).toHaveProperty(name, 'x');
	});

	test('the password of the decryption key when there is such a key', () => {
		expect(used({ decryptionKeyPassword: 'x' })).not.toHaveProperty('decryptionKeyPassword');
		expect(used({ decryptionKeyPassword: 'x', decryptionKey: 'y' })).toHaveProperty(
			'decryptionKeyPassword',
			'x',
		);
	});
});

test('every field says under it what belongs there', () => {
	const silent = [credential, new MastercardOpenFinanceApi()].flatMap(({ properties }) =>
		properties.filter(({ type, hint }) => !/notice|hidden/.test(type) && !hint),
	);
	expect(silent).toEqual([]);
});

test('the links lead to existing sections of our own pages', () => {
	const { repository } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		repository: { url: string };
	};
	const pages = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/`;
	const forms = [credential, new MastercardOpenFinanceApi()];
	const links = forms.flatMap(({ documentationUrl, properties }) => [
		documentationUrl ?? '',
		...properties.flatMap(({ hint = '' }) =>
			[...hint.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href),
		),
	]);
	expect(links.length).toBeGreaterThanOrEqual(3);
	for (const link of links) {
		expect(link.startsWith(pages)).toBe(true);
		const [file = '', anchor] = link.slice(pages.length).split('#');
		const anchors = getAnchors(readFileSync(path.join(root, file), 'utf8'));
		if (anchor !== undefined) expect(anchors).toContain(anchor);
	}
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
