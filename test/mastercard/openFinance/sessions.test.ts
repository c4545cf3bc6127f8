import fc from 'fast-check';
import { toOpenFinanceCredential } from '../../../mastercard/openFinance/credential';
import {
	getSession,
	serializeSession,
	invalidateSession,
	MAX_FAILED_AUTHENTICATIONS,
	authenticate,
	COOLDOWN_MS,
	RENEW_AFTER_MS,
	type AuthenticationResult,
} from '../../../mastercard/openFinance/sessions';
import type { HttpResponse } from '../../../mastercard/errors/Failure';

const MINUTE = 60_000;
const START = Date.parse('2026-11-21T04:00:00Z');

let partners = 0;
/** Credentials that no other test has used: sessions live as long as the process. */
function credential(more: Record<string, string> = {}) {
	partners += 1;
	const values = { appKey: 'key', partnerId: `p${partners}`, partnerSecret: 'secret' };
	return toOpenFinanceCredential({ ...values, ...more });
}

/** A partner that answers each log-in with the next answer, the last one again and again. */
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
const refusedAs = (status: number, code: string | number): HttpResponse => ({
	status,
	headers: {},
	body: { code, message: 'no' },
});
const tokenOf = (requestToken: AuthenticationResult) =>
	'session' in requestToken ? requestToken.session.token : requestToken.failure.message;

test('however many ask at once, one log-in is sent', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (many) => {
			const mine = credential();
			const { send, sent } = partner(granted('one'), granted('two'));
			const tokens = await Promise.all(
				Array.from({ length: many }, () => authenticate(mine, send, () => START)),
			);
			expect(new Set(tokens.map(tokenOf))).toEqual(new Set(['one']));
			expect(sent()).toBe(1);
		}),
		{ numRuns: 20 },
	);
});

test('a token is used until it is 90 minutes old, and then replaced', async () => {
	const mine = credential();
	const { send, sent } = partner(granted('first'), granted('second'));
	const at = async (ms: number) => tokenOf(await authenticate(mine, send, () => START + ms));
	expect(await at(0)).toBe('first');
	expect(await at(RENEW_AFTER_MS - 1)).toBe('first');
	expect(sent()).toBe(1);
	expect(await at(RENEW_AFTER_MS)).toBe('second');
	expect(RENEW_AFTER_MS).toBe(90 * MINUTE);
});

test('its age counts from before the log-in was sent', async () => {
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

test('a token that was refused is forgotten, but not the one that has taken its place', async () => {
	const mine = credential();
	const { send } = partner(granted('first'), granted('second'));
	await authenticate(mine, send, () => START);
	invalidateSession(mine, 'first');
	expect(tokenOf(await authenticate(mine, send, () => START))).toBe('second');
	invalidateSession(mine, 'first');
	expect(getSession(mine, START)?.token).toBe('second');
});

test.each([
	[401, '10001'],
	[401, '10027'],
	[404, 12401],
	[400, '10005'],
	[403, 'anything'],
])('a log-in refused with %i is not sent again for the same values', async (status, code) => {
	const mine = credential();
	const { send, sent } = partner(refusedAs(status, code));
	const responses = [];
	for (let item = 0; item < 200; item++)
		responses.push(await authenticate(mine, send, () => START + item * 1000));
	expect(sent()).toBe(1);
	expect(new Set(responses.map((response) => JSON.stringify(response))).size).toBe(1);
	expect(responses[0]).toMatchObject({
		failure: { description: expect.stringContaining('five refused log-ins lock the account') },
	});
});

test('a process never comes near the fifth refusal, however long it runs', async () => {
	const mine = credential();
	const { send, sent } = partner(refusedAs(401, '10001'));
	for (let day = 0; day < 50; day++)
		await authenticate(mine, send, () => START + day * 100 * COOLDOWN_MS);
	expect(sent()).toBe(MAX_FAILED_AUTHENTICATIONS);
	expect(MAX_FAILED_AUTHENTICATIONS).toBeLessThan(5);
});

test('an account that was opened again is let in after a while', async () => {
	const mine = credential();
	const { send } = partner(refusedAs(401, '10021'), granted('welcome'));
	await authenticate(mine, send, () => START);
	const later = await authenticate(mine, send, () => START + COOLDOWN_MS);
	expect(tokenOf(later)).toBe('welcome');
});

test('a corrected secret is tried at once', async () => {
	const wrong = credential({ partnerSecret: 'wrong' });
	await authenticate(wrong, partner(refusedAs(401, '10001')).send, () => START);
	const right = { ...wrong, partnerSecret: 'right' };
	expect(tokenOf(await authenticate(right, partner(granted('in')).send, () => START))).toBe('in');
});

test.each([429, 500, 503])(
	'trouble (%i) is no refusal: the next one asks again',
	async (status) => {
		const mine = credential();
		const { send } = partner(refusedAs(status, 'busy'), granted('later'));
		expect(await authenticate(mine, send, () => START)).toMatchObject({
			failure: { retryable: true },
		});
		expect(tokenOf(await authenticate(mine, send, () => START))).toBe('later');
	},
);

test('a lost connection is forgotten at once', async () => {
	const mine = credential();
	const { send } = partner(new Error('connectionReset'), granted('later'));
	await expect(authenticate(mine, send, () => START)).rejects.toThrow('connectionReset');
	expect(tokenOf(await authenticate(mine, send, () => START))).toBe('later');
});

describe('what n8n has stored', () => {
	const stored = (mine: ReturnType<typeof credential>, issuedAt = START) => ({
		...mine,
		token: 'stored',
		session: serializeSession({ token: 'stored', issuedAt }, mine),
	});

	test('is used without a log-in by a process that has just started', async () => {
		const { send, sent } = partner(granted('new'));
		const response = await authenticate(stored(credential()), send, () => START + 89 * MINUTE);
		expect(tokenOf(response)).toBe('stored');
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

	test('holds neither the secret nor the app key', () => {
		const mine = credential({ appKey: 'APP-KEY-1', partnerSecret: 'very-secret' });
		const text = serializeSession({ token: 'TOKEN', issuedAt: START }, mine);
		expect(text).not.toMatch(/APP-KEY-1|very-secret|TOKEN/);
	});
});

describe('a rejected authentication says how long it is not repeated', () => {
	test('15 minutes at first, and until a restart after the third time', async () => {
		const mine = credential();
		const { send } = partner(refusedAs(401, '10001'));
		const said: string[] = [];
		for (let time = 0; time < MAX_FAILED_AUTHENTICATIONS; time++) {
			const result = await authenticate(mine, send, () => START + time * COOLDOWN_MS);
			said.push('failure' in result ? result.failure.description : '');
		}
		expect(said.map((text) => /15 minutes|restarted/.exec(text)?.[0])).toEqual([
			'15 minutes',
			'15 minutes',
			'restarted',
		]);
	});

	test('a stored session without a token is none', () => {
		const mine = credential();
		const session = serializeSession({ token: '', issuedAt: START }, mine);
		expect(getSession({ ...mine, token: '', session }, START)).toBeUndefined();
	});

	test('a token that is not there can be invalidated', () => {
		expect(() => invalidateSession(credential(), 'unknown')).not.toThrow();
	});
});
