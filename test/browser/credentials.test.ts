// The forms of both credentials in n8n's editor: created by hand, and each field broken in turn.
import type { Page } from 'playwright-core';
import { simulatorCredentials } from '../../demo/simulatorCredentials';
import { base64File, CONSUMER_KEY, PASSWORD } from '../support/keyFixtures';
import { CredentialForm } from './support/CredentialForm';
import { Editor } from './support/Editor';
import { comparePicture } from './support/pictures';

const TESTED = /Connection tested successfully/;

let editor: Editor;
let page: Page;

beforeAll(async () => {
	editor = await Editor.start([]);
});
beforeEach(async () => {
	page = await editor.newPage();
});
afterEach(async () => {
	await page.close();
});
afterAll(async () => {
	await editor?.close();
});

/** What the simulator accepts in the fields of a credential type. */
function values(type: string): Record<string, string> {
	const found = simulatorCredentials(editor.n8n.simulator).find((one) => one.type === type);
	return { ...(found?.data as Record<string, string>) };
}

// First: n8n numbers the names of further credentials.
describe('the pictures in docs/credentials.md', () => {
	/** Opens an empty form in a window that is narrow enough for a page of text, and high enough for what is shown. */
	async function createIn(height: number, type: string): Promise<CredentialForm> {
		await page.setViewportSize({ width: 1200, height });
		return await CredentialForm.create(page, type);
	}

	test.each([
		['Mastercard API', 'mastercard-api.png'],
		['Mastercard Open Finance API', 'open-finance-api.png'],
	])('show the form of %s', async (type, picture) => {
		const form = await createIn(2400, type);
		await form.showAll();
		comparePicture(picture, await form.takePicture());
	});

	test('show a test that has failed', async () => {
		const form = await createIn(1300, 'Mastercard API');
		await form.fill({
			consumerKey: CONSUMER_KEY,
			signingKey: base64File('openssl3.p12'),
			signingKeyPassword: 'wrong',
		});
		await form.save();
		comparePicture('credential-test.png', await form.takePicture());
	});
});

describe('Mastercard API', () => {
	const ALWAYS = [
		'Environment',
		'What signs your requests: you got these when you created the project on Mastercard Developers',
		'Consumer Key',
		'Signing Key',
		'Signing Key Password',
		'What encrypts cards: only for CCA Scores and CCA Metrics, so leave these empty for SBCA',
		'Encryption Certificate',
		'Decryption Key',
		'Optional: scores and reports work without these',
		'Card Reference Key',
		'More Settings',
	];

	/** Fills in what a project on Mastercard Developers has, for the simulator. */
	async function create(change: Record<string, string> = {}): Promise<CredentialForm> {
		const form = await CredentialForm.create(page, 'Mastercard API');
		const { environment, signingKeyAlias, decryptionKeyAlias, encryptedValueFieldName, ...all } =
			values('mastercardApi');
		expect([environment, signingKeyAlias, decryptionKeyAlias, encryptedValueFieldName]).toEqual([
			...['custom', 'keyalias', 'keyalias', 'encryptedData'],
		]);
		await form.choose('environment', 'Custom');
		await form.fill({ ...all, ...change });
		return form;
	}

	test('is created by hand, from top to bottom', async () => {
		const form = await CredentialForm.create(page, 'Mastercard API');
		expect(await form.labels()).toEqual(ALWAYS);
		const created = await create();
		expect(await created.labels()).toEqual([
			'Environment',
			'Base URL',
			...ALWAYS.slice(1, 8),
			'Decryption Key Password',
			...ALWAYS.slice(8),
		]);
		expect(await created.save()).toMatch(TESTED);
	});

	test.each([
		['baseUrl', 'ftp://127.0.0.1', /'Base URL'/],
		['consumerKey', 'no exclamation mark', /'Consumer Key' contains a space/],
		['signingKey', 'signing-key.p12', /'Signing Key' contains a file name/],
		['signingKeyPassword', 'wrong', /'Signing Key Password'/],
		['encryptionCertificate', 'none', /'Encryption Certificate' is/],
		['decryptionKey', 'none', /'Decryption Key' is/],
		['decryptionKeyPassword', 'wrong', /'Decryption Key Password'/],
	])('a wrong %s is named', async (name, value, sentence) => {
		const form = await create({ [name]: value });
		expect(await form.save()).toMatch(sentence);
		await form.fill({ [name]: values('mastercardApi')[name] ?? '' });
		expect(await form.save()).toMatch(TESTED);
	});

	test('a file with several keys is told so, and has the field that chooses one on request', async () => {
		const form = await create({
			signingKey: base64File('two-keys.p12'),
			signingKeyPassword: PASSWORD,
		});
		expect(await form.save()).toMatch(
			/contains 2 keys\. Turn on 'More Settings' and enter one of these in 'Signing Key Alias'/,
		);
		await form.turnOn('moreSettings');
		expect((await form.labels()).slice(-5)).toEqual([
			'Card Sealing Key',
			'Card Sealing Key Password',
			'Signing Key Alias',
			'Decryption Key Alias',
			'Encrypted Value Field Name',
		]);
		await form.fill({ signingKeyAlias: 'not it' });
		expect(await form.save()).toMatch(/'Signing Key Alias' is not the alias of a key/);
	});

	test('what the form does not show is kept when the credential is saved', async () => {
		const form = await CredentialForm.open(page, 'mastercardApiDemo');
		expect(await form.labels()).not.toContain('Signing Key Alias');
		await form.fill({ cardReferenceKey: 'another' });
		expect(await form.save()).toMatch(TESTED);
		const again = await CredentialForm.open(page, 'mastercardApiDemo');
		await again.turnOn('moreSettings');
		expect(await again.field('signingKeyAlias').inputValue()).toBe('keyalias');
		expect(await again.field('encryptedValueFieldName').inputValue()).toBe('encryptedData');
	});
});

describe('Mastercard Open Finance API', () => {
	async function create(change: Record<string, string> = {}): Promise<CredentialForm> {
		const form = await CredentialForm.create(page, 'Mastercard Open Finance API');
		await form.fill({ ...values('mastercardOpenFinanceApi'), ...change });
		return form;
	}

	test('is created by hand, from top to bottom', async () => {
		const form = await create();
		expect(await form.labels()).toEqual(['Partner ID', 'Partner Secret', 'App Key', 'Base URL']);
		expect(await form.save()).toMatch(TESTED);
	});

	test.each([
		['partnerId', /'Partner ID' is not one that Mastercard knows/],
		['partnerSecret', /'Partner Secret' is not the one of this 'Partner ID'/],
		['appKey', /'App Key' is not one that Mastercard knows/],
	])('a wrong %s is named', async (name, sentence) => {
		const form = await create({ [name]: 'wrong' });
		expect(await form.save()).toMatch(sentence);
		await form.fill({ [name]: values('mastercardOpenFinanceApi')[name] ?? '' });
		expect(await form.save()).toMatch(TESTED);
	});
});

test.each([
	['Mastercard API', 'credentials.md'],
	['Mastercard Open Finance API', 'open-finance.md'],
])('"Read our docs" of %s leads to our page', async (type, file) => {
	const form = await CredentialForm.create(page, type);
	const link = form.window.getByRole('link', { name: 'Read our docs' });
	expect(await link.getAttribute('href')).toMatch(new RegExp(`/blob/main/docs/${file}`));
});
