// The test buttons of both credentials, in a real n8n.
import { EDITOR_LOGIN } from '../../demo/n8nEnvironment';
import { realN8n, type RealN8n } from './support/realN8n';

let n8n: RealN8n;
let url = '';
let cookie = '';

beforeAll(async () => {
	n8n = await realN8n([]);
	({ url } = await n8n.startServer());
	const answer = await post('/rest/login', {
		emailOrLdapLoginId: EDITOR_LOGIN.email,
		password: EDITOR_LOGIN.password,
	});
	cookie = answer.headers.getSetCookie().join('; ');
});

afterAll(() => n8n?.close());

const post = (what: string, body: object) =>
	fetch(new URL(what, url), {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify(body),
	});

async function pressTest(change: object = {}): Promise<{ status: string; message: string }> {
	const credentials = {
		id: 'mastercardOpenFinanceApiDemo',
		name: 'Mastercard Open Finance API',
		type: 'mastercardOpenFinanceApi',
		data: { ...n8n.mastercard.openFinanceCredential, ...change },
	};
	const answer = await post('/rest/credentials/test', { credentials });
	return ((await answer.json()) as { data: { status: string; message: string } }).data;
}

test('the right values pass', async () => {
	expect(await pressTest()).toEqual({ status: 'OK', message: expect.any(String) });
});

test.each([
	['appKey', /^'App Key' is not one that Mastercard knows/],
	['partnerId', /^'Partner ID' is not one that Mastercard knows/],
	['partnerSecret', /^'Partner Secret' is not the one of this 'Partner ID'/],
])('a wrong %s is named', async (field, message) => {
	expect(await pressTest({ [field]: 'wrong' })).toEqual({
		status: 'Error',
		message: expect.stringMatching(message),
	});
});

describe('of Mastercard API', () => {
	async function press(change: object = {}): Promise<{ status: string; message: string }> {
		const credentials = {
			id: 'mastercardApiDemo',
			name: 'Mastercard API',
			type: 'mastercardApi',
			data: { ...n8n.mastercard.credential, ...change },
		};
		const answer = await post('/rest/credentials/test', { credentials });
		return ((await answer.json()) as { data: { status: string; message: string } }).data;
	}

	test('the right values pass, with one call that looks nothing up', async () => {
		n8n.mastercard.reset();
		expect((await press()).status).toBe('OK');
		expect(n8n.mastercard.calls.map(({ method, status }) => [method, status])).toEqual([
			['GET', 404],
		]);
	});

	test.each([
		[{ signingKeyPassword: 'not it' }, "'Signing Key Password'"],
		[{ signingKeyAlias: 'not it' }, "'Signing Key Alias'"],
		[{ signingKey: 'signing-key.p12' }, "'Signing Key'"],
		[{ consumerKey: 'no exclamation mark' }, "'Consumer Key'"],
		[{ encryptionCertificate: 'no certificate' }, "'Encryption Certificate'"],
		[{ decryptionKeyPassword: 'not it' }, "'Decryption Key Password'"],
		[{ baseUrl: 'ftp://127.0.0.1' }, "'Base URL'"],
	])('%p is named, and nothing is sent', async (change, field) => {
		n8n.mastercard.reset();
		const { status, message } = await press(change);
		expect(status).toBe('Error');
		expect(message).toContain(field);
		expect(n8n.mastercard.calls).toEqual([]);
	});

	test('a consumer key of somebody else is told from a wrong field', async () => {
		const other = n8n.mastercard.credential.consumerKey.replace(/^./, (c) =>
			c === 'A' ? 'B' : 'A',
		);
		const { status, message } = await press({ consumerKey: other });
		expect(status).toBe('Error');
		expect(message).toContain("'Consumer Key'");
	});
});
