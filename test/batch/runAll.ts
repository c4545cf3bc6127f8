// runCalls with its outcomes as a list.
import { runCalls } from '../../batch/runCalls';
import type { SendAttempt } from '../../batch/runCall';
import type { CallOutcome, CallSettings, Runtime } from '../../batch/types';

/** @returns the outcomes in the order of the calls */
export async function runAll<Call, Response>(
	calls: readonly Call[],
	send: SendAttempt<Call, Response>,
	settings: CallSettings<Response>,
	runtime: Runtime,
): Promise<CallOutcome<Response>[]> {
	const outcomes: CallOutcome<Response>[] = [];
	await runCalls(calls, send, settings, runtime, (outcome, position) => {
		outcomes[position] = outcome;
	});
	return outcomes;
}
