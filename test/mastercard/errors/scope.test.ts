import { getScope, isRunReasonCode } from '../../../mastercard/errors/scope';

test.each([
	...[401, 403, 404, 407, 429, 502, 503].map((status) => [status, 'run']),
	...[300, 301, 302, 307, 399].map((status) => [status, 'run']),
	...[408, 413, 500, 501, 504, 599].map((status) => [status, 'call']),
	...[299, 400, 405, 409, 422, 499].map((status) => [status, 'row']),
] as const)('%d without a known code reaches the %s', (status, scope) => {
	for (const code of [null, 'A_CODE_NOT_SEEN_SO_FAR'])
		expect(getScope(Number(status), code, 1)).toBe(scope);
});

test.each([
	...['AUTHENTICATION_FAILED', 'INVALID_AUTH_HEADER', 'INVALID_BODY_HASH', 'INVALID_TIMESTAMP'],
	...['DECLINED', 'NOT_FOUND', 'RATE_LIMIT_EXCEEDED', 'CRYPTOGRAPHY_ERROR', 'CRYPTO_ERROR'],
	...['10022', '10023', '10024', '10026', '10027'],
	...['NOT_ENCRYPTED', 'UNSUPPORTED_ENCRYPTION', 'DECRYPTION_FAILED'],
])('%s reaches the run, whatever the status and the number of rows', (code) => {
	for (const status of [200, 400, 500])
		for (const rows of [1, 20]) expect(getScope(status, code, rows)).toBe('run');
	expect(isRunReasonCode(code)).toBe(true);
});

test.each([400, 401, 408, 500])(
	'a code that is about the content of the request reaches its row, also with %d',
	(status) => {
		expect(getScope(status, 'INVALID_ARGUMENT', 1)).toBe('row');
		expect(isRunReasonCode('INVALID_ARGUMENT')).toBe(false);
	},
);

test('with more than one row in a request, none is known to be at fault', () => {
	expect(getScope(400, null, 2)).toBe('call');
	expect(getScope(400, 'INVALID_ARGUMENT', 20)).toBe('call');
	expect(isRunReasonCode(null)).toBe(false);
});
