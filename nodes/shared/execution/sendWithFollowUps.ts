import { sleep } from 'n8n-workflow';
import { planCalls, type PlannedCall } from '../../../batch/planCalls';
import type { NextRequest } from '../operation';
import type { CompletedRow, DeliverRow } from '../rows';
import { isFinalFailure, sendCalls, type SendContext, type SentCalls } from './sendCalls';

/** A row whose result leads to another request. */
interface UnfinishedRow<Row, Value> extends CompletedRow<Value> {
	next: NextRequest<Row>;
	/** Milliseconds that were spent waiting before its requests, the next one included. */
	waitedMs: number;
	/** When the next request may be sent, in ms since 1970. */
	notBefore: number;
}

/**
 * Sends the planned calls, and then those that their results lead to, until no result leads to another. Most
 * operations have no follow-ups.
 *
 * @param deliver Gets the last result for every row, with the attempts of all its calls. A follow-up that is not sent,
 * because the run was stopped or its waits would take too long, leaves the result before it.
 */
export async function sendWithFollowUps<Row, Value>(
	run: SendContext<Row, Value>,
	planned: readonly PlannedCall<Row>[],
	deliver: DeliverRow<CompletedRow<Value>>,
): Promise<SentCalls> {
	const total: SentCalls = { calls: 0, retries: 0 };
	const { totalTimeoutMs } = run.settings;
	let calls = planned;
	let isStopped = false;
	let previous = new Map<number, UnfinishedRow<Row, Value>>();
	for (;;) {
		const unfinished = new Map<number, UnfinishedRow<Row, Value>>();
		const sent = await sendCalls(run, calls, async (index, { result, attempts }) => {
			const before = previous.get(index);
			const completed = { result, attempts: attempts + (before?.attempts ?? 0) };
			const waitMs = result.next?.waitMs ?? 0;
			const waitedMs = waitMs + (before?.waitedMs ?? 0);
			const next = waitedMs > totalTimeoutMs ? undefined : result.next;
			if (isFinalFailure({ ...result, next })) isStopped = !run.context.continueOnFail();
			if (attempts === 0 && before !== undefined) await deliver(index, before);
			else if (next === undefined) await deliver(index, completed);
			else unfinished.set(index, { ...completed, next, waitedMs, notBefore: Date.now() + waitMs });
		});
		total.calls += sent.calls;
		total.retries += sent.retries;
		if (isStopped) for (const [index, completed] of unfinished) await deliver(index, completed);
		if (isStopped || unfinished.size === 0) return total;

		await waitForAll(unfinished, run.context.getExecutionCancelSignal());
		const rows = [...unfinished].map(([index, { next }]) => ({ index, row: next.row }));
		({ calls } = planCalls(rows, run.operation));
		previous = unfinished;
	}
}

/** Waits until the next requests of all rows may be sent, or the signal aborts. */
async function waitForAll(
	rows: ReadonlyMap<number, { notBefore: number }>,
	signal?: AbortSignal,
): Promise<void> {
	const times = [...rows.values()].map(({ notBefore }) => notBefore);
	const waitMs = times.reduce((latest, time) => Math.max(latest, time), 0) - Date.now();
	// Without its own signal Node.js warns of a leak; a sleep that is cut short rejects.
	if (waitMs > 0) await sleep(waitMs, signal && AbortSignal.any([signal])).catch(() => undefined);
}
