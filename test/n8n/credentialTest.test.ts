// The connection tests of both credentials, in a real n8n.
import { simulatorCredentials } from '../../demo/simulatorCredentials';
import { openEditorSession, type Send } from './support/editorSession';
import { realN8n, type RealN8n } from './support/realN8n';

let n8n: RealN8n;
let send: Send;

beforeAll(async () => {
	n8n = await realN8n([]);
	send = await openEditorSession((await n8n.startServer()).url);
});

afterAll(() => n8n?.close());

/** Tests the simulator's credential of a type, with some fields changed. */
async function testCredential(type: string, change: object = {}) {
	const credential = simulatorCredentials(n8n.simulator).find((other) => other.type === type);
	const response = await send('/rest/credentials/test', {
		credentials: { ...credential, data: { ...credential?.data, ...change } },
	});
	const { data } = (await response.json()) as { data: { status: string; message: string } };
	return data;
}

describe('of Mastercard Open Finance API', () => {
	const runTest = (change?: object) => testCredential('mastercardOpenFinanceApi', change);

	test('valid values pass', async () => {
		expect(await runTest()).toEqual({ status: 'OK', message: expect.any(String) });
	});

	test('valid values pass after Mastercard has ended the token early, each time', async () => {
		const authentications = () =>
			n8n.simulator.calls.filter(({ path }) => path.endsWith('/authentication')).length;
		expect((await runTest()).status).toBe('OK');
		for (let times = 0; times < 3; times++) {
			n8n.simulator.endOpenFinanceTokens();
			const before = authentications();
			expect((await runTest()).status).toBe('OK');
			expect(authentications()).toBe(before + 1);
		}
	});

	test.each([
		['appKey', /^'App Key' is not one that Mastercard knows/],
		['partnerId', /^'Partner ID' is not one that Mastercard knows/],
		['partnerSecret', /^'Partner Secret' is not the one of this 'Partner ID'/],
	])('a wrong %s is named', async (field, message) => {
		expect(await runTest({ [field]: 'wrong' })).toEqual({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});
});

describe('of Mastercard API', () => {
	const runTest = (change?: object) => testCredential('mastercardApi', change);

	test('valid values pass, with a single request that looks up no data', async () => {
		n8n.simulator.reset();
		expect((await runTest()).status).toBe('OK');
		expect(n8n.simulator.calls.map(({ method, status }) => [method, status])).toEqual([
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
		n8n.simulator.reset();
		const { status, message } = await runTest(change);
		expect(status).toBe('Error');
		expect(message).toContain(field);
		expect(n8n.simulator.calls).toEqual([]);
	});

	test('a consumer key that does not belong to the signing key is named', async () => {
		const other = n8n.simulator.credential.consumerKey.replace(/^./, (c) =>
			c === 'A' ? 'B' : 'A',
		);
		const { status, message } = await runTest({ consumerKey: other });
		expect(status).toBe('Error');
		expect(message).toContain("'Consumer Key'");
	});
});
