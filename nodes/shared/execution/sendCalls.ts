import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { PlannedCall } from '../../../batch/planCalls';
import { runCalls } from '../../../batch/runCalls';
import type { CallOutcome } from '../../../batch/types';
import { failedCall } from '../failure';
import type { Operation, ParsedResult } from '../operation';
import type { DeliverRow, SentRow } from '../rows';
import type { Transport } from '../transport/transport';
import { attemptCall } from './attemptCall';
import { createProgress } from './progress';
import type { RunSettings } from './runSettings';

/** What a number of calls came to. */
export interface SentCalls {
	/** Requests that left the node, retries included. */
	calls: number;
	retries: number;
}

/** What all calls of a run share. */
export interface SendContext<Row, Value> {
	context: IExecuteFunctions;
	operation: Operation<Row, Value>;
	transport: Transport;
	settings: RunSettings;
}

/**
 * Sends the planned calls.
 *
 * @param deliver Gets the result for every row as soon as its call has ended, also for rows that were not sent
 * because the run was stopped.
 */
export async function sendCalls<Row, Value>(
	{ context, operation, transport, settings }: SendContext<Row, Value>,
	calls: readonly PlannedCall<Row>[],
	deliver: DeliverRow<SentRow<Row, Value>>,
): Promise<SentCalls> {
	const sent: SentCalls = { calls: 0, retries: 0 };
	const reportProgress = createProgress(context, calls.length);
	const getResults = (outcome: CallOutcome<ParsedResult<Row, Value>[]>, position: number) =>
		(calls[position]?.entries ?? []).map(({ row, indices }, index) => ({
			indices,
			result: getResult(operation, row, outcome, index),
		}));
	await runCalls<PlannedCall<Row>, ParsedResult<Row, Value>[]>(
		calls,
		async ({ entries }, { timeoutMs }) => {
			const rows = entries.map(({ row }) => row);
			return await attemptCall(operation, transport, rows, timeoutMs);
		},
		{
			...settings,
			stopOnFirstFailure: !context.continueOnFail(),
			isFailure: (outcome, position) =>
				getResults(outcome, position).some(({ result }) => isFinalFailure(result)),
		},
		{ now: Date.now, sleep, random: Math.random, signal: context.getExecutionCancelSignal() },
		async (outcome, position) => {
			const { attempts } = outcome;
			sent.calls += attempts;
			sent.retries += Math.max(0, attempts - 1);
			const results = getResults(outcome, position);
			if (outcome.kind !== 'notSent')
				reportProgress(results.some(({ result }) => isFinalFailure(result)));
			for (const { indices, result } of results)
				for (const index of indices) await deliver(index, { result, attempts });
		},
	);
	return sent;
}

/** Whether a row failed for good: no other request follows from its result. */
export function isFinalFailure({ kind, next }: ParsedResult<unknown, unknown>): boolean {
	return kind === 'failed' && next === undefined;
}

/** One entry's share of a call's outcome; a failure also tells what happened to the call's other attempts. */
function getResult<Row, Value>(
	operation: Operation<Row, Value>,
	row: Row,
	outcome: CallOutcome<ParsedResult<Row, Value>[]>,
	entryIndex: number,
): ParsedResult<Row, Value> {
	const received = outcome.kind === 'response' ? outcome.response[entryIndex] : undefined;
	const result = received ?? getFailure(operation, row, outcome);
	if (result.kind !== 'failed') return result;
	const description = [
		result.failure.description,
		...(outcome.unconfirmedAttempts === undefined
			? []
			: ['An earlier attempt got no response, and may have been processed and charged.']),
		...(outcome.gaveUpReason === undefined ? [] : [`Not retried: ${outcome.gaveUpReason}.`]),
	].join(' ');
	return { ...result, failure: { ...result.failure, description } };
}

function getFailure<Row, Value>(
	operation: Operation<Row, Value>,
	row: Row,
	outcome: CallOutcome<unknown>,
): ParsedResult<Row, Value> {
	const failure = failedCall(outcome);
	const wasSent = outcome.kind === 'networkError';
	return (
		(wasSent ? operation.parseFailure?.(failure, row) : undefined) ?? { kind: 'failed', failure }
	);
}
