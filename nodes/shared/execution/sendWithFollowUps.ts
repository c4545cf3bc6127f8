import type { IExecuteFunctions } from 'n8n-workflow';
import { planCalls, type PlannedCall } from '../../../batch/planCalls';
import { askMastercard } from './sendCalls';
import type { Connection } from '../transport/transport';
import type { Operation } from '../operation';
import type { RunSettings } from './runSettings';

/**
 * Makes the planned calls, and then those that their results lead to, until no result leads on. Most
 * operations need one round.
 *
 * @returns As `askMastercard`: the last answer for every row, with the attempts of all its rounds.
 */
export async function askInRounds<Row, Value>(
	context: IExecuteFunctions,
	operation: Operation<Row, Value>,
	connection: Connection,
	planned: readonly PlannedCall<Row>[],
	settings: RunSettings,
): ReturnType<typeof askMastercard<Row, Value>> {
	const all = await askMastercard(context, operation, connection, planned, settings);
	for (;;) {
		const answers = [...all.answers];
		const stopped = answers.some(([, { result, next }]) => result.kind === 'failed' && !next);
		const rows = answers.flatMap(([index, { next }]) => (next ? [{ index, row: next }] : []));
		if (rows.length === 0 || (stopped && !context.continueOnFail())) return all;

		const { calls } = planCalls(rows, {
			groupOf: (row) => operation.groupOf(row),
			identityOf: (row) => operation.identityOf(row),
			size: operation.rowsPerCall,
		});
		const round = await askMastercard(context, operation, connection, calls, settings);
		for (const [index, answer] of round.answers) {
			const attempts = answer.attempts + (all.answers.get(index)?.attempts ?? 0);
			all.answers.set(index, { ...answer, attempts });
		}
		all.calls += round.calls;
		all.retries += round.retries;
	}
}
