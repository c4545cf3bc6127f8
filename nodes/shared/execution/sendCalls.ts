import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { PlannedCall } from '../../../batch/planCalls';
import { runCalls } from '../../../batch/runCalls';
import type { CallOutcome } from '../../../batch/types';
import { failedCall } from '../failure';
import type { Operation } from '../operation';
import type { DeliverRow, RowResponse } from '../rows';
import type { Transport } from '../transport/transport';
import { attemptCall } from './attemptCall';
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
 * @param deliver Gets the response for every row as soon as its call has ended, also for rows that were not sent
 * because the run was stopped.
 */
export async function sendCalls<Row, Value>(
	{ context, operation, transport, settings }: SendContext<Row, Value>,
	calls: readonly PlannedCall<Row>[],
	deliver: DeliverRow<Row, Value>,
): Promise<SentCalls> {
	const sent: SentCalls = { calls: 0, retries: 0 };
	await runCalls<PlannedCall<Row>, RowResponse<Row, Value>[]>(
		calls,
		async ({ entries }, { timeoutMs }) => {
			const rows = entries.map(({ row }) => row);
			return await attemptCall(operation, transport, rows, timeoutMs);
		},
		{
			...settings,
			stopOnFirstFailure: !context.continueOnFail(),
			isFailure: (last) => last.kind === 'networkError' || last.response.some(isFinalFailure),
		},
		{ now: Date.now, sleep, random: Math.random, signal: context.getExecutionCancelSignal() },
		async (outcome, position) => {
			const { attempts } = outcome;
			sent.calls += attempts;
			sent.retries += Math.max(0, attempts - 1);
			for (const [entryIndex, { indices }] of calls[position]?.entries.entries() ?? []) {
				const completed = { ...getRowResponse(outcome, entryIndex), attempts };
				for (const index of indices) await deliver(index, completed);
			}
		},
	);
	return sent;
}

/** Whether a row failed for good: no other request follows from its result. */
export function isFinalFailure({ result, followUp }: RowResponse<unknown, unknown>): boolean {
	return result.kind === 'failed' && followUp === undefined;
}

/** One entry's share of a call's outcome; a failure also tells what happened to the call's other attempts. */
function getRowResponse<Row, Value>(
	outcome: CallOutcome<RowResponse<Row, Value>[]>,
	entryIndex: number,
): RowResponse<Row, Value> {
	const received = outcome.kind === 'response' ? outcome.response[entryIndex] : undefined;
	const { result, followUp } = received ?? {
		result: { kind: 'failed' as const, failure: failedCall(outcome) },
	};
	if (result.kind !== 'failed') return { result, followUp };
	const description = [
		result.failure.description,
		...(outcome.unconfirmedAttempts === undefined
			? []
			: ['An earlier attempt got no response, and may have been processed and charged.']),
		...(outcome.gaveUpReason === undefined ? [] : [`Not retried: ${outcome.gaveUpReason}.`]),
	].join(' ');
	return { result: { kind: 'failed', failure: { ...result.failure, description } }, followUp };
}
