import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { PlannedCall } from '../../../batch/planCalls';
import { runCalls } from '../../../batch/runCalls';
import type { CallOutcome } from '../../../batch/types';
import { failedCall } from '../failure';
import type { Operation } from '../operation';
import type { CompletedRow, RowResponse } from '../rows';
import type { Transport } from '../transport/transport';
import { attemptCall } from './attemptCall';
import type { RunSettings } from './runSettings';

/** What a number of calls came to. */
export interface SentCalls<Row, Value> {
	/** By position of the input item; rows that were not sent because the run was stopped have an entry too. */
	rows: Map<number, CompletedRow<Row, Value>>;
	/** Requests that left the node, retries included. */
	calls: number;
	retries: number;
}

/** Sends the planned calls. */
export async function sendCalls<Row, Value>(
	context: IExecuteFunctions,
	operation: Operation<Row, Value>,
	transport: Transport,
	calls: readonly PlannedCall<Row>[],
	settings: RunSettings,
): Promise<SentCalls<Row, Value>> {
	const outcomes = await runCalls<PlannedCall<Row>, RowResponse<Row, Value>[]>(
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
	);

	const sent: SentCalls<Row, Value> = { rows: new Map(), calls: 0, retries: 0 };
	outcomes.forEach((outcome, callIndex) => {
		sent.calls += outcome.attempts;
		sent.retries += Math.max(0, outcome.attempts - 1);
		calls[callIndex]?.entries.forEach(({ indices }, entryIndex) => {
			const completed = { ...getRowResponse(outcome, entryIndex), attempts: outcome.attempts };
			for (const index of indices) sent.rows.set(index, completed);
		});
	});
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
