import { planCalls, type PlannedCall } from '../../../batch/planCalls';
import type { CompletedRow, DeliverRow } from '../rows';
import { isFinalFailure, sendCalls, type SendContext, type SentCalls } from './sendCalls';

/**
 * Sends the planned calls, and then those that their results lead to, until no result leads to another. Most
 * operations have no follow-ups.
 *
 * @param deliver Gets the last response for every row, with the attempts of all its calls.
 */
export async function sendWithFollowUps<Row, Value>(
	run: SendContext<Row, Value>,
	planned: readonly PlannedCall<Row>[],
	deliver: DeliverRow<Row, Value>,
): Promise<SentCalls> {
	const total: SentCalls = { calls: 0, retries: 0 };
	let calls = planned;
	let isStopped = false;
	let previous = new Map<number, CompletedRow<Row, Value>>();
	for (;;) {
		/** Rows whose result leads to another request. */
		const unfinished = new Map<number, CompletedRow<Row, Value>>();
		const sent = await sendCalls(run, calls, async (index, response) => {
			const attempts = response.attempts + (previous.get(index)?.attempts ?? 0);
			const completed = { ...response, attempts };
			if (isFinalFailure(response)) isStopped = !run.context.continueOnFail();
			if (response.followUp === undefined) await deliver(index, completed);
			else unfinished.set(index, completed);
		});
		total.calls += sent.calls;
		total.retries += sent.retries;
		const rows = [...unfinished].flatMap(([index, { followUp }]) =>
			followUp === undefined ? [] : [{ index, row: followUp }],
		);
		if (isStopped) for (const [index, completed] of unfinished) await deliver(index, completed);
		if (isStopped || rows.length === 0) return total;
		({ calls } = planCalls(rows, run.operation));
		previous = unfinished;
	}
}
