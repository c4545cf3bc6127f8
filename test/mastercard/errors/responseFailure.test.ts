import {
	declinedFailure,
	unexpectedResponseFailure,
	unusableResponseFailure,
} from '../../../mastercard/errors/responseFailure';

const NOW = Date.parse('2026-03-01T12:00:00Z');

function errors(...entries: Record<string, unknown>[]) {
	return { Errors: { Error: entries } };
}

test('puts the first error into the message, and further errors and the advice into the description', () => {
	const body = errors(
		{ Source: 'S', ReasonCode: 'INVALID_DATA: a', Description: 'First', Details: 'about a' },
		{ Source: 'S', ReasonCode: 'INVALID_DATA: b', Description: 'Second', Details: null },
	);
	expect(declinedFailure({ status: 400, headers: {}, body }, NOW)).toEqual({
		message: 'Mastercard declined the request: First.',
		description: 'about a. INVALID_DATA: b Second. Correct the parameter that Mastercard names.',
		httpCode: 400,
		reasonCode: 'INVALID_DATA: a',
		source: 'S',
		retryable: false,
		scope: 'row',
		correlationId: null,
	});
});

test('describes a response without an error text by its status', () => {
	const failure = declinedFailure(
		{ status: 502, headers: {}, body: '<html>Bad Gateway</html>' },
		NOW,
	);
	expect(failure).toMatchObject({
		message: 'Mastercard responded with HTTP status 502.',
		httpCode: 502,
		reasonCode: null,
		source: null,
		retryable: true,
	});
});

test.each([
	[400, false],
	[401, false],
	[403, false],
	[404, false],
	[408, true],
	[429, true],
	[500, true],
	[501, false],
	[503, true],
])('status %d: retryable %j, whatever the Recoverable flag', (status, retryable) => {
	for (const Recoverable of [true, false]) {
		const body = errors({ ReasonCode: 'X', Description: 'Y', Recoverable });
		expect(declinedFailure({ status, headers: {}, body }, NOW).retryable).toBe(retryable);
	}
});

test('cuts the details of many errors, and keeps what to do', () => {
	const entries = Array.from({ length: 20 }, () => ({ Details: 'word '.repeat(100) }));
	const failure = declinedFailure({ status: 400, headers: {}, body: errors(...entries) }, NOW);
	expect(failure.description.length).toBeLessThan(1300);
	expect(failure.description).toMatch(
		/word … Correct the problem that Mastercard describes and run the row again\.$/,
	);
});

test('removes the signature base string, which contains the consumer key', () => {
	const body = errors({
		ReasonCode: 'AUTHENTICATION_FAILED',
		Description:
			'OAuth signature did not verify. Acceptable signature base string: POST&https%3A%2F%2Fapi&oauth_consumer_key%3Dabc',
	});
	const { message, description } = declinedFailure({ status: 401, headers: {}, body }, NOW);
	expect(message).toBe('Mastercard declined the request: OAuth signature did not verify.');
	expect(message + description).not.toContain('abc');
});

describe('the clock', () => {
	const at = (seconds: number) => new Date(NOW + seconds * 1000).toUTCString();
	const description = (status: number, date: string): string =>
		declinedFailure({ status, headers: { date }, body: errors({ ReasonCode: 'X' }) }, NOW)
			.description;

	test('reports how far the clock is behind', () => {
		expect(description(401, at(600))).toContain('600 seconds behind');
	});
	test('reports how far the clock is ahead', () => {
		expect(description(400, at(-3600))).toContain('3600 seconds ahead of');
	});
	test.each([0, 59, -59])('ignores a difference of %d seconds', (seconds) => {
		expect(description(401, at(seconds))).not.toContain('clock');
	});
	test.each(['', 'yesterday'])('says nothing about the clock for the date %j', (date) => {
		expect(description(401, date)).not.toContain('clock');
	});
	test('says nothing about the clock for a server error', () => {
		expect(description(503, at(600))).not.toContain('clock');
	});
});

test.each([
	[{ 'x-mc-correlation-id': 'a', 'correlation-id': 'b' }, 'a'],
	[{ 'correlation-id': 'b' }, 'b'],
])('keeps the correlation ID for support: %j', (headers, id) => {
	expect(declinedFailure({ status: 500, headers, body: null }, NOW).correlationId).toBe(id);
	expect(
		unusableResponseFailure({ status: 200, headers, body: null }, 'X', 'Y', 'Z').correlationId,
	).toBe(id);
});

test('names the node as the source of its own failures', () => {
	expect(
		unusableResponseFailure({ status: 200, headers: {}, body: null }, 'CODE', 'What', 'Advice'),
	).toEqual({
		message: 'What',
		description: 'Advice',
		httpCode: 200,
		reasonCode: 'CODE',
		source: 'Node',
		retryable: false,
		scope: 'call',
		correlationId: null,
	});
});

test('says what was expected of an undocumented response, and that it may have been charged', () => {
	const failure = unexpectedResponseFailure(
		{ status: 200, headers: {}, body: [] },
		'a list of scores',
	);
	expect(failure).toMatchObject({
		message: 'Unexpected response from Mastercard: expected a list of scores',
		description: expect.stringContaining('may have been charged'),
		reasonCode: 'UNEXPECTED_RESPONSE',
		retryable: false,
	});
});

describe('the wording of a failure', () => {
	const describeErrors = (...entries: Record<string, unknown>[]) =>
		declinedFailure({ status: 400, headers: {}, body: errors(...entries) }, NOW);

	test('names only what Mastercard gave', () => {
		const { description } = describeErrors(
			{ ReasonCode: 'INVALID_DATA', Description: 'First' },
			{ Description: 'Second' },
			{ ReasonCode: 'INVALID_DATA: b' },
			{ ReasonCode: 'C', Details: 'about c' },
		);
		expect(description).toBe(
			`Second. INVALID_DATA: b. C about c. ${describeErrors({ ReasonCode: 'INVALID_DATA' }).description}`,
		);
	});

	test.each([
		['  Too long \n', 'Too long.'],
		['Wrong value. Try again', 'Wrong value. Try again.'],
		['Really?', 'Really?'],
		['Cut short …', 'Cut short …'],
	])('ends %j as one sentence', (Description, sentence) => {
		expect(describeErrors({ Description }).message).toBe(
			`Mastercard declined the request: ${sentence}`,
		);
	});

	test.each([
		[403, 61, true],
		[401, 60, false],
		[404, 600, false],
	])('with status %d and a clock %d s off, the clock is named: %p', (status, seconds, named) => {
		const headers = { date: new Date(NOW + seconds * 1000).toUTCString() };
		const { description } = declinedFailure({ status, headers, body: null }, NOW);
		expect(description.includes('clock')).toBe(named);
	});
});
