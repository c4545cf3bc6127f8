import fc from 'fast-check';
import type { HttpResponse } from '../../../mastercard/errors/Failure';
import {
	FAILED_AUTHENTICATION_PAUSE_MS,
	MAX_REMEMBERED_SESSIONS,
} from '../../../mastercard/limits';
import {
	digestCredential,
	toOpenFinanceCredential,
} from '../../../mastercard/openFinance/credential';
import {
	authenticate,
	getFailedAuthentications,
	getSession,
	invalidateToken,
	RENEW_AFTER_MS,
	type AuthenticationResult,
} from '../../../mastercard/openFinance/sessions';
import { serializeFailures, serializeSession } from '../../../mastercard/openFinance/storedState';

const MINUTE = 60_000;
const START = Date.parse('2026-11-21T04:00:00Z');

let partners = 0;
/** Credentials that no other test has used: sessions live as long as the process. */
function credential(more: Record<string, string> = {}) {
	partners += 1;
	const values = { appKey: 'key', partnerId: `p${partners}`, partnerSecret: 'secret' };
	return toOpenFinanceCredential({ ...values, ...more });
}

/** A partner that answers each authentication with the next response, the last one again and again. */
function partner(...responses: (HttpResponse | Error)[]) {
	let sent = 0;
	return {
		sent: () => sent,
		send: async () => {
			const response = responses[Math.min(sent, responses.length - 1)];
			sent += 1;
			await Promise.resolve();
			if (response instanceof Error) throw response;
			return response as HttpResponse;
		},
	};
}

const granted = (token: string): HttpResponse => ({ status: 200, headers: {}, body: { token } });
const declined = (status: number, code: string | number): HttpResponse => ({
	status,
	headers: {},
	body: { code, message: 'no' },
});
const getToken = (requestToken: AuthenticationResult) =>
	'session' in requestToken ? requestToken.session.token : requestToken.failure.message;

test('however many need one at once, one authentication is sent', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (many) => {
			const mine = credential();
			const { send, sent } = partner(granted('one'), granted('two'));
			const tokens = await Promise.all(
				Array.from({ length: many }, () => authenticate(mine, send, () => START)),
			);
			expect(new Set(tokens.map(getToken))).toEqual(new Set(['one']));
			expect(sent()).toBe(1);
		}),
		{ numRuns: 20 },
	);
});

test('a token is used until it is 90 minutes old, and then replaced', async () => {
	const mine = credential();
	const { send, sent } = partner(granted('first'), granted('second'));
	const at = async (ms: number) => getToken(await authenticate(mine, send, () => START + ms));
	expect(await at(0)).toBe('first');
	expect(await at(RENEW_AFTER_MS - 1)).toBe('first');
	expect(sent()).toBe(1);
	expect(await at(RENEW_AFTER_MS)).toBe('second');
	expect(RENEW_AFTER_MS).toBe(90 * MINUTE);
});

test('its age counts from before the authentication was sent', async () => {
	const mine = credential();
	let now = START;
	const send = () => {
		now += 5 * MINUTE;
		return Promise.resolve(granted('slow'));
	};
	expect(await authenticate(mine, send, () => now)).toEqual({
		session: { token: 'slow', issuedAt: START },
	});
});

test('a declined token is given up, but not the one that has taken its place', async () => {
	const mine = credential();
	const { send } = partner(granted('declined'), granted('second'));
	await authenticate(mine, send, () => START);
	invalidateToken('declined');
	expect(getToken(await authenticate(mine, send, () => START))).toBe('second');
	invalidateToken('declined');
	expect(getSession(mine, START)?.token).toBe('second');
});

const notSentAgain = (times: number) =>
	expect.stringMatching(
		new RegExp(
			`not sent again ${times < 3 ? 'for 15 minutes' : 'until the credential is changed'}`,
		),
	);

test.each([
	[401, '10021'],
	[401, '10027'],
	[404, 12401],
	[400, '10005'],
	[403, 'anything'],
])(
	'declined with %i %s, the same values are sent again after a pause, three times in all',
	async (status, code) => {
		const mine = credential();
		const { send, sent } = partner(declined(status, code));
		const at = (ms: number) => authenticate(mine, send, () => START + ms);
		for (let item = 0; item < 200; item++)
			expect(await at(item * 1000)).toMatchObject({ failure: { description: notSentAgain(1) } });
		expect(sent()).toBe(1);
		for (let day = 1; day < 50; day++) await at(day * 100 * FAILED_AUTHENTICATION_PAUSE_MS);
		expect(await at(0)).toMatchObject({ failure: { description: notSentAgain(3) } });
		expect(sent()).toBe(3);
	},
);

test('a wrong secret is sent once, however long the process runs', async () => {
	const mine = credential();
	const { send, sent } = partner(declined(401, '10001'));
	for (let day = 0; day < 50; day++)
		expect(await authenticate(mine, send, () => START + day * 24 * 60 * MINUTE)).toMatchObject({
			failure: { description: notSentAgain(3) },
		});
	expect(sent()).toBe(1);
});

test('an account that was opened again is let in after a pause', async () => {
	const mine = credential();
	const { send } = partner(declined(401, '10021'), granted('welcome'));
	await authenticate(mine, send, () => START);
	const later = await authenticate(mine, send, () => START + FAILED_AUTHENTICATION_PAUSE_MS);
	expect(getToken(later)).toBe('welcome');
});

test('a corrected secret is sent at once', async () => {
	const wrong = credential({ partnerSecret: 'wrong' });
	await authenticate(wrong, partner(declined(401, '10001')).send, () => START);
	const right = { ...wrong, partnerSecret: 'right' };
	expect(getToken(await authenticate(right, partner(granted('in')).send, () => START))).toBe('in');
});

describe('different wrong secrets of one partner', () => {
	const secrets = (mine: ReturnType<typeof credential>, count: number) =>
		Array.from({ length: count }, (_, index) => ({
			...mine,
			appKey: `key-${index % 2}`,
			partnerSecret: `wrong-${index}`,
		}));

	test.each(['one after another', 'at the same time'])(
		'%s: three are sent, and one more after each pause',
		async (order) => {
			const mine = credential();
			const { send, sent } = partner(declined(401, '10001'));
			const sendAll = async (ms: number) => {
				const attempts = secrets(mine, 6).map(
					(wrong) => () => authenticate(wrong, send, () => START + ms),
				);
				if (order === 'at the same time')
					return await Promise.all(attempts.map((attempt) => attempt()));
				const results = [];
				for (const attempt of attempts) results.push(await attempt());
				return results;
			};
			const results = await sendAll(0);
			expect(sent()).toBe(3);
			expect(results[5]).toMatchObject({
				failure: { reasonCode: 'AUTHENTICATION_PAUSED', retryable: true, source: 'Node' },
			});
			await sendAll(FAILED_AUTHENTICATION_PAUSE_MS);
			expect(sent()).toBe(4);
		},
	);

	test('are counted from zero after one that is right', async () => {
		const mine = credential();
		const [first, second, ...others] = secrets(mine, 5) as [typeof mine, typeof mine];
		const wrong = partner(declined(401, '10001'));
		await authenticate(first, wrong.send, () => START);
		await authenticate(second, wrong.send, () => START);
		await authenticate(mine, partner(granted('right')).send, () => START);
		for (const other of others) await authenticate(other, wrong.send, () => START);
		expect(wrong.sent()).toBe(5);
	});

	test('do not concern another partner, or another host', async () => {
		const mine = credential();
		const { send } = partner(declined(401, '10001'));
		for (const wrong of secrets(mine, 3)) await authenticate(wrong, send, () => START);
		for (const other of [credential(), { ...mine, baseUrl: 'https://other.example' }])
			expect(getToken(await authenticate(other, partner(granted('in')).send, () => START))).toBe(
				'in',
			);
	});
});

test.each([429, 500, 503])(
	'trouble (%i) is not a declined authentication: the next user tries again',
	async (status) => {
		const mine = credential();
		const { send } = partner(declined(status, 'busy'), granted('later'));
		expect(await authenticate(mine, send, () => START)).toMatchObject({
			failure: { retryable: true },
		});
		expect(getToken(await authenticate(mine, send, () => START))).toBe('later');
	},
);

test('a lost connection is forgotten at once', async () => {
	const mine = credential();
	const { send } = partner(new Error('connectionReset'), granted('later'));
	await expect(authenticate(mine, send, () => START)).rejects.toThrow('connectionReset');
	expect(getToken(await authenticate(mine, send, () => START))).toBe('later');
});

describe('what n8n has stored', () => {
	const stored = (mine: ReturnType<typeof credential>, issuedAt = START) => ({
		...mine,
		token: 'stored',
		session: serializeSession({ token: 'stored', issuedAt }, mine),
	});

	test('is used without an authentication by a process that has just started', async () => {
		const { send, sent } = partner(granted('new'));
		const response = await authenticate(stored(credential()), send, () => START + 89 * MINUTE);
		expect(getToken(response)).toBe('stored');
		expect(sent()).toBe(0);
	});

	test('is not used when it is 90 minutes old', () => {
		expect(getSession(stored(credential()), START + RENEW_AFTER_MS)).toBeUndefined();
	});

	test('is not used when the clock was set back before it', () => {
		expect(getSession(stored(credential()), START - 1)).toBeUndefined();
	});

	test.each(['baseUrl', 'appKey', 'partnerId', 'partnerSecret'] as const)(
		'is not used after %s was changed',
		(field) => {
			const mine = stored(credential());
			const value = field === 'baseUrl' ? 'https://other.example' : `${mine[field]}x`;
			expect(getSession({ ...mine, [field]: value }, START)).toBeUndefined();
		},
	);

	test('is used once the token of this process is declined and another process has a new one', async () => {
		const mine = credential();
		await authenticate(mine, partner(granted('mine')).send, () => START);
		invalidateToken('mine');
		expect(getSession(stored(mine), START)?.token).toBe('stored');
	});

	test('is not used without a token', () => {
		const mine = credential();
		const session = serializeSession({ token: '', issuedAt: START }, mine);
		expect(getSession({ ...mine, token: '', session }, START)).toBeUndefined();
	});

	test('forbids an authentication that has failed in another process', async () => {
		const mine = credential();
		const failure = {
			message: 'no',
			description: '',
			httpCode: 401,
			reasonCode: '10001',
			source: null,
			retryable: false,
			scope: 'run' as const,
			correlationId: null,
		};
		await authenticate(mine, partner(declined(401, '10001')).send, () => START);
		const failed = getFailedAuthentications(mine);
		if (failed === undefined) throw new Error('nothing to store');
		// As if this process knew nothing of it: under the name of a partner that it does not know.
		const other = credential();
		const elsewhere = { ...failed, failures: { [digestCredential(other)]: failure } };
		const { send, sent } = partner(granted('in'));
		const session = serializeFailures(elsewhere, other);
		expect(await authenticate({ ...other, session }, send, () => START)).toMatchObject({ failure });
		expect(sent()).toBe(0);
		const changed = { ...other, session, partnerSecret: 'right' };
		expect(getToken(await authenticate(changed, send, () => START))).toBe('in');
	});

	test.each(['{', '[]', 'null', '{"partner":1}', '2026-11-21T04:00:00.000Z abc'])(
		'is ignored when it is not readable: %s',
		async (session) => {
			const mine = { ...credential(), token: 'stored', session };
			expect(getToken(await authenticate(mine, partner(granted('new')).send, () => START))).toBe(
				'new',
			);
		},
	);

	test('holds neither the secret nor the app key', () => {
		const mine = credential({ appKey: 'APP-KEY-1', partnerSecret: 'very-secret' });
		const text = serializeSession({ token: 'TOKEN', issuedAt: START }, mine);
		expect(text).not.toMatch(/APP-KEY-1|very-secret|TOKEN/);
	});
});

test('a process remembers the sessions used last, and no more', async () => {
	const first = credential();
	const send = (token: string) => partner(granted(token)).send;
	await authenticate(first, send('first'), () => START);
	for (let other = 0; other < MAX_REMEMBERED_SESSIONS; other++)
		await authenticate(credential(), send(`other-${other}`), () => START);
	expect(getSession(first, START)).toBeUndefined();
});

test.each(['a b', 'a\r\nX-Header: b', '\u00e9', 'x'.repeat(5000)])(
	'a token that cannot be sent (%j) is none',
	async (token) => {
		const { send } = partner({ status: 200, headers: {}, body: { token } });
		expect(await authenticate(credential(), send, () => START)).toMatchObject({
			failure: { reasonCode: 'UNEXPECTED_RESPONSE' },
		});
	},
);

test('what a token request quotes is cleared before anything is made of it', async () => {
	const mine = credential({ appKey: 'APP-KEY-1', partnerSecret: 'very-secret' });
	const quoted = 'APP-KEY-1 and very-secret';
	const response = (status: number): HttpResponse => ({
		status,
		headers: { 'x-mc-correlation-id': quoted },
		body: { code: quoted, message: quoted, source: quoted },
	});
	for (const status of [200, 302, 401, 503]) {
		const other = { ...mine, partnerId: `other-${status}` };
		const result = await authenticate(other, partner(response(status)).send, () => START);
		expect(result).toHaveProperty('failure');
		expect(JSON.stringify(result)).not.toMatch(/APP-KEY-1|very-secret/);
		expect(JSON.stringify(result)).toContain('***');
	}
});
