import { serializeBody } from '../../../credentials/authentication/requestBody';
import type { RequestOptions } from '../../../credentials/authentication/requestOptions';

const FORM = 'application/x-www-form-urlencoded';
const FORM_WITH_CHARSET = `${FORM}; charset=utf-8`;
const JSON_TYPE = 'application/json';
const bytes = Buffer.from('a=b&c=d');

test.each<[string, RequestOptions, string | Buffer, string]>([
	['an object', { body: { a: 1 } }, '{"a":1}', JSON_TYPE],
	['a list', { body: [1, 2] }, '[1,2]', JSON_TYPE],
	['JSON text', { body: '{"a": 1}' }, '{"a": 1}', JSON_TYPE],
	['other text', { body: 'a=b' }, 'a=b', FORM],
	['parsed parameters', { body: new URLSearchParams({ a: 'b c' }) }, 'a=b+c', FORM],
	['bytes', { body: bytes }, bytes, 'application/octet-stream'],
	[
		'a part of longer bytes',
		{ body: bytes.subarray(4) },
		bytes.subarray(4),
		'application/octet-stream',
	],
	[
		'bytes of a form',
		{ body: bytes, headers: { 'Content-Type': FORM_WITH_CHARSET } },
		'a=b&c=d',
		FORM_WITH_CHARSET,
	],
	[
		'an object as a form',
		{ body: { a: 'b c' }, headers: { 'Content-Type': FORM_WITH_CHARSET } },
		'a=b%20c',
		FORM_WITH_CHARSET,
	],
	['a form', { form: { a: 'b c', n: null } }, 'a=b%20c&n=', FORM],
	['a form beside empty text', { body: '', form: { a: 1 } }, 'a=1', FORM],
	['a form beside null', { body: null, form: { a: 1 } }, 'a=1', FORM],
	['a form that is text already', { form: 'a=b' }, 'a=b', FORM],
	['a form of parsed parameters', { form: new URLSearchParams({ a: 'b c' }) }, 'a=b+c', FORM],
	['an object and a form', { body: { a: 1, b: 1 }, form: { b: 2 } }, '{"a":1,"b":2}', JSON_TYPE],
	['an object and a form of another kind', { body: { a: 1 }, form: [2] }, '{"a":1}', JSON_TYPE],
	['a list and a form', { body: [1], form: { a: 2 } }, '[1]', JSON_TYPE],
	['false', { body: false }, 'false', JSON_TYPE],
	['an empty list', { body: [] }, '[]', JSON_TYPE],
	['an empty object, for the legacy helper', { uri: 'x', body: {} }, '{}', JSON_TYPE],
	[
		'text of a given type',
		{ body: '{}', headers: { 'content-TYPE': 'text/plain' } },
		'{}',
		'text/plain',
	],
	['a type that is no text', { body: '{}', headers: { 'Content-Type': 5 } }, '{}', JSON_TYPE],
	['other headers', { body: '{}', headers: { Accept: 'text/plain' } }, '{}', JSON_TYPE],
])('%s is sent in its own form', (_, options, body, contentType) => {
	expect(serializeBody({ method: 'POST', ...options })).toEqual({ body, contentType });
});

test.each<[string, RequestOptions]>([
	['nothing', {}],
	['null', { body: null }],
	['empty text', { body: '' }],
	['empty bytes', { body: Buffer.alloc(0) }],
	['an empty form', { form: {} }],
	['an empty object, which the current helper leaves out', { url: 'x', body: {} }],
])('%s is no body', (_, options) => {
	expect(serializeBody({ method: 'POST', ...options })).toEqual({});
	expect(serializeBody(options)).toEqual({});
});

// axios would trim the first, and put quotes around the second.
test.each([' {"a": 1}', 'a"b', '{"a":1}\n'])('%j as JSON goes out as bytes', (body) => {
	const headers = { 'Content-Type': 'Application/JSON' };
	const serialized = serializeBody({ method: 'POST', body, headers }).body;
	expect(serialized).toEqual(Buffer.from(body));
});

test.each([undefined, 'get', 'GET'])('a body with the method %s is rejected', (method) => {
	expect(() => serializeBody({ method, body: 'a' })).toThrow(/^A GET request with a body/);
});
