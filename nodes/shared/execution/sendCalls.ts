import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { PlannedCall } from '../../../batch/planCalls';
import { runCalls } from '../../../batch/runCalls';
import type { CallOutcome } from '../../../batch/types';
import { askOnce, type Judged } from './attemptCall';
import type { Connection } from '../transport/transport';
import type { Operation } from '../operation';
import type { RunCounts } from '../output/runSummary';
import type { RunSettings } from './runSettings';
import { whyUnanswered } from '../whyUnanswered';

/** One input row's share of an answer. */
export interface RowAnswer<Row, Value> extends Judged<Row, Value> {
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
	connection: Connection,
	calls: readonly PlannedCall<Row>[],
	settings: RunSettings,
): Promise<{ answers: Map<number, RowAnswer<Row, Value>> } & Pick<RunCounts, 'calls' | 'retries'>> {
	const outcomes = await runCalls<PlannedCall<Row>, Judged<Row, Value>[]>(
		calls,
		({ entries }, { timeoutMs }) =>
			askOnce(
				operation,
				connection,
				entries.map(({ row }) => row),
				timeoutMs,
			),
		{
			concurrency: settings.concurrency,
			requestsPerSecond: settings.requestsPerSecond,
			maxAttempts: settings.maxAttempts,
			timeoutMs: settings.timeoutMs,
			totalTimeoutMs: settings.totalTimeoutMs,
			stopAtFirstFailure: !context.continueOnFail(),
			isFailure: (last) =>
				last.kind === 'unanswered' ||
				last.answer.some(({ result, next }) => result.kind === 'failed' && next === undefined),
		},
		{ now: Date.now, sleep, random: Math.random, signal: context.getExecutionCancelSignal() },
	);

	const answers = new Map<number, RowAnswer<Row, Value>>();
	let attemptsMade = 0;
	let retries = 0;
	outcomes.forEach((outcome, callIndex) => {
		attemptsMade += outcome.attempts;
		retries += Math.max(0, outcome.attempts - 1);
		calls[callIndex]?.entries.forEach(({ indices }, entryIndex) => {
			const judged = judgedBy(outcome, entryIndex);
			for (const index of indices) answers.set(index, { ...judged, attempts: outcome.attempts });
		});
	});
	return { answers, calls: attemptsMade, retries };
}

/** One entry's share of a call's outcome; a failure also tells what happened to the call's other attempts. */
function judgedBy<Row, Value>(
	outcome: CallOutcome<Judged<Row, Value>[]>,
	entryIndex: number,
): Judged<Row, Value> {
	const judged: Judged<Row, Value> = (outcome.kind === 'answered'
		? outcome.answer[entryIndex]
		: undefined) ?? { result: { kind: 'failed', failure: whyUnanswered(outcome) } };
	if (judged.result.kind !== 'failed') return judged;
	const { failure } = judged.result;
	const description = [failure.description];
	if (outcome.lostBefore !== undefined)
		description.push('An earlier try was not answered, and may have been carried out and charged.');
	if (outcome.gaveUpBecause !== undefined)
		description.push(`It was not tried again because ${outcome.gaveUpBecause}.`);
	return {
		...judged,
		result: { kind: 'failed', failure: { ...failure, description: description.join(' ') } },
	};
}
