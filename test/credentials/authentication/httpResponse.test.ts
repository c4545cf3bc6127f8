import { parseBody, toRawResponse } from '../../../credentials/authentication/httpResponse';

test('reads status and headers, by lower-case names', () => {
	const response = { statusCode: '404', headers: { 'X-Id': 7 }, body: 'text' };
	expect(toRawResponse(response)).toEqual({ status: 404, headers: { 'x-id': '7' }, text: 'text' });
});

test.each([
	['a body that was parsed already', { a: 1 }, '{"a":1}'],
	['no body', undefined, '""'],
	['bytes, one character each', Buffer.from([0x25, 0xe2, 0xff]), '%\u00e2\u00ff'],
])('reads %s', (_, body, text) => {
	expect(toRawResponse({ statusCode: 200, body })).toEqual({ status: 200, headers: {}, text });
});

test.each([null, 'text', undefined])('takes %j for a response without anything', (response) => {
	expect(toRawResponse(response)).toEqual({ status: NaN, headers: {}, text: '""' });
});

test('keeps a body that is not JSON as text, and says so', () => {
	const raw = { status: 200, headers: {} };
	expect(parseBody({ ...raw, text: '{"a":1}' })).toEqual({ ...raw, body: { a: 1 }, isJson: true });
	expect(parseBody({ ...raw, text: '<html>' })).toEqual({ ...raw, body: '<html>', isJson: false });
});
