// Calls with operations and transports that break their promises, which the built nodes never do.
import type { IExecuteFunctions } from 'n8n-workflow';
import type { RowResult } from '../../../../mastercard/errors/Failure';
import { attemptCall } from '../../../../nodes/shared/execution/attemptCall';
import { sendCalls } from '../../../../nodes/shared/execution/sendCalls';
import type { Operation } from '../../../../nodes/shared/operation';
import type { SentRow } from '../../../../nodes/shared/rows';
import type { Transport } from '../../../../nodes/shared/transport/transport';

const found = (value: string): RowResult<string> => ({ kind: 'succeeded', value });
const operation = (own: Partial<Operation<string, string>>): Operation<string, string> => ({
	parseRow: () => 'row',
	dedupeKey: (row) => row,
	maxRowsPerCall: 2,
	buildRequest: () => ({ method: 'GET', path: '/' }),
	parseResponse: (_, rows) => rows.map(found),
	toItems: () => [],
	...own,
});
const transport = (own: Partial<Transport> = {}): Transport => ({
	send: () =>
		Promise.resolve({
			kind: 'response',
			status: 200,
			response: { response: { status: 200, headers: {}, body: {} } },
		}),
	...own,
});
const fail = () => {
	throw new Error('never expected');
};

describe('one attempt never rejects', () => {
	const attempt = (own: Partial<Operation<string, string>>, sender = transport()) =>
		attemptCall(operation(own), sender, ['a', 'b'], 1000);

	test('and has a result for each row', async () => {
		expect(await attempt({})).toEqual({
			kind: 'response',
			status: 200,
			response: [found('a'), found('b')],
		});
	});

	test('when a request cannot be built: nothing is sent', async () => {
		const send = jest.fn();
		expect(await attempt({ buildRequest: fail }, transport({ send }))).toMatchObject({
			kind: 'networkError',
			cause: 'requestNotBuilt',
		});
		expect(send).not.toHaveBeenCalled();
	});

	test('when a transport rejects', async () => {
		const sender = transport({ send: () => Promise.reject(new Error('never expected')) });
		expect(await attempt({}, sender)).toEqual({
			...{ kind: 'networkError', cause: 'other', retry: 'never' },
		});
	});

	test('when a response cannot be parsed: its status is kept, each row has failed', async () => {
		const failed = {
			kind: 'failed',
			failure: expect.objectContaining({ reasonCode: 'UNEXPECTED_RESPONSE', httpCode: 200 }),
		};
		expect(await attempt({ parseResponse: fail })).toEqual({
			kind: 'response',
			status: 200,
			response: [failed, failed],
		});
	});

	test('when a response has no result for a row: that row has failed', async () => {
		expect(await attempt({ parseResponse: () => [found('a')] })).toMatchObject({
			response: [found('a'), { kind: 'failed', failure: { reasonCode: 'UNEXPECTED_RESPONSE' } }],
		});
	});
});

describe('calls', () => {
	const send = async (signal: AbortSignal | undefined, sender: Transport) => {
		const rows = new Map<number, SentRow<string, string>>();
		const context = {
			continueOnFail: () => true,
			getExecutionCancelSignal: () => signal,
		} as unknown as IExecuteFunctions;
		const settings = {
			concurrency: 1,
			requestsPerSecond: 0,
			maxAttempts: 1,
			timeoutMs: 1000,
			totalTimeoutMs: 1000,
			includeRunSummary: true,
			dryRun: false,
		};
		const entries = ['a', 'b'].map((row, index) => ({ row, indices: [index] }));
		const sent = await sendCalls(
			{ context, operation: operation({}), transport: sender, settings },
			entries.map((entry) => ({ entries: [entry] })),
			(index, completed) => {
				rows.set(index, completed);
				return Promise.resolve();
			},
		);
		return { sent, rows: [...rows.values()] };
	};

	test('that are never sent are not counted, and their rows say so', async () => {
		const { sent, rows } = await send(AbortSignal.abort(), transport({ send: fail }));
		expect(sent).toEqual({ calls: 0, retries: 0 });
		expect(rows).toHaveLength(2);
		for (const row of rows)
			expect(row).toMatchObject({
				attempts: 0,
				result: { kind: 'failed', failure: { reasonCode: 'NOT_SENT' } },
			});
	});

	test('that are sent are counted once', async () => {
		const { sent, rows } = await send(undefined, transport());
		expect(sent).toEqual({ calls: 2, retries: 0 });
		expect(rows).toEqual([
			{ attempts: 1, result: found('a') },
			{ attempts: 1, result: found('b') },
		]);
	});
});
