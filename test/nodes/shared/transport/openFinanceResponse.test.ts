import type { ApiRequest, ApiResponse } from '../../../../nodes/shared/transport/transport';
import { createOpenFinanceParser } from '../../../../nodes/shared/transport/openFinanceResponse';

const parse = createOpenFinanceParser({
	...{ baseUrl: 'http://127.0.0.1', appKey: 'app-key-0123456789', partnerId: '2445584000000' },
	...{ partnerSecret: 'partner-secret-01', token: 'stored-token-0123', session: '' },
});
const receive = (
	body: string,
	{
		status = 200,
		accept,
		token = 'token-1-0123456789',
	}: { status?: number; accept?: ApiRequest['accept']; token?: string } = {},
): ApiResponse =>
	parse(
		{ status, headers: {}, bytes: Buffer.from(body, 'latin1') },
		{ method: 'GET', path: '/', ...(accept && { accept }) },
		token,
	);
const bodyOf = (response: ApiResponse) =>
	'response' in response ? response.response.body : response.failure.reasonCode;

test('every secret of the credential, and the token of this request, is masked', () => {
	const secrets = ['app-key-0123456789', 'partner-secret-01', 'stored-token-0123'];
	for (const token of ['token-1-0123456789', 'token-2-0123456789']) {
		const text = JSON.stringify(receive(JSON.stringify([...secrets, token]), { token }));
		for (const secret of [...secrets, token]) expect(text).not.toContain(secret);
	}
});

test('JSON is parsed, whatever was asked for; a file is one character for each byte', () => {
	expect(bodyOf(receive('{"a":1}'))).toEqual({ a: 1 });
	expect(bodyOf(receive('{"a":1}', { accept: 'application/pdf' }))).toEqual({ a: 1 });
	expect(bodyOf(receive('%PDF \\xe9\\xff', { accept: 'application/pdf' }))).toBe('%PDF \\xe9\\xff');
});

test('a page in place of JSON is no usable response, unless its status says what it is', () => {
	expect(receive('<html>')).toMatchObject({ failure: { httpCode: 200 } });
	expect(receive('<html>', { status: 299 })).toHaveProperty('failure');
	for (const status of [199, 300, 503])
		expect(receive('<html>', { status })).toMatchObject({ response: { status } });
	expect(receive('<html>', { status: 503, accept: 'application/pdf' })).toMatchObject({
		response: { status: 503 },
	});
});
