import { createPublicKey } from 'node:crypto';
import type { IHttpRequestOptions, IRequestOptions } from 'n8n-workflow';
import { TEST_PATH } from '../../credentials/authentication/authenticateMastercardApi';
import { MastercardApi } from '../../credentials/MastercardApi.credentials';
import { storeCredential } from '../support/credentialInN8n';
import {
	base64File,
	CONSUMER_KEY,
	keyText,
	PASSWORD,
	portalP12,
	privateKey,
	certificateFor,
} from '../support/keyFixtures';
import { oauthParameters, READINGS, verifySignature } from '../support/oauth1Verifiers';
import {
	startRecordingServer,
	type Recorded,
	type RecordingServer,
} from '../support/recordingServer';

const publicKey = createPublicKey(privateKey('signing.pkcs8.pem'));
const readings = Object.keys(READINGS) as Array<keyof typeof READINGS>;
const faults = (request: Recorded) =>
	readings.flatMap((reading) => verifySignature(request, publicKey, reading));

const stored = (data: object) => storeCredential(new MastercardApi(), data);
const httpRequest = (data: object, options: IHttpRequestOptions) =>
	stored(data).httpRequest(options);
const legacyRequest = (data: object, options: IRequestOptions) =>
	stored(data).legacyRequest(options);
const testCredential = (data: object) => stored(data).test();

let server: RecordingServer;
beforeEach(async () => {
	server = await startRecordingServer();
});
afterEach(async () => {
	await server.close();
});

const credential = (more: object = {}) => ({
	environment: 'custom',
	baseUrl: server.url,
	consumerKey: CONSUMER_KEY,
	signingKey: base64File('openssl3.p12'),
	signingKeyPassword: PASSWORD,
	...more,
});

/** Sends one request, and returns it as it arrived once its signature was checked in both readings. */
async function received(send: () => Promise<unknown>): Promise<Recorded> {
	server.requests.length = 0;
	await send();
	expect(server.requests).toHaveLength(1);
	const [request] = server.requests as [Recorded];
	expect(faults(request)).toEqual([]);
	return request;
}

const viaHttpRequest = (options: Partial<IHttpRequestOptions>) =>
	received(() => httpRequest(credential(), { url: `${server.url}/x`, ...options }));
const viaLegacyRequest = (options: IRequestOptions) =>
	received(() => legacyRequest(credential(), { uri: `${server.url}/x`, ...options }));
const decodedQuery = ({ target }: Recorded) => [...new URL(target, server.url).searchParams];

const BODIES: Array<[string, IHttpRequestOptions['body'], Record<string, string>, string, string]> =
	[
		['an object', { a: 'é', n: [1, null] }, {}, '{"a":"é","n":[1,null]}', 'application/json'],
		['a list', [1, 2], {}, '[1,2]', 'application/json'],
		['JSON text', '{"a":1}', {}, '{"a":1}', 'application/json'],
		[
			'JSON text with white space around',
			' {"a": 1}\n',
			{ 'content-type': 'application/json' },
			' {"a": 1}\n',
			'application/json',
		],
		[
			'text that only claims to be JSON',
			'a"b',
			{ 'Content-Type': 'application/json' },
			'a"b',
			'application/json',
		],
		['plain text', ' a b ', { 'Content-Type': 'text/plain' }, ' a b ', 'text/plain'],
		[
			'bytes',
			Buffer.from([0, 255, 10]),
			{ 'Content-Type': 'application/pdf' },
			'\u0000\uFFFD\n',
			'application/pdf',
		],
		[
			'search parameters',
			new URLSearchParams({ a: 'b c', d: '&' }),
			{},
			'a=b+c&d=%26',
			'application/x-www-form-urlencoded',
		],
		[
			'an object as form',
			{ a: 'b c', d: ['&'] },
			{ 'Content-Type': 'application/x-www-form-urlencoded' },
			'a=b%20c&d%5B0%5D=%26',
			'application/x-www-form-urlencoded',
		],
	];

describe("n8n's current helper sends what was signed", () => {
	test.each(BODIES)('with %s as body', async (_, body, headers, bytes, type) => {
		const request = await viaHttpRequest({ method: 'POST', body, headers });
		expect(request.body.toString()).toBe(bytes);
		expect(request.headers['content-type']).toBe(type);
	});

	test.each([true, false, undefined])('with json set to %s', async (json) => {
		const request = await viaHttpRequest({ method: 'PUT', body: { a: 1 }, json });
		expect(request.body.toString()).toBe('{"a":1}');
	});

	test('with a base URL, a path with a query, and more query', async () => {
		const request = await viaHttpRequest({
			baseURL: `${server.url}/api/`,
			url: '/find me?a=1+2#part',
			qs: { b: "it's (50%)!*", list: ['x', 'y'], none: null, gone: undefined, deep: { c: true } },
		});
		expect(request.target.startsWith('/api/find%20me?')).toBe(true);
		expect(decodedQuery(request)).toEqual([
			['a', '1 2'],
			['b', "it's (50%)!*"],
			['list[0]', 'x'],
			['list[1]', 'y'],
			['none', ''],
			['deep[c]', 'true'],
		]);
	});

	test.each([
		['brackets', 'l[]=x&l[]=y'],
		['repeat', 'l=x&l=y'],
		['comma', 'l=x,y'],
		['indices', 'l[0]=x&l[1]=y'],
	] as const)('with lists in the query as %s', async (arrayFormat, expected) => {
		const request = await viaHttpRequest({ qs: { l: ['x', 'y'] }, arrayFormat });
		expect(decodeURIComponent(request.target)).toBe(`/x?${expected}`);
	});

	test('with an empty object as body, which n8n does not send', async () => {
		expect((await viaHttpRequest({ method: 'POST', body: {} })).body).toHaveLength(0);
	});

	test('with other headers as they were, and one Authorization', async () => {
		const request = await viaHttpRequest({
			headers: { 'X-Mine': 'kept', authorization: 'Bearer other' },
		});
		expect(request.headers['x-mine']).toBe('kept');
		expect(request.authorization).toMatch(/^OAuth /);
	});

	test('again after a 401, with a new nonce and the same bytes', async () => {
		server.responses.push({ status: 401 });
		await httpRequest(credential(), {
			method: 'POST',
			baseURL: server.url,
			url: '/x?a=b+c',
			qs: { d: 'e f' },
			body: { a: 1 },
		});
		const [first, second] = server.requests as [Recorded, Recorded];
		expect(server.requests.flatMap(faults)).toEqual([]);
		expect([second.target, second.body.toString()]).toEqual([first.target, first.body.toString()]);
		const nonces = [first, second].map((sent) =>
			oauthParameters(sent.authorization).get('oauth_nonce'),
		);
		expect(new Set(nonces).size).toBe(2);
	});
});

describe("n8n's legacy helper, behind the HTTP Request node, sends what was signed", () => {
	test.each(BODIES)('with %s as body', async (_, body, headers, bytes, type) => {
		const request = await viaLegacyRequest({ method: 'POST', body, headers });
		expect(request.body.toString()).toBe(bytes);
		expect(request.headers['content-type']).toBe(type);
	});

	test('as the HTTP Request node asks for JSON', async () => {
		const request = await viaLegacyRequest({
			method: 'POST',
			body: { a: 1 },
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			json: false,
			encoding: null,
			useStream: true,
			resolveWithFullResponse: true,
		});
		expect(request.body.toString()).toBe('{"a":1}');
	});

	test('with a form', async () => {
		const request = await viaLegacyRequest({ method: 'POST', form: { a: 'b c', d: 'é' } });
		expect(request.body.toString()).toBe('a=b%20c&d=%C3%A9');
		expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
	});

	test('with an empty JSON object', async () => {
		expect((await viaLegacyRequest({ method: 'POST', body: {} })).body.toString()).toBe('{}');
	});

	test.each([
		[{ useQuerystring: true }, 'l=x&l=y'],
		[{ qsStringifyOptions: { arrayFormat: 'brackets' as const } }, 'l[]=x&l[]=y'],
		[{}, 'l[0]=x&l[1]=y'],
	])('with lists in the query, %j', async (options, expected) => {
		const request = await viaLegacyRequest({ qs: { l: ['x', 'y'] }, ...options });
		expect(decodeURIComponent(request.target)).toBe(`/x?${expected}`);
	});

	test('with url in place of uri', async () => {
		expect((await viaLegacyRequest({ uri: undefined, url: `${server.url}/y?z=1` })).target).toBe(
			'/y?z=1',
		);
	});
});

describe.each([301, 302, 303, 307, 308])('a redirect with %i is not followed', (status) => {
	let other: RecordingServer;
	beforeEach(async () => {
		other = await startRecordingServer();
		server.responses.push({ status, headers: { Location: `${other.url}/elsewhere` } });
	});
	afterEach(async () => {
		expect(other.requests).toEqual([]);
		await other.close();
	});

	test.each(['GET', 'POST'] as const)('by the current helper (%s)', async (method) => {
		const redirected = httpRequest(credential(), { method, url: `${server.url}/x` });
		await expect(redirected).rejects.toThrow();
	});

	test.each(['GET', 'POST'] as const)('by the legacy helper (%s)', async (method) => {
		const options = { method, uri: `${server.url}/x`, followAllRedirects: true };
		await expect(legacyRequest(credential(), options)).rejects.toThrow();
	});

	test('by the credential test, which says so', async () => {
		const result = await testCredential(credential());
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/another address.*'Base URL'/),
		});
	});
});

describe('the credential test', () => {
	test('shows nothing of what the server says in words', async () => {
		const statusText = 'Signature of consumer key abc';
		for (const status of [302, 418, 500, 599]) {
			server.responses.push({ status, statusText });
			const result = await testCredential(credential());
			expect(result.status).toBe('Error');
			expect(result.message).not.toContain('abc');
		}
	});

	const notFound = { Errors: { Error: [{ Source: 'Gateway', ReasonCode: 'NOT_FOUND' }] } };
	const declined = (ReasonCode: string) => ({
		Errors: { Error: [{ Source: 'Gateway', ReasonCode }] },
	});

	test('succeeds when Mastercard accepts the signature and finds no such path', async () => {
		server.responses.push({ status: 404, body: notFound });
		expect(await testCredential(credential())).toMatchObject({ status: 'OK' });
		const [request] = server.requests as [Recorded];
		expect([request.method, request.target]).toEqual(['GET', TEST_PATH]);
		expect(faults(request)).toEqual([]);
	});

	test.each([
		[400, 'INVALID_AUTH_HEADER', /could not read the signature.*'Consumer Key'/],
		[
			401,
			'AUTHENTICATION_FAILED',
			/did not accept the signature.*'Consumer Key' and 'Signing Key'.*'Environment'/,
		],
		[401, 'A_CODE_NOT_SEEN_SO_FAR', /did not accept the signature/],
		[403, 'DECLINED', /denied access/],
		[429, 'TOO_MANY', /rate limit/],
		[402, 'OTHER', /^Mastercard declined the request \(402\)/],
		[499, 'OTHER', /^Mastercard declined the request \(499\)/],
		[500, 'DOWN', /server error \(500\)/],
		[503, 'DOWN', /server error \(503\)/],
	])('says what to check after %d %s', async (status, code, sentence) => {
		server.responses.push({ status, body: declined(code) }, { status, body: declined(code) });
		const result = await testCredential(credential());
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(sentence);
	});

	test.each([
		[404, '<html>nginx</html>'],
		[404, { message: 'Not Found' }],
		[200, '<html>Welcome</html>'],
		[200, ''],
	])('is not fooled by a %d of somebody else: %j', async (status, body) => {
		server.responses.push({ status, body });
		const result = await testCredential(credential());
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringContaining("'Base URL'") as string,
		});
	});

	test('says that nobody responds', async () => {
		const { url } = server;
		await server.close();
		expect(await testCredential(credential({ baseUrl: url }))).toEqual({
			status: 'Error',
			message: 'ECONNREFUSED',
		});
		server = await startRecordingServer();
	});

	const yesterday = new Date(Date.now() - 86_400_000);
	const expired = certificateFor('signing.pkcs8.pem', new Date('2020-01-01'), yesterday);
	test.each<[string, object, RegExp]>([
		['no consumer key', { consumerKey: '' }, /^'Consumer Key' is empty/],
		[
			'a password that does not fit',
			{ signingKeyPassword: 'no' },
			/^'Signing Key Password' does not open/,
		],
		[
			'an alias that is not there',
			{ signingKeyAlias: 'other' },
			/^'Signing Key Alias' is not the alias of a key.*'keyalias'/,
		],
		[
			'a certificate that has run out',
			{ signingKey: portalP12('signing.pkcs8.pem', expired) },
			/^The certificate in 'Signing Key' expired on \d{4}-\d\d-\d\d/,
		],
		[
			'a key for a certificate',
			{ encryptionCertificate: keyText('signing.pkcs8.pem') },
			/^'Encryption Certificate' contains a private key/,
		],
		[
			'the own certificate',
			{ encryptionCertificate: keyText('signing.certificate.pem') },
			/^'Encryption Certificate' contains the certificate of your own signing key/,
		],
		[
			'an encryption certificate that has run out',
			{
				encryptionCertificate: certificateFor(
					'mastercard.pkcs8.pem',
					new Date('2020-01-01'),
					yesterday,
				),
			},
			/^The certificate in 'Encryption Certificate' expired on/,
		],
		[
			'a decryption key that is none',
			{ decryptionKey: 'C:\\keys\\decrypt.p12' },
			/^'Decryption Key' contains a file name/,
		],
		[
			'a wrong password for it',
			{ decryptionKey: base64File('keytool.p12'), decryptionKeyPassword: 'no' },
			/^'Decryption Key Password' does not open/,
		],
		[
			'a card sealing key that is none',
			{ cardSealingKey: certificateFor('signing.pkcs8.pem', new Date('2020-01-01'), yesterday) },
			/^'Card Sealing Key' contains a certificate/,
		],
	])('names the field before anything is sent: %s', async (_, more, sentence) => {
		const result = await testCredential(credential(more));
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(sentence);
		expect(server.requests).toEqual([]);
	});

	test.each(['', 'ftp://x', 'http://example.com'])('names the base URL %j', async (baseUrl) => {
		expect((await testCredential(credential({ baseUrl }))).message).toMatch(/^'Base URL' /);
	});

	test('is for the same path below a base URL of its own', async () => {
		const data = credential({ baseUrl: `${server.url}/mastercard`, decryptionKey: 'broken' });
		expect((await testCredential(data)).message).toMatch(/^'Decryption Key'/);
	});

	test('takes fields of blanks for empty ones', async () => {
		server.responses.push({ status: 404, body: notFound });
		const data = credential({
			encryptionCertificate: ' ',
			decryptionKey: ' ',
			cardSealingKey: ' ',
		});
		expect(await testCredential(data)).toMatchObject({ status: 'OK' });
	});

	test('fields of encryption are not looked at in other requests', async () => {
		const data = credential({ encryptionCertificate: 'broken', decryptionKey: 'broken' });
		expect(faults(await received(() => httpRequest(data, { url: `${server.url}/x` })))).toEqual([]);
	});
});
