import { NETWORK_ERRORS, toNetworkError } from '../../../../nodes/shared/transport/networkErrors';

/** As n8n 2 wraps what its HTTP client throws. */
const wrapped = (code: string) =>
	new Error('wrapped', { cause: Object.assign(new Error('inner'), { code }) });
/** As n8n 1 does: without the cause, but with its words. */
const inWords = (...messages: string[]) => Object.assign(new Error('wrapped'), { messages });

it.each([
	['ECONNREFUSED', 'notConnected'],
	['ENOTFOUND', 'notConnected'],
	['EAI_AGAIN', 'notConnected'],
	['ECONNABORTED', 'timeout'],
	['ETIMEDOUT', 'timeout'],
	['ECONNRESET', 'connectionReset'],
	['ERR_BAD_RESPONSE', 'connectionReset'],
	['HPE_INVALID_CONSTANT', 'connectionReset'],
	['CERT_HAS_EXPIRED', 'tls'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
	['EPROTO', 'tls'],
	['Z_BUF_ERROR', 'connectionReset'],
	['Z_DATA_ERROR', 'undecodable'],
	['ERR__ERROR_FORMAT_PADDING_1', 'undecodable'],
	['RESPONSE_TOO_LARGE', 'tooLarge'],
	['SOMETHING_NEW', 'other'],
])('%s means %s', (code, cause) => {
	expect(toNetworkError(wrapped(code)).cause).toBe(cause);
});

it.each(['SsrfBlockedIpError', 'SsrfBlockedHostnameError'])(
	'%s of n8n means that nothing was sent',
	(name) => {
		const cause = Object.assign(new Error('inner'), { name });
		expect(toNetworkError(new Error('wrapped', { cause }))).toMatchObject({
			cause: 'blocked',
			requests: 0,
		});
	},
);

it('tells a cancelled execution from a request that has used up its time', () => {
	const aborted = wrapped('ERR_CANCELED');
	expect(toNetworkError(aborted, AbortSignal.abort()).cause).toBe('cancelled');
	expect(toNetworkError(aborted, new AbortController().signal).cause).toBe('timeout');
	expect(toNetworkError(aborted).cause).toBe('timeout');
});

it.each([
	[['socket hang up'], 'connectionReset'],
	[['aborted'], 'connectionReset'],
	[['timeout of 30000ms exceeded'], 'timeout'],
	[['connect ECONNREFUSED 127.0.0.1:1'], 'notConnected'],
	[['getaddrinfo ENOTFOUND api.example'], 'notConnected'],
	[['read ECONNRESET'], 'connectionReset'],
	[['something else'], 'other'],
])('the message %p of n8n 1 means %s', (messages, cause) => {
	expect(toNetworkError(inWords(...messages)).cause).toBe(cause);
});

it('keeps nothing of the error, whose text n8n would replace or which could quote a request', () => {
	const error = toNetworkError(inWords('read ECONNRESET 5425233430109903'));
	expect(error).toEqual({ kind: 'networkError', cause: 'connectionReset', retry: 'once' });
});

it('retries until the attempts are used up only when nothing was sent, and once when it may have been processed', () => {
	const retries = Object.entries(NETWORK_ERRORS).map(([cause, { retry }]) => [cause, retry]);
	expect(Object.fromEntries(retries)).toEqual({
		notConnected: 'maxAttempts',
		blocked: 'never',
		timeout: 'once',
		connectionReset: 'once',
		tls: 'never',
		undecodable: 'never',
		tooLarge: 'never',
		cancelled: 'never',
		requestNotBuilt: 'never',
		other: 'never',
	});
});

it.each(Object.entries(NETWORK_ERRORS))(
	'%s has a text without error codes, and advice',
	(_, facts) => {
		expect(facts.message).not.toMatch(/\bE[A-Z]{4,}/);
		expect(facts.advice).toMatch(/\.$/);
	},
);

it('classifies anything that is not an error', () => {
	expect(toNetworkError('thrown text').cause).toBe('other');
	expect(toNetworkError(undefined).cause).toBe('other');
});
