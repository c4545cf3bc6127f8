// Requests that results lead to: when they are sent, and what stands when they are not.
import { takeWaits, withVirtualSleep } from '../../../support/virtualTime';
import type { IExecuteFunctions } from 'n8n-workflow';
import { sendWithFollowUps } from '../../../../nodes/shared/execution/sendWithFollowUps';
import type { NextRequest, Operation, ParsedResult } from '../../../../nodes/shared/operation';
import { failedRun } from '../../../../nodes/shared/failure';
import type { CompletedRow } from '../../../../nodes/shared/rows';
import type { Transport } from '../../../../nodes/shared/transport/transport';

jest.mock('n8n-workflow', () => withVirtualSleep(jest.requireActual<object>('n8n-workflow')));
beforeEach(() => {
	takeWaits();
});

type Result = ParsedResult<string, string>;
const failure = failedRun(new Error('x'));
const found = (value: string): Result => ({ kind: 'succeeded', value });
const failed = (row?: string, waitMs?: number): Result => ({
	...{ kind: 'failed', failure: { ...failure, message: `leads to ${String(row)}` } },
	...(row !== undefined && { next: { row, waitMs } satisfies NextRequest<string> }),
});

/** Sends the rows in one call each; `results` says what comes of each row's request. */
async function send(
	rows: string[],
	results: Record<string, Result>,
	{
		totalTimeoutMs = 60_000,
		continues = true,
		signal = undefined as AbortSignal | undefined,
		concurrency = 1,
		onSent = (row: string): unknown => row,
		parseFailure = undefined as Operation<string, string>['parseFailure'],
	} = {},
) {
	const sent: string[] = [];
	const operation: Operation<string, string> = {
		parseRow: () => '',
		dedupeKey: (row) => row,
		maxRowsPerCall: 1,
		buildRequest: ([row = '']) => {
			if (row === 'not built') throw new Error('never expected');
			sent.push(row);
			onSent(row);
			return { method: 'GET', path: `/${row}` };
		},
		parseResponse: (_, requested) => requested.map((row) => results[row] as Result),
		toItems: () => [],
		parseFailure,
	};
	const transport: Transport = {
		send: () =>
			Promise.resolve({
				...{ kind: 'response', status: 200 },
				response: { response: { status: 200, headers: {}, body: {} } },
			}),
	};
	const context = {
		continueOnFail: () => continues,
		getExecutionCancelSignal: () => signal,
	} as unknown as IExecuteFunctions;
	const settings = {
		...{ concurrency, requestsPerSecond: 0, maxAttempts: 1, timeoutMs: 1000, totalTimeoutMs },
		...{ includeRunSummary: false, dryRun: false },
	};
	const delivered = new Map<number, CompletedRow<string>>();
	let deliveries = 0;
	const total = await sendWithFollowUps(
		{ context, operation, transport, settings },
		rows.map((row, index) => ({ entries: [{ row, indices: [index] }] })),
		(index, completed) => {
			deliveries += 1;
			delivered.set(index, completed);
			return Promise.resolve();
		},
	);
	expect(deliveries).toBe(rows.length);
	const outcomes = rows.map((_, index) => {
		const { result, attempts } = delivered.get(index) as CompletedRow<string>;
		return [result.kind === 'failed' ? result.failure.message : result.kind, attempts];
	});
	return { outcomes, sent, total, waits: takeWaits() };
}

test('a result that leads nowhere is delivered at once', async () => {
	expect(await send(['a', 'b'], { a: found('1'), b: failed() })).toEqual({
		outcomes: [
			['succeeded', 1],
			['leads to undefined', 1],
		],
		...{ sent: ['a', 'b'], total: { calls: 2, retries: 0 }, waits: [] },
	});
});

test('follow-ups are sent after all first requests, and the last result counts with all attempts', async () => {
	const { outcomes, sent, total, waits } = await send(['a', 'b', 'c'], {
		...{ a: failed('a2'), b: found('1'), c: failed('c2'), a2: failed('a3'), a3: found('2') },
		c2: failed(),
	});
	expect(sent).toEqual(['a', 'b', 'c', 'a2', 'c2', 'a3']);
	expect(outcomes).toEqual([
		['succeeded', 3],
		['succeeded', 1],
		['leads to undefined', 2],
	]);
	expect([total, waits]).toEqual([{ calls: 6, retries: 0 }, []]);
});

test('rows wait together, for the one that waits longest', async () => {
	const { sent, waits } = await send(['a', 'b', 'c'], {
		...{ a: failed('a2', 20_000), b: failed('b2', 5_000), c: failed('c2') },
		...{ a2: found('1'), b2: found('1'), c2: found('1') },
	});
	expect(sent).toEqual(['a', 'b', 'c', 'a2', 'b2', 'c2']);
	expect(waits).toEqual([expect.closeTo(20_000, -3)]);
});

test('the waits of a row together take no longer than a request may take; then its last result stands', async () => {
	const results = {
		...{ a: failed('a2', 20_000), a2: failed('a3', 20_000), a3: failed('a4', 20_000) },
		a4: found('1'),
	};
	const late = await send(['a'], results, { totalTimeoutMs: 59_999 });
	expect(late).toMatchObject({ outcomes: [['leads to a4', 3]], sent: ['a', 'a2', 'a3'] });
	expect(late.waits).toHaveLength(2);
	const inTime = await send(['a'], results, { totalTimeoutMs: 60_000 });
	expect(inTime).toMatchObject({ outcomes: [['succeeded', 4]] });
});

test('a final failure ends a run that is to stop; rows with follow-ups keep the result before', async () => {
	const results = { a: failed('a2'), b: failed(), a2: found('1') };
	expect(await send(['a', 'b'], results, { continues: false })).toMatchObject({
		outcomes: [
			['leads to a2', 1],
			['leads to undefined', 1],
		],
		sent: ['a', 'b'],
	});
	expect((await send(['a', 'b'], results)).sent).toEqual(['a', 'b', 'a2']);
});

test('a wait that would take too long ends a run that is to stop as well', async () => {
	const results = { a: failed('a2'), b: failed('b2', 60_001), a2: found('1') };
	const { sent } = await send(['a', 'b'], results, { continues: false });
	expect(sent).toEqual(['a', 'b']);
});

test('a follow-up that is not sent because the run was cancelled leaves the result before', async () => {
	const cancel = new AbortController();
	const run = await send(
		['a', 'b'],
		{ a: failed('a2', 20_000), b: found('1') },
		{ signal: cancel.signal, onSent: (row) => row === 'b' && cancel.abort() },
	);
	expect(run).toMatchObject({
		outcomes: [
			['leads to a2', 1],
			['succeeded', 1],
		],
		...{ sent: ['a', 'b'], total: { calls: 2, retries: 0 } },
	});
});

test('a follow-up that cannot be built leaves the result before', async () => {
	const { outcomes, total } = await send(['a'], { a: failed('not built') });
	expect([outcomes, total]).toEqual([[['leads to not built', 1]], { calls: 1, retries: 0 }]);
});

test('rows that lead to the same request share it', async () => {
	const { outcomes, sent } = await send(['a', 'b'], {
		...{ a: failed('same'), b: failed('same'), same: found('1') },
	});
	expect(sent).toEqual(['a', 'b', 'same']);
	expect(outcomes).toEqual([
		['succeeded', 2],
		['succeeded', 2],
	]);
});

test('nothing follows from a request that was not sent', async () => {
	const { outcomes, sent } = await send(
		['a', 'b'],
		{ a: failed() },
		{ continues: false, parseFailure: () => failed('looked for') },
	);
	expect(sent).toEqual(['a']);
	expect(outcomes[1]).toEqual([expect.stringContaining('Not sent'), 0]);
});
