import { createDecipheriv, privateDecrypt, constants } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import {
	getPeakConcurrency,
	startSimulator,
	type Fault,
	type Simulator,
} from '../../../simulator/server';
import { RawMastercardClient, tokenOf } from '../../support/rawMastercardClient';

const SCORES = '/consumer/credit-analytics/scores';
const MATCHES = '/small-business/credit-analytics/locations/matches';
const PANS = ['5425233430109903', '5408577159639842', '5407502036052150'];

interface ScoresAnswer {
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

	const ask = async () =>
		await client.postEncrypted(SCORES, {
			hasEmbedding: true,
			countryCode: 'USA',
			customerPANs: PANS.map((customerPAN) => ({ customerPAN, hasConsent: true })),
			scoreTypes: ['DELINQUENCY'],
			productTypes: ['CREDIT_CARD'],
		});
	const askUnder = async (fault: Fault) => {
		simulator.injectFault(fault);
		return await ask();
	};
	const cardsOf = (body: unknown) => {
		const { predictionDataSuccesses, predictionDataErrors } = body as ScoresAnswer;
		return {
			scored: predictionDataSuccesses.map(({ customerPAN }) => customerPAN),
			unscored: predictionDataErrors.map(({ customerPAN }) => customerPAN),
		};
	};

	test('a status fault has its headers and its body, then all is well again', async () => {
		const limited = await askUnder({
			kind: 'status',
			status: 429,
			headers: { 'Retry-After': '7' },
			body: { Errors: { Error: [{ ReasonCode: 'SYSTEM_ERROR', Recoverable: false }] } },
		});
		expect(limited.status).toBe(429);
		expect(limited.headers['retry-after']).toBe('7');
		expect(limited.json).toMatchObject({ Errors: { Error: [{ Recoverable: false }] } });
		expect((await ask()).status).toBe(200);
		expect(simulator.calls.map(({ status, fault }) => [status, fault])).toEqual([
			[429, 'status'],
			[200, undefined],
		]);
	});

	test('a web page can come with a bad gateway', async () => {
		const answer = await askUnder({
			kind: 'status',
			status: 502,
			body: '<html>Bad Gateway</html>',
		});
		expect(answer.status).toBe(502);
		expect(answer.headers['content-type']).toBe('text/html');
		expect(answer.text).toBe('<html>Bad Gateway</html>');
	});

	test('faults are a sequence; each can strike several times, wait, and choose a path', async () => {
		simulator.injectFault([
			{ kind: 'status', status: 500, times: 2, path: '/scores' },
			{ kind: 'status', status: 503, skip: 1, path: '/scores' },
		]);
		const statuses = [];
		for (let call = 0; call < 5; call += 1) statuses.push((await ask()).status);
		expect(statuses).toEqual([500, 500, 200, 503, 200]);

		simulator.injectFault({ kind: 'status', status: 500, path: '/scores' });
		const elsewhere = await client.get(MATCHES, {
			country_code: 'USA',
			company_name: 'A',
			street_address: 'B',
		});
		expect(elsewhere.status).toBe(200);
	});

	test('a fault never hides a bad signature or a replay', async () => {
		simulator.injectFault({ kind: 'status', status: 500, times: 2 });
		const oauth = { oauth_nonce: 'same-nonce' };
		expect((await client.get(MATCHES, {}, { oauth })).status).toBe(500);
		expect((await client.get(MATCHES, {}, { oauth })).status).toBe(401);
	});

	test('reset forgets faults and calls', async () => {
		await ask();
		simulator.injectFault({ kind: 'status', status: 500, times: Infinity });
		simulator.reset();
		expect(simulator.calls).toHaveLength(0);
		expect((await ask()).status).toBe(200);
	});

	test('a late answer comes after its delay, and calls in the meantime overlap', async () => {
		simulator.injectFault({ kind: 'delay', delayMs: 200, times: 3 });
		await Promise.all([ask(), ask(), ask()]);
		for (const { startedAt, finishedAt = 0 } of simulator.calls) {
			expect(finishedAt - startedAt).toBeGreaterThanOrEqual(190);
		}
		expect(getPeakConcurrency(simulator.calls)).toBe(3);
	});

	test('a client that does not wait is recorded without a status, and the next one is answered', async () => {
		simulator.injectFault([
			{ kind: 'delay', delayMs: 300 },
			{ kind: 'trickle', chunkBytes: 1, intervalMs: 5 },
		]);
		const hasty = async () => {
			const before = simulator.calls.length;
			const leaving = new AbortController();
			const answered = fetch(simulator.url + MATCHES, {
				headers: { Authorization: client.authorization('GET', MATCHES, '') },
				signal: leaving.signal,
			}).then(async (response) => await response.text());
			await until(() => simulator.calls.length > before);
			leaving.abort();
			await answered;
		};
		await expect(hasty()).rejects.toMatchObject({ name: 'AbortError' });
		await expect(hasty()).rejects.toMatchObject({ name: 'AbortError' });
		expect((await ask()).status).toBe(200);
		await until(() => simulator.calls.every((call) => call.finishedAt !== undefined));
		expect(simulator.calls.map(({ status }) => status)).toEqual([0, 400, 200]);
	});

	test('a dripping answer is whole in the end', async () => {
		const answer = await askUnder({ kind: 'trickle', chunkBytes: 200, intervalMs: 1 });
		expect(cardsOf(answer.body).scored).toEqual(PANS.slice(0, 2));
	});

	test.each<[Fault['kind'], Fault]>([
		['resetBeforeHeaders', { kind: 'resetBeforeHeaders' }],
		['resetMidBody', { kind: 'resetMidBody' }],
		['wrongContentLength', { kind: 'wrongContentLength' }],
	])('%s breaks the connection', async (_kind, fault) => {
		await expect(askUnder(fault)).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(simulator.calls[0]?.status).toBe(fault.kind === 'resetBeforeHeaders' ? 0 : 200);
	});

	test('a truncated answer looks complete and is no JSON', async () => {
		const answer = await askUnder({ kind: 'truncatedBody' });
		expect(answer.status).toBe(200);
		expect(answer.text).toMatch(/^\{"encryptedData":"/);
		expect(answer.json).toBeUndefined();
		expect(answer.headers['content-length']).toBe(String(answer.text.length));
	});

	test('an empty answer, and a web page, have status 200', async () => {
		const empty = await askUnder({ kind: 'emptyBody' });
		expect([empty.status, empty.text]).toEqual([200, '']);
		const page = await askUnder({ kind: 'htmlPage' });
		expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html']);
	});

	test('garbage is declared as gzip', async () => {
		const answer = await askUnder({ kind: 'corruptGzip' });
		expect(answer.headers['content-encoding']).toBe('gzip');
		expect(() => gunzipSync(Buffer.from(answer.text))).toThrow('incorrect header check');
	});

	test('plaintext comes without any encryption', async () => {
		const answer = await askUnder({ kind: 'plaintext' });
		expect(cardsOf(answer.json)).toEqual({ scored: PANS.slice(0, 2), unscored: PANS.slice(2) });
	});

	test('an answer under the wrong key cannot be opened', async () => {
		const token = tokenOf((await askUnder({ kind: 'wrongKey' })).json) ?? '';
		expect(token.split('.')).toHaveLength(5);
		expect(() => client.open(token)).toThrow();
	});

	test.each(['header', 'encryptedKey', 'iv', 'ciphertext', 'tag'] as const)(
		'a flipped bit in the %s makes the answer unreadable',
		async (part) => {
			const token =
				tokenOf((await askUnder({ kind: 'tamperedJwe', part, mutation: 'flipBit' })).json) ?? '';
			expect(token.split('.')).toHaveLength(5);
			expect(() => client.open(token)).toThrow();
		},
	);

	test('a tag can be zeroed, cut to four bytes, or missing', async () => {
		const tagAfter = async (mutation: 'zero' | 'truncate' | 'remove') => {
			const token =
				tokenOf((await askUnder({ kind: 'tamperedJwe', part: 'tag', mutation })).json) ?? '';
			const [, , , , tag] = token.split('.');
			return tag === undefined ? undefined : Buffer.from(tag, 'base64url');
		};
		expect(await tagAfter('zero')).toEqual(Buffer.alloc(16));
		expect(await tagAfter('truncate')).toHaveLength(4);
		expect(await tagAfter('remove')).toBeUndefined();
	});

	test('a forged header says what it is told, and the rest is as that header asks', async () => {
		const answer = await askUnder({ kind: 'forgedJweHeader', header: { enc: 'A128CBC-HS256' } });
		const [header = '', wrapped = '', iv = '', ciphertext = '', tag = ''] = (
			tokenOf(answer.json) ?? ''
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
		expect(cardsOf(JSON.parse(text)).scored).toEqual(PANS.slice(0, 2));
	});

	test('plain Base64 still opens for a lenient reader', async () => {
		const token = tokenOf((await askUnder({ kind: 'standardBase64' })).json) ?? '';
		expect(token).toMatch(/=\.|\+|\//);
		const header = token.split('.')[0] ?? '';
		expect(client.open(token).length).toBeGreaterThan(0);
		expect(Buffer.from(header, 'base64').toString()).toContain('A256GCM');
	});

	test('the token can sit under another name, or hold any text', async () => {
		const named = await askUnder({ kind: 'wrongFieldName', name: 'encryptedResponse' });
		expect(Object.keys(named.json as object)).toEqual(['encryptedResponse']);
		const text = await askUnder({ kind: 'responseText', text: '[]' });
		expect(text.body).toEqual([]);
	});

	test('cards can be missing, doubled, turned around or masked', async () => {
		const [first, second, third] = PANS;
		const under = async (kind: 'missingCard' | 'duplicatedCard' | 'reversedCards' | 'maskedPan') =>
			cardsOf((await askUnder({ kind })).body);
		expect(await under('missingCard')).toEqual({ scored: [second], unscored: [third] });
		expect(await under('duplicatedCard')).toEqual({
			scored: [first, second],
			unscored: [third, first],
		});
		expect(await under('reversedCards')).toEqual({ scored: [second, first], unscored: [third] });
		expect(await under('maskedPan')).toEqual({
			scored: ['5425********9903', '5408********9842'],
			unscored: ['5407********2150'],
		});
	});

	test('an answer can hold more than anyone documented', async () => {
		const { predictionDataSuccesses, ...rest } = (await askUnder({ kind: 'unknownFields' }))
			.body as ScoresAnswer;
		expect(rest).toHaveProperty('FutureEnum', 'SOMETHING_NEW');
		expect(predictionDataSuccesses[0]).toHaveProperty('futureField.nested', [1, 'two', null]);
		expect(predictionDataSuccesses[0]?.scores[0]).toMatchObject({
			score: 8,
			FutureEnum: 'SOMETHING_NEW',
		});
	});

	test('an error can quote the card, in one piece and in groups of four', async () => {
		const answer = await askUnder({ kind: 'panInError' });
		expect(answer.status).toBe(400);
		expect(answer.text).toContain('5425233430109903');
		expect(answer.text).toContain('5425 2334 3010 9903');
	});

	test('the date of one answer can be off', async () => {
		const answer = await askUnder({ kind: 'skewedDate', seconds: -600 });
		expect(answer.status).toBe(200);
		expect(Date.parse(String(answer.headers.date)) - Date.now()).toBeLessThan(-590_000);
	});
});

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
