/**
 * The way of a row through every node, in one direction:
 * read and check -> plan calls -> ask Mastercard -> one outcome per row -> items in input order.
 */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { planCalls } from '../../batch/planCalls';
import type { Connection } from './transport/transport';
import { failureItem, stoppingError, type RowFailure } from './output/errorItem';
import { addHints } from './output/hints';
import { failedRow, presentRows, type RowItems } from './output/toItems';
import { dryRunItem, runSummaryItem, type RunCounts } from './output/runSummary';
import { asNodeError, runFailure } from './runFailure';
import { askInRounds } from './execution/sendWithFollowUps';
import type { Operation } from './operation';
import { readRows } from './execution/parseRows';
import { readRunSettings } from './execution/runSettings';

/** Reads the credential, or says why nothing can be sent with it. */
export type OpenConnection = (context: IExecuteFunctions) => Promise<Connection | RowFailure>;

/** Reads the node's settings into what it does with its rows. */
export type Prepare<Row, Value> = (
	context: IExecuteFunctions,
) => Operation<Row, Value> | Promise<Operation<Row, Value>>;

/**
 * Runs a node.
 *
 * @param openConnection Called once, and only when there is something to send.
 * @returns The node's only output.
 * @throws NodeApiError or NodeOperationError for the first bad row when 'On Error' is 'Stop Workflow'.
 */
export async function executeRows<Row, Value>(
	context: IExecuteFunctions,
	prepare: Prepare<Row, Value>,
	openConnection: OpenConnection,
): Promise<INodeExecutionData[][]> {
	try {
		return [await runRows(context, prepare, openConnection)];
	} catch (error) {
		if (!context.continueOnFail()) throw asNodeError(context, error);
		// Nothing may be thrown now: n8n would pass the input rows on as results, card numbers included.
		const failure = runFailure(error);
		return [context.getInputData().map((_, index) => failureItem(failure, index))];
	}
}

async function runRows<Row, Value>(
	context: IExecuteFunctions,
	prepare: Prepare<Row, Value>,
	openConnection: OpenConnection,
): Promise<INodeExecutionData[]> {
	const itemCount = context.getInputData().length;
	if (itemCount === 0) return [];
	const startedAt = Date.now();
	const settings = readRunSettings(context);
	const operation = await prepare(context);

	const { ready, refused } = readRows(itemCount, operation);
	const plan = planCalls(ready, {
		groupOf: (row) => operation.groupOf(row),
		identityOf: (row) => operation.identityOf(row),
		size: operation.rowsPerCall,
	});
	const counts: RunCounts = { duplicates: plan.duplicates, calls: 0, retries: 0, durationMs: 0 };
	if (settings.dryRun)
		return [dryRunItem(itemCount, refused, { ...counts, calls: plan.calls.length })];

	let rows: RowItems[] = refused.map(({ index, failure }) => failedRow(index, 'refused', failure));
	if (!context.continueOnFail()) throwFirstFailure(context, rows);

	if (ready.length > 0) {
		const connection = await openConnection(context);
		if ('send' in connection) {
			const asked = await askInRounds(context, operation, connection, plan.calls, settings);
			rows = rows.concat(presentRows(operation, ready, asked.answers, connection.secrets));
			counts.calls = asked.calls;
			counts.retries = asked.retries;
		} else {
			rows = rows.concat(ready.map(({ index }) => failedRow(index, 'failed', connection)));
		}
	}
	rows.sort((a, b) => a.index - b.index);
	if (!context.continueOnFail()) throwFirstFailure(context, rows);

	const outcomes = rows.map(({ outcome }) => outcome);
	addHints(context, outcomes);
	const items = rows.flatMap((row) => row.items);
	counts.durationMs = Date.now() - startedAt;
	if (settings.includeRunSummary) items.push(runSummaryItem(outcomes, counts));
	return items;
}

/** Stops the node at its first bad row; rows that were only never sent are a consequence, not the cause. */
function throwFirstFailure(context: IExecuteFunctions, rows: readonly RowItems[]): void {
	const bad = rows.filter(({ failure }) => failure !== undefined);
	const cause = bad.find(({ failure }) => failure?.reasonCode !== 'NOT_SENT') ?? bad[0];
	if (cause?.failure === undefined) return;
	const answered = rows.filter(
		({ outcome }) => outcome.kind === 'succeeded' || outcome.kind === 'unavailable',
	).length;
	throw stoppingError(context, cause.failure, cause.index, answered);
}
