import { restrictRequest } from '../../../credentials/authentication/restrictRequest';

test.each([
	['http://localhost', { protocol: 'http', host: 'localhost', port: 80 }],
	['http://127.0.0.1:8080/base/x?y', { protocol: 'http', host: '127.0.0.1', port: 8080 }],
	['http://[::1]:1', { protocol: 'http', host: '[::1]', port: 1 }],
	['https://api.mastercard.com/x', undefined],
	['https://localhost:8443', undefined],
])('%s without TLS goes to the server itself, whatever proxy there is', (url, proxy) => {
	expect(restrictRequest(url, {}).proxy).toEqual(proxy);
});

test('without a timeout there is no time limit', () => {
	expect(restrictRequest('https://api.mastercard.com', {})).not.toHaveProperty('abortSignal');
});

test('a timeout limits the whole request, also in fractions of a millisecond', async () => {
	const { abortSignal } = restrictRequest('https://api.mastercard.com', { timeout: 20.5 });
	expect(abortSignal?.aborted).toBe(false);
	await new Promise((aborted) => abortSignal?.addEventListener('abort', aborted));
	expect(abortSignal?.aborted).toBe(true);
});

test('a cancellation ends the request before its time', () => {
	const cancel = new AbortController();
	const { abortSignal } = restrictRequest('https://api.mastercard.com', {
		timeout: 10_000,
		abortSignal: cancel.signal,
	});
	cancel.abort();
	expect(abortSignal?.aborted).toBe(true);
});

test('the time limit outlives garbage collection', async () => {
	const cancel = new AbortController();
	const { abortSignal } = restrictRequest('https://api.mastercard.com', {
		timeout: 100,
		abortSignal: cancel.signal,
	});
	const aborted = new Promise((done) => abortSignal?.addEventListener('abort', done));
	// Enough garbage for a collection of all generations.
	for (let round = 0; round < 20; round++) Array.from({ length: 1e5 }, () => ({ round }));
	await aborted;
	expect(abortSignal?.aborted).toBe(true);
});
