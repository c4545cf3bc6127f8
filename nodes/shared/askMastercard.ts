import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { PlannedCall } from '../../batch/planCalls';
import { runCalls } from '../../batch/runCalls';
import type { CallOutcome } from '../../batch/types';
import type { RowResult } from '../../mastercard/errors/Failure';
import type { Connection } from './connection';
import type { Operation } from './operation';
import type { RunCounts } from './reports';
import type { RunSettings } from './runSettings';
import { whyUnanswered } from './whyUnanswered';

/** One input row's share of an answer. */
export interface RowAnswer<Value> {
	result: RowResult<Value>;
	attempts: number;
}

/**
 * Makes the planned calls.
 *
 * @returns By position of the input item: the answer for every row of every call, also for those that
 * were not sent because the run was stopped.
 */
export async function askMastercard<Row, Value>(
	context: IExecuteFunctions,
	operation: Operation<Row, Value>,
	{ send }: Connection,
	calls: readonly PlannedCall<Row>[],
	settings: RunSettings,
): Promise<{ answers: Map<number, RowAnswer<Value>> } & Pick<RunCounts, 'calls' | 'retries'>> {
	const outcomes = await runCalls<PlannedCall<Row>, RowResult<Value>[]>(
		calls,
		async ({ entries }, { timeoutMs }) => {
			const rows = entries.map(({ row }) => row);
			const attempt = await send(operation.request(rows), timeoutMs);
			if (attempt.kind === 'unanswered') return attempt;
			const reply = attempt.answer;
			const results: RowResult<Value>[] =
				'failure' in reply
					? rows.map(() => ({ kind: 'failed', failure: reply.failure }))
					: operation.readAnswer(reply.answer, rows, Date.now());
			return { ...attempt, answer: results };
		},
		{
			concurrency: settings.concurrency,
			requestsPerSecond: settings.requestsPerSecond,
			maxAttempts: settings.maxAttempts,
			timeoutMs: settings.timeoutMs,
			totalTimeoutMs: settings.totalTimeoutMs,
			stopAtFirstFailure: !context.continueOnFail(),
			isFailure: (last) =>
				last.kind === 'unanswered' || last.answer.some(({ kind }) => kind === 'failed'),
		},
		{ now: Date.now, sleep, random: Math.random, signal: context.getExecutionCancelSignal() },
	);

	const answers = new Map<number, RowAnswer<Value>>();
	let attemptsMade = 0;
	let retries = 0;
	outcomes.forEach((outcome, callIndex) => {
		attemptsMade += outcome.attempts;
		retries += Math.max(0, outcome.attempts - 1);
		calls[callIndex]?.entries.forEach(({ indices }, entryIndex) => {
			const result = resultOf(outcome, entryIndex);
			for (const index of indices) answers.set(index, { result, attempts: outcome.attempts });
		});
	});
	return { answers, calls: attemptsMade, retries };
}

/** One entry's share of a call's outcome; a failure also says why it was not tried again. */
function resultOf<Value>(
	outcome: CallOutcome<RowResult<Value>[]>,
	entryIndex: number,
): RowResult<Value> {
	const result: RowResult<Value> = (outcome.kind === 'answered'
		? outcome.answer[entryIndex]
		: undefined) ?? { kind: 'failed', failure: whyUnanswered(outcome) };
	if (result.kind !== 'failed' || outcome.gaveUpBecause === undefined) return result;
	const description = `${result.failure.description} It was not tried again because ${outcome.gaveUpBecause}.`;
	return { kind: 'failed', failure: { ...result.failure, description } };
}
