import type { IExecuteFunctions } from 'n8n-workflow';
import { planCalls, type PlannedCall } from '../../../batch/planCalls';
import type { Operation } from '../operation';
import type { Transport } from '../transport/transport';
import type { RunSettings } from './runSettings';
import { isFinalFailure, sendCalls, type SentCalls } from './sendCalls';

/**
 * Sends the planned calls, and then those that their results lead to, until no result leads to another. Most
 * operations have no follow-ups.
 *
 * @returns The last response for every row, with the attempts of all its calls.
 */
export async function sendWithFollowUps<Row, Value>(
	context: IExecuteFunctions,
	operation: Operation<Row, Value>,
	transport: Transport,
	planned: readonly PlannedCall<Row>[],
	settings: RunSettings,
): Promise<SentCalls<Row, Value>> {
	const total = await sendCalls(context, operation, transport, planned, settings);
	for (;;) {
		const completed = [...total.rows];
		const isStopped =
			!context.continueOnFail() && completed.some(([, response]) => isFinalFailure(response));
		const rows = completed.flatMap(([index, { followUp }]) =>
			followUp === undefined ? [] : [{ index, row: followUp }],
		);
		if (rows.length === 0 || isStopped) return total;

		const { calls } = planCalls(rows, operation);
		const sent = await sendCalls(context, operation, transport, calls, settings);
		for (const [index, response] of sent.rows) {
			const attempts = response.attempts + (total.rows.get(index)?.attempts ?? 0);
			total.rows.set(index, { ...response, attempts });
		}
		total.calls += sent.calls;
		total.retries += sent.retries;
	}
}
