// What is remembered of failed authentications, and for which credential.
import type { Failure } from '../../../mastercard/errors/Failure';
import {
	buildTokenCheck,
	isAppKeyDeclined,
	isTokenDeclined,
} from '../../../mastercard/openFinance/accessToken';
import { toOpenFinanceCredential } from '../../../mastercard/openFinance/credential';
import { addFailure } from '../../../mastercard/openFinance/failedAuthentications';
import { isInProgress } from '../../../mastercard/openFinance/report';
import {
	parseStoredFailures,
	parseStoredSession,
	serializeFailures,
	serializeSession,
} from '../../../mastercard/openFinance/storedState';
import { getFieldError } from '../../support/keyFixtures';

const FIELDS = { appKey: 'app-key', partnerId: '123', partnerSecret: 'secret' };
const credential = (more: object = {}) => toOpenFinanceCredential({ ...FIELDS, ...more });
const failure = (message: string): Failure => ({
	message,
	description: 'Check it.',
	httpCode: 401,
	reasonCode: '10001',
	source: 'Mastercard',
	retryable: false,
	scope: 'run',
	correlationId: null,
});
const FAILED = { at: 5, times: 1, failures: { one: failure('first') } };

describe('failed authentications', () => {
	test('are remembered once for each credential, the last one last', () => {
		const failures = { one: failure('first'), two: failure('second') };
		const added = addFailure({ times: 2, failures }, 'one', failure('again'), 7);
		expect([added.at, added.times]).toEqual([7, 3]);
		expect(Object.entries(added.failures).map(([name, { message }]) => [name, message])).toEqual([
			['two', 'second'],
			['one', 'again'],
		]);
	});

	test('are those of ten credentials at most', () => {
		let failed = { at: 0, times: 0, failures: {} as Readonly<Record<string, Failure>> };
		for (let index = 0; index < 12; index++)
			failed = addFailure(failed, `credential ${index}`, failure('no'), 1);
		expect(Object.keys(failed.failures)).toHaveLength(10);
		expect(Object.keys(failed.failures).at(-1)).toBe('credential 11');
	});

	test('are stored for one partner', () => {
		const session = serializeFailures(FAILED, credential());
		expect(parseStoredFailures(credential({ session }))).toEqual(FAILED);
		expect(parseStoredFailures(credential({ session, partnerSecret: 'other' }))).toEqual(FAILED);
		expect(parseStoredFailures(credential({ session, partnerId: '124' }))).toBeUndefined();
	});

	test.each(['', '{', 'null', '[]', '{}', '"text"'])('are none in %j', (session) => {
		expect(parseStoredFailures(credential({ session }))).toBeUndefined();
	});
});

test('a session is stored for one credential', () => {
	const issuedAt = Date.parse('2026-11-21T00:00:00Z');
	const session = serializeSession({ token: 'token', issuedAt }, credential());
	const stored = { session, token: 'token' };
	expect(parseStoredSession(credential(stored))).toEqual({ token: 'token', issuedAt });
	expect(parseStoredSession(credential({ ...stored, token: '' }))).toBeUndefined();
	expect(parseStoredSession(credential({ ...stored, partnerSecret: 'other' }))).toBeUndefined();
});

test('a token is checked by a request that is free of charge', () => {
	expect(buildTokenCheck(credential(), 'token')).toEqual({
		method: 'GET',
		url: 'https://api.finicity.com/aggregation/v1/customers?limit=1',
		headers: {
			'Finicity-App-Key': 'app-key',
			'Finicity-App-Token': 'token',
			Accept: 'application/json',
		},
	});
});

test.each([
	[401, { code: '10023' }, true],
	[401, {}, true],
	[401, { code: '10026' }, false],
	[401, { code: 10027 }, false],
	[403, { code: '10023' }, false],
	[200, {}, false],
])('the token of a request is declined by %d with %j: %s', (status, body, expected) => {
	expect(isTokenDeclined({ status, headers: {}, body })).toBe(expected);
	if (status === 401) expect(isAppKeyDeclined(body)).toBe(!expected);
});

test.each([
	[{ status: 'inProgress' }, true],
	[{ status: 'success' }, false],
	[{}, false],
	[null, false],
	['inProgress', false],
])('a report of %j is in progress: %s', (body, expected) => {
	expect(isInProgress(body)).toBe(expected);
});

test('a field may have as many characters as its limit', () => {
	expect(credential({ appKey: 'x'.repeat(1024) }).appKey).toHaveLength(1024);
	for (const [appKey, code, flaw] of [
		['x'.repeat(1025), 'UNREADABLE', 'is longer than 1024 characters'],
		['', 'MISSING', 'is empty'],
		['a b', 'UNREADABLE', 'contains invalid characters'],
	]) {
		const error = getFieldError(() => credential({ appKey }));
		expect([error.code, error.field]).toEqual([code, 'App Key']);
		expect(error.message).toBe(
			`'App Key' ${flaw}. Copy it from your project on Mastercard Developers.`,
		);
	}
});
