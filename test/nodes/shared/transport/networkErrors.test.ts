import { connectionTrouble } from '../../../../nodes/shared/transport/networkErrors';

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
	['ECONNRESET', 'lost'],
	['ERR_BAD_RESPONSE', 'lost'],
	['HPE_INVALID_CONSTANT', 'lost'],
	['CERT_HAS_EXPIRED', 'tls'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
	['EPROTO', 'tls'],
	['Z_BUF_ERROR', 'lost'],
	['Z_DATA_ERROR', 'garbled'],
	['ERR__ERROR_FORMAT_PADDING_1', 'garbled'],
	['ERR_CANCELED', 'cancelled'],
	['SOMETHING_NEW', 'other'],
])('%s means %s', (code, cause) => {
	expect(connectionTrouble(wrapped(code)).cause).toBe(cause);
});

it.each([
	[['socket hang up'], 'lost'],
	[['aborted'], 'lost'],
	[['timeout of 30000ms exceeded'], 'timeout'],
	[['connect ECONNREFUSED 127.0.0.1:1'], 'notConnected'],
	[['getaddrinfo ENOTFOUND api.example'], 'notConnected'],
	[['read ECONNRESET'], 'lost'],
	[['something else'], 'other'],
])('the words %p of n8n 1 mean %s', (messages, cause) => {
	expect(connectionTrouble(inWords(...messages)).cause).toBe(cause);
});

it('never repeats the words of the error, which n8n would replace or which could quote a request', () => {
	const { message } = connectionTrouble(inWords('read ECONNRESET 5425233430109903'));
	expect(message).toBe('The connection was lost before the answer was complete');
});

it('takes anything that is no error at all', () => {
	expect(connectionTrouble('thrown text').cause).toBe('other');
	expect(connectionTrouble(undefined).cause).toBe('other');
});
