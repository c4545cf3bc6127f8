import { createDecipheriv, privateDecrypt, constants } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import {
	getPeakConcurrency,
	startSimulator,
	type Fault,
	type Simulator,
} from '../../../simulator/server';
import { RawMastercardClient, getToken } from '../../support/rawMastercardClient';

const SCORES = '/consumer/credit-analytics/scores';
const MATCHES = '/small-business/credit-analytics/locations/matches';
const PANS = ['5425233430109903', '5408577159639842', '5407502036052150'];

interface ScoresResponse {
	predictionDataSuccesses: Array<{ customerPAN: string; scores: Array<Record<string, unknown>> }>;
	predictionDataErrors: Array<{ customerPAN: string }>;
}

describe('injected faults', () => {
	let simulator: Simulator;
	let client: RawMastercardClient;

	beforeAll(async () => {
		simulator = await startSimulator();
		client = new RawMastercardClient(simulator.credential);
	});
	beforeEach(() => {
		simulator.reset();
	});
	afterAll(async () => {
		await simulator.close();
	});

	const postScores = async () =>
		await client.postEncrypted(SCORES, {
			hasEmbedding: true,
			countryCode: 'USA',
			customerPANs: PANS.map((customerPAN) => ({ customerPAN, hasConsent: true })),
			scoreTypes: ['DELINQUENCY'],
			productTypes: ['CREDIT_CARD'],
		});
	const postWithFault = async (fault: Fault) => {
		simulator.injectFault(fault);
		return await postScores();
	};
	const getCards = (body: unknown) => {
		const { predictionDataSuccesses, predictionDataErrors } = body as ScoresResponse;
		return {
			scored: predictionDataSuccesses.map(({ customerPAN }) => customerPAN),
			unscored: predictionDataErrors.map(({ customerPAN }) => customerPAN),
		};
	};

	test('a status fault can have words of its own', async () => {
		const fault: Fault = { kind: 'status', status: 400, statusText: 'Own words', body: { a: 1 } };
		simulator.injectFault(fault);
		const path = '/aggregation/v2/partners/authentication';
		const response = await fetch(simulator.url + path, { method: 'POST' });
		expect([response.status, response.statusText]).toEqual([400, 'Own words']);
		expect(await response.json()).toEqual({ a: 1 });
	});

	test('a status fault has its own headers and body, and applies to one call', async () => {
		const rateLimited = await postWithFault({
			kind: 'status',
			status: 429,
			headers: { 'Retry-After': '7' },
			body: { Errors: { Error: [{ ReasonCode: 'SYSTEM_ERROR', Recoverable: false }] } },
		});
		expect(rateLimited.status).toBe(429);
		expect(rateLimited.headers['retry-after']).toBe('7');
		expect(rateLimited.json).toMatchObject({ Errors: { Error: [{ Recoverable: false }] } });
		expect((await postScores()).status).toBe(200);
		expect(simulator.calls.map(({ status, fault }) => [status, fault])).toEqual([
			[429, 'status'],
			[200, undefined],
		]);
	});

	test('a status fault can have a web page as its body', async () => {
		const response = await postWithFault({
			kind: 'status',
			status: 502,
			body: '<html>Bad Gateway</html>',
		});
		expect(response.status).toBe(502);
		expect(response.headers['content-type']).toBe('text/html');
		expect(response.text).toBe('<html>Bad Gateway</html>');
	});

	test('faults apply in sequence; each can apply several times, skip calls and be limited to a path', async () => {
		simulator.injectFault([
			{ kind: 'status', status: 500, times: 2, path: '/scores' },
			{ kind: 'status', status: 503, skip: 1, path: '/scores' },
		]);
		const statuses = [];
		for (let call = 0; call < 5; call += 1) statuses.push((await postScores()).status);
		expect(statuses).toEqual([500, 500, 200, 503, 200]);

		simulator.injectFault({ kind: 'status', status: 500, path: '/scores' });
		const elsewhere = await client.get(MATCHES, {
			country_code: 'USA',
			company_name: 'A',
			street_address: 'B',
		});
		expect(elsewhere.status).toBe(200);
	});

	test('a fault never replaces the rejection of an invalid signature or a replay', async () => {
		simulator.injectFault({ kind: 'status', status: 500, times: 2 });
		const oauth = { oauth_nonce: 'same-nonce' };
		expect((await client.get(MATCHES, {}, { oauth })).status).toBe(500);
		expect((await client.get(MATCHES, {}, { oauth })).status).toBe(401);
	});

	test('reset clears faults and calls', async () => {
		await postScores();
		simulator.injectFault({ kind: 'status', status: 500, times: Infinity });
		simulator.reset();
		expect(simulator.calls).toHaveLength(0);
		expect((await postScores()).status).toBe(200);
	});

	test('a delayed response is sent after its delay, and calls overlap in the meantime', async () => {
		simulator.injectFault({ kind: 'delay', delayMs: 200, times: 3 });
		await Promise.all([postScores(), postScores(), postScores()]);
		for (const { startedAt, finishedAt = 0 } of simulator.calls) {
			expect(finishedAt - startedAt).toBeGreaterThanOrEqual(190);
		}
		expect(getPeakConcurrency(simulator.calls)).toBe(3);
	});

	test('a call whose client disconnects is recorded without a status, and the next call succeeds', async () => {
		simulator.injectFault([
			{ kind: 'delay', delayMs: 300 },
			{ kind: 'trickle', chunkBytes: 1, intervalMs: 5 },
		]);
		const abortedCall = async () => {
			const before = simulator.calls.length;
			const controller = new AbortController();
			const body = fetch(simulator.url + MATCHES, {
				headers: { Authorization: client.authorization('GET', MATCHES, '') },
				signal: controller.signal,
			}).then(async (response) => await response.text());
			await until(() => simulator.calls.length > before);
			controller.abort();
			await body;
		};
		await expect(abortedCall()).rejects.toMatchObject({ name: 'AbortError' });
		await expect(abortedCall()).rejects.toMatchObject({ name: 'AbortError' });
		expect((await postScores()).status).toBe(200);
		await until(() => simulator.calls.every((call) => call.finishedAt !== undefined));
		expect(simulator.calls.map(({ status }) => status)).toEqual([0, 400, 200]);
	});

	test('a trickled response is complete in the end', async () => {
		const response = await postWithFault({ kind: 'trickle', chunkBytes: 200, intervalMs: 1 });
		expect(getCards(response.body).scored).toEqual(PANS.slice(0, 2));
	});

	test.each<[Fault['kind'], Fault]>([
		['resetBeforeHeaders', { kind: 'resetBeforeHeaders' }],
		['resetMidBody', { kind: 'resetMidBody' }],
		['wrongContentLength', { kind: 'wrongContentLength' }],
	])('%s breaks the connection', async (_kind, fault) => {
		await expect(postWithFault(fault)).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(simulator.calls[0]?.status).toBe(fault.kind === 'resetBeforeHeaders' ? 0 : 200);
	});

	test('a truncated response looks complete but is not valid JSON', async () => {
		const response = await postWithFault({ kind: 'truncatedBody' });
		expect(response.status).toBe(200);
		expect(response.text).toMatch(/^\{"encryptedData":"/);
		expect(response.json).toBeUndefined();
		expect(response.headers['content-length']).toBe(String(response.text.length));
	});

	test('an empty body and a web page have status 200', async () => {
		const empty = await postWithFault({ kind: 'emptyBody' });
		expect([empty.status, empty.text]).toEqual([200, '']);
		const page = await postWithFault({ kind: 'htmlPage' });
		expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html']);
	});

	test('garbage is declared as gzip', async () => {
		const response = await postWithFault({ kind: 'corruptGzip' });
		expect(response.headers['content-encoding']).toBe('gzip');
		expect(() => gunzipSync(Buffer.from(response.text))).toThrow('incorrect header check');
	});

	test('plaintext is not encrypted', async () => {
		const response = await postWithFault({ kind: 'plaintext' });
		expect(getCards(response.json)).toEqual({ scored: PANS.slice(0, 2), unscored: PANS.slice(2) });
	});

	test('a response encrypted with the wrong key cannot be decrypted', async () => {
		const token = getToken((await postWithFault({ kind: 'wrongKey' })).json) ?? '';
		expect(token.split('.')).toHaveLength(5);
		expect(() => client.decrypt(token)).toThrow();
	});

	test.each(['header', 'encryptedKey', 'iv', 'ciphertext', 'tag'] as const)(
		'a flipped bit in the %s makes decryption fail',
		async (part) => {
			const token =
				getToken((await postWithFault({ kind: 'tamperedJwe', part, mutation: 'flipBit' })).json) ??
				'';
			expect(token.split('.')).toHaveLength(5);
			expect(() => client.decrypt(token)).toThrow();
		},
	);

	test('a tag can be zeroed, truncated to four bytes or removed', async () => {
		const getTag = async (mutation: 'zero' | 'truncate' | 'remove') => {
			const token =
				getToken((await postWithFault({ kind: 'tamperedJwe', part: 'tag', mutation })).json) ?? '';
			const [, , , , tag] = token.split('.');
			return tag === undefined ? undefined : Buffer.from(tag, 'base64url');
		};
		expect(await getTag('zero')).toEqual(Buffer.alloc(16));
		expect(await getTag('truncate')).toHaveLength(4);
		expect(await getTag('remove')).toBeUndefined();
	});

	test('a forged header has the given values, and the authentication tag covers it', async () => {
		const response = await postWithFault({
			kind: 'forgedJweHeader',
			header: { enc: 'A128CBC-HS256' },
		});
		const [header = '', wrapped = '', iv = '', ciphertext = '', tag = ''] = (
			getToken(response.json) ?? ''
		).split('.');
		expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({
			enc: 'A128CBC-HS256',
		});
		const key = privateDecrypt(
			{
				key: client.decryptionKey,
				padding: constants.RSA_PKCS1_OAEP_PADDING,
				oaepHash: 'sha256',
			},
			Buffer.from(wrapped, 'base64url'),
		);
		const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
			.setAAD(Buffer.from(header))
			.setAuthTag(Buffer.from(tag, 'base64url'));
		const text = decipher.update(ciphertext, 'base64url', 'utf8') + decipher.final('utf8');
		expect(getCards(JSON.parse(text)).scored).toEqual(PANS.slice(0, 2));
	});

	test('standard Base64 can still be decrypted by a lenient client', async () => {
		const token = getToken((await postWithFault({ kind: 'standardBase64' })).json) ?? '';
		expect(token).toMatch(/=\.|\+|\//);
		const header = token.split('.')[0] ?? '';
		expect(client.decrypt(token).length).toBeGreaterThan(0);
		expect(Buffer.from(header, 'base64').toString()).toContain('A256GCM');
	});

	test('the JWE can be in another field or contain any text', async () => {
		const named = await postWithFault({ kind: 'wrongFieldName', name: 'encryptedResponse' });
		expect(Object.keys(named.json as object)).toEqual(['encryptedResponse']);
		const text = await postWithFault({ kind: 'responseText', text: '[]' });
		expect(text.body).toEqual([]);
	});

	test('cards can be missing, duplicated, reversed or masked', async () => {
		const [first, second, third] = PANS;
		const getCardsWith = async (
			kind: 'missingCard' | 'duplicatedCard' | 'reversedCards' | 'maskedPan',
		) => getCards((await postWithFault({ kind })).body);
		expect(await getCardsWith('missingCard')).toEqual({ scored: [second], unscored: [third] });
		expect(await getCardsWith('duplicatedCard')).toEqual({
			scored: [first, second],
			unscored: [third, first],
		});
		expect(await getCardsWith('reversedCards')).toEqual({
			scored: [second, first],
			unscored: [third],
		});
		expect(await getCardsWith('maskedPan')).toEqual({
			scored: ['5425********9903', '5408********9842'],
			unscored: ['5407********2150'],
		});
	});

	test('a response can have undocumented fields', async () => {
		const { predictionDataSuccesses, ...rest } = (await postWithFault({ kind: 'unknownFields' }))
			.body as ScoresResponse;
		expect(rest).toHaveProperty('FutureEnum', 'SOMETHING_NEW');
		expect(predictionDataSuccesses[0]).toHaveProperty('futureField.nested', [1, 'two', null]);
		expect(predictionDataSuccesses[0]?.scores[0]).toMatchObject({
			score: 8,
			FutureEnum: 'SOMETHING_NEW',
		});
	});

	test('an error can contain the card number, as a whole and in groups of four', async () => {
		const response = await postWithFault({ kind: 'panInError' });
		expect(response.status).toBe(400);
		expect(response.text).toContain('5425233430109903');
		expect(response.text).toContain('5425 2334 3010 9903');
	});

	test('the date of a response can be wrong', async () => {
		const response = await postWithFault({ kind: 'skewedDate', seconds: -600 });
		expect(response.status).toBe(200);
		expect(Date.parse(String(response.headers.date)) - Date.now()).toBeLessThan(-590_000);
	});
});

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
