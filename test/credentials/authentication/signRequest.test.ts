import { createPublicKey } from 'node:crypto';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { toMastercardApiCredential } from '../../../mastercard/credential';
import { signRequest } from '../../../credentials/authentication/signRequest';
import type { RequestOptions } from '../../../credentials/authentication/requestOptions';
import { CONSUMER_KEY, getFieldError, privateKey } from '../../support/keyFixtures';
import { oauthParameters, READINGS, verifySignature } from '../../support/oauth1Verifiers';

const HOST = 'https://sandbox.api.mastercard.com';
const credential = toMastercardApiCredential({ consumerKey: CONSUMER_KEY });
const signingKey = privateKey('signing.pkcs8.pem');
const sign = <T extends RequestOptions>(options: T) => signRequest(options, credential, signingKey);
const publicKey = createPublicKey(signingKey);

function faults(signed: ReturnType<typeof sign>): string[] {
	const { protocol, host, pathname, search } = new URL(signed.url);
	const request = {
		method: signed.method ?? 'GET',
		scheme: protocol.slice(0, -1),
		host,
		target: pathname + search,
		authorization: String(signed.headers['Authorization']),
		body: Buffer.from(signed.body ?? ''),
	};
	const readings = Object.keys(READINGS) as Array<keyof typeof READINGS>;
	return readings.flatMap((reading) => verifySignature(request, publicKey, reading));
}

describe('a signed request', () => {
	test('has its URL under both names, and nothing left that n8n would add to it', () => {
		const signed = sign({
			baseURL: HOST,
			url: '/x?a=1',
			qs: { b: 2 },
			auth: { username: 'me', password: 'secret' },
			timeout: 5,
		});
		expect(signed).toEqual({
			url: `${HOST}/x?a=1&b=2`,
			uri: `${HOST}/x?a=1&b=2`,
			timeout: 5,
			headers: { Authorization: expect.stringMatching(/^OAuth /) as string },
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
			abortSignal: expect.any(AbortSignal) as AbortSignal,
		});
	});

	test('can be signed again: the same request, validly signed anew', () => {
		const value = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.integer(),
			fc.boolean(),
			fc.constant(null),
		);
		fc.assert(
			fc.property(
				fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(value, fc.array(value))),
				fc.oneof(
					fc.jsonValue(),
					fc.string(),
					fc.uint8Array().map((bytes) => Buffer.from(bytes)),
				),
				fc.constantFrom(
					undefined,
					'application/json',
					'text/plain',
					'application/x-www-form-urlencoded',
				),
				(qs, body, type) => {
					const headers = type === undefined ? {} : { 'content-type': type };
					const once = sign({ uri: `${HOST}/a b`, method: 'POST', qs, body, headers });
					const twice = sign(once);
					expect([...faults(once), ...faults(twice)]).toEqual([]);
					const { Authorization: first, ...before } = once.headers;
					const { Authorization: second, ...after } = twice.headers;
					expect({ ...twice, headers: after }).toEqual({ ...once, headers: before });
					expect(second).not.toBe(first);
				},
			),
			{ numRuns: 150 },
		);
	});

	test('replaces headers that are spelled otherwise', () => {
		const headers = { authorization: 'other', 'content-TYPE': 'text/plain', 'x-mine': 'kept' };
		const signed = sign({ url: HOST, method: 'POST', body: 'a', headers });
		expect(signed.headers).toEqual({
			'x-mine': 'kept',
			'Content-Type': 'text/plain',
			Authorization: expect.stringMatching(/^OAuth /) as string,
		});
	});

	test('without a body keeps its headers, apart from another Authorization', () => {
		const headers = { AUTHORIZATION: 'other', 'content-type': 'text/plain' };
		const signed = sign({ url: HOST, headers });
		expect(signed.headers).toEqual({
			'content-type': 'text/plain',
			Authorization: expect.stringMatching(/^OAuth /) as string,
		});
		expect(signed).not.toHaveProperty('body');
	});

	test('leaves the options as they were', () => {
		const options = Object.freeze({
			url: `${HOST}/x`,
			method: 'POST',
			qs: Object.freeze({ a: Object.freeze([1]) }),
			headers: Object.freeze({ Accept: '*/*' }),
			body: Object.freeze({ b: Object.freeze({ c: 1 }) }),
		});
		sign(options);
		expect(options).toEqual({
			url: `${HOST}/x`,
			method: 'POST',
			qs: { a: [1] },
			headers: { Accept: '*/*' },
			body: { b: { c: 1 } },
		});
	});

	test('goes without the user name that a URL may hold', () => {
		expect(sign({ url: HOST.replace('//', '//me:secret@') }).url).toBe(`${HOST}/`);
	});

	test('has a consumer key of the usual length, except in a custom environment', () => {
		const withKey = (environment: string) => ({
			...toMastercardApiCredential({ environment, consumerKey: 'short!key', baseUrl: HOST }),
		});
		const header = signRequest({ url: HOST }, withKey('custom'), signingKey).headers;
		expect(oauthParameters(String(header['Authorization'])).get('oauth_consumer_key')).toBe(
			'short!key',
		);
		const error = getFieldError(() => signRequest({ url: HOST }, withKey('sandbox'), signingKey));
		expect(error.code).toBe('MALFORMED_CONSUMER_KEY');
	});

	test('carries the consumer key of the credential', () => {
		const header = String(sign({ url: HOST }).headers['Authorization']);
		expect(oauthParameters(header).get('oauth_consumer_key')).toBe(CONSUMER_KEY);
	});
});

describe('is rejected with a sentence', () => {
	const url = `${HOST}/x`;
	const upload = new FormData();
	test.each<[string, RequestOptions]>([
		['a stream', { url, method: 'POST', body: new PassThrough() }],
		['a web stream', { url, method: 'POST', body: new Blob(['x']).stream() }],
		['a form with files', { url, method: 'POST', body: upload }],
		[
			'a form with files of the form-data package',
			{ url, method: 'POST', body: { append: () => 1, getHeaders: () => ({}) } },
		],
		['formData', { uri: url, method: 'POST', formData: { file: 'x' } }],
		[
			'a multipart content type',
			{
				uri: url,
				method: 'POST',
				body: {},
				headers: { 'content-type': 'Multipart/Form-Data; boundary=x' },
			},
		],
	])('%s as body', (_, options) => {
		expect(() => sign(options)).toThrow(/^Files, multipart forms and streams cannot be signed/);
	});

	test('a GET with a body', () => {
		expect(() => sign({ url, body: { a: 1 } })).toThrow(
			/^A GET request with a body cannot be signed/,
		);
	});

	test.each(['', '/x', 'x'])('the URL %j without a base', (incomplete) => {
		expect(() => sign({ url: incomplete })).toThrow(/no complete URL/);
	});

	test.each([
		'https://api.mastercard.com/x',
		'http://sandbox.api.mastercard.com/x',
		`${HOST}.evil.example/`,
		'https://sandbox.api.mastercard.com@evil.example/',
	])('another host: %s', (foreign) => {
		expect(getFieldError(() => sign({ url: foreign })).code).toBe('FOREIGN_HOST');
		expect(getFieldError(() => sign({ baseURL: HOST, url: foreign })).code).toBe('FOREIGN_HOST');
		expect(getFieldError(() => sign({ baseURL: foreign, url: '/x' })).code).toBe('FOREIGN_HOST');
	});
});
