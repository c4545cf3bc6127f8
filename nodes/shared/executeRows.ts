/**
 * The way of a row through every node, in one direction:
 * parse and check -> plan calls -> send to Mastercard -> one outcome per row -> items in input order.
 */
import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { planCalls } from '../../batch/planCalls';
import { knownCards } from '../../redaction/findKnownCards';
import { parseRows } from './execution/parseRows';
import { parseRunSettings } from './execution/runSettings';
import { sendWithFollowUps } from './execution/sendWithFollowUps';
import { failedRun, NOT_SENT, toNodeError } from './failure';
import { createGiveWay } from './giveWay';
import type { OperationFactory } from './operation';
import { toErrorItem, type IdentifyRow } from './output/errorItem';
import { addHints } from './output/hints';
import { toDryRunItem, toRunSummaryItem, type RunCounts } from './output/runSummary';
import { createToRowItems, toFailedRow, type RowItems } from './output/toItems';
import type { ParsedRow } from './rows';
import type { TransportFactory } from './transport/transport';

/**
 * Runs a node.
 *
 * @param createTransport Called once, and only when there is something to send.
 * @param createIdentity For nodes whose input rows hold card numbers. Never rejects.
 * @returns The node's only output.
 * @throws NodeApiError or NodeOperationError for the first failed row when 'On Error' is 'Stop Workflow'.
 */
export async function executeRows<Row, Value>(
	context: IExecuteFunctions,
	createOperation: OperationFactory<Row, Value>,
	createTransport: TransportFactory,
	createIdentity?: (context: IExecuteFunctions) => Promise<IdentifyRow<Row>>,
): Promise<INodeExecutionData[][]> {
	const identify = await createIdentity?.(context);
	try {
		return [await runRows(context, createOperation, createTransport, identify)];
	} catch (error) {
		const failure = failedRun(error);
		if (!context.continueOnFail()) {
			const isNodeError = error instanceof NodeOperationError || error instanceof NodeApiError;
			throw isNodeError ? error : toNodeError(context, failure);
		}
		// Nothing may be thrown now: n8n would pass the input rows on as results, card numbers included.
		const rows = context.getInputData();
		return [rows.map((_, index) => toErrorItem(failure, index, identify?.(index)))];
	}
}

async function runRows<Row, Value>(
	context: IExecuteFunctions,
	createOperation: OperationFactory<Row, Value>,
	createTransport: TransportFactory,
	identify: IdentifyRow<Row> | undefined,
): Promise<INodeExecutionData[]> {
	const itemCount = context.getInputData().length;
	if (itemCount === 0) return [];
	const startedAt = Date.now();
	const settings = parseRunSettings(context);
	const operation = await createOperation(context);

	const giveWay = createGiveWay();
	const signal = context.getExecutionCancelSignal();
	const { parsed, rejected } = await parseRows(itemCount, operation, giveWay, signal);
	await giveWay();
	const plan = planCalls(parsed, operation);
	const counts: RunCounts = { duplicates: plan.duplicates, calls: 0, retries: 0, durationMs: 0 };
	if (settings.dryRun)
		return [toDryRunItem(itemCount, rejected, { ...counts, calls: plan.calls.length })];

	const rows = rejected.map((row): RowItems<Row> => toFailedRow('rejected', row, row.failure));
	if (!context.continueOnFail()) throwFirstFailure(context, rows);

	if (parsed.length > 0) {
		const { getPan } = operation;
		await giveWay();
		const cards = knownCards(getPan === undefined ? [] : parsed.map(({ row }) => getPan(row)));
		await giveWay();
		const transport = await createTransport(context, cards);
		if ('send' in transport) {
			const toRowItems = createToRowItems(context, operation, cards);
			const parsedRows: Array<ParsedRow<Row>> = [];
			for (const row of parsed) parsedRows[row.index] = row;
			const { calls } = plan;
			const sent = await sendWithFollowUps(
				{ context, operation, transport, settings },
				calls,
				async (index, completed) => {
					const row = parsedRows[index];
					if (row !== undefined) rows.push(await toRowItems(row, completed));
				},
			);
			Object.assign(counts, sent);
		} else {
			for (const row of parsed) rows.push(toFailedRow('failed', row, transport));
		}
	}
	await giveWay();
	rows.sort((a, b) => a.index - b.index);
	if (!context.continueOnFail()) throwFirstFailure(context, rows);

	const outcomes = rows.map(({ outcome }) => outcome);
	addHints(context, outcomes, operation.hint?.(parsed.map(({ row }) => row)));
	const items: INodeExecutionData[] = [];
	for (const { index, row, failure, items: results } of rows) {
		await giveWay();
		if (failure === undefined) for (const item of results) items.push(item);
		else items.push(toErrorItem(failure, index, identify?.(index, row)));
	}
	counts.durationMs = Date.now() - startedAt;
	if (settings.includeRunSummary) items.push(toRunSummaryItem(outcomes, counts));
	return items;
}

/** Stops the node at its first failed row; rows that were only never sent are a consequence, not the cause. */
function throwFirstFailure(context: IExecuteFunctions, rows: readonly RowItems<unknown>[]): void {
	const failed = rows.filter(({ failure }) => failure !== undefined);
	const cause = failed.find(({ failure }) => failure?.reasonCode !== NOT_SENT) ?? failed[0];
	if (cause?.failure === undefined) return;
	const completed = rows.filter(
		({ outcome }) => outcome.kind === 'succeeded' || outcome.kind === 'noData',
	).length;
	throw toNodeError(context, cause.failure, cause.index, completed);
}
