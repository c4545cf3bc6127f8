/** The last stage of a run: what became of each row, and the items that report it. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { KnownCards } from '../../../redaction/findKnownCards';
import { createRedactor } from '../../../redaction/redactText';
import { redactJson } from '../../../redaction/redactJson';
import { missingResult, type RowFailure } from '../failure';
import type { DeliveredResult, Operation } from '../operation';
import type { CompletedRow, ParsedRow, RowOutcome } from '../rows';
import { storeFile } from './storeFile';

/** One input row with its outcome and its items, or the failure that an item is to report. */
export interface RowItems<Row> {
	index: number;
	/** Not set when the row could not be parsed. */
	row?: Row;
	outcome: RowOutcome;
	items: INodeExecutionData[];
	/** Set when the row stops a node whose 'On Error' says so. */
	failure?: RowFailure;
}

/** A row without a result. */
export function toFailedRow<Row>(
	kind: 'rejected' | 'failed',
	{ index, row }: { index: number; row?: Row },
	failure: RowFailure,
): RowItems<Row> {
	return { index, row, outcome: { kind, failure }, items: [], failure };
}

/** Turns the last response of one row into its items. Never rejects. */
export type ToRowItems<Row, Value> = (
	parsedRow: ParsedRow<Row>,
	completed: CompletedRow<Value>,
) => Promise<RowItems<Row>>;

/**
 * Makes what turns responses into items. Whatever Mastercard sent is first cleared of card numbers (the transport has cleared it
 * of the credential's secrets); only then does the operation add what the user wants. Data of nodes that
 * send no cards stay as they are: a merchant ID or an amount can look like a card number.
 *
 * What goes wrong with one row, such as storing its file, fails that row alone.
 *
 * @param cards Of the run: a response about one card may hold another.
 */
export function createToRowItems<Row, Value>(
	context: IExecuteFunctions,
	operation: Operation<Row, Value>,
	cards: KnownCards,
): ToRowItems<Row, Value> {
	const redact = createRedactor({ pans: cards });

	return async (parsedRow, { result, attempts }) => {
		try {
			const mayHoldCards = operation.getPan !== undefined || result.kind === 'failed';
			const redacted = mayHoldCards ? (redactJson(result, redact) as typeof result) : result;
			return redacted.kind === 'failed'
				? toFailedRow('failed', parsedRow, { ...redacted.failure, attempts })
				: await deliver(context, operation, redacted, parsedRow, attempts);
		} catch {
			// A response of a shape that nobody thought of: its row fails alone.
			return toFailedRow('failed', parsedRow, { ...missingResult(), attempts });
		}
	};
}

async function deliver<Row, Value>(
	context: IExecuteFunctions,
	operation: Operation<Row, Value>,
	result: DeliveredResult<Value>,
	{ index, row }: ParsedRow<Row>,
	attempts: number,
): Promise<RowItems<Row>> {
	const outcome: RowOutcome =
		result.kind === 'succeeded'
			? { kind: 'succeeded' }
			: { kind: 'noData', reasonCode: result.reasonCode };
	const { noData } = operation;
	if (result.kind === 'noData' && noData?.action === 'omit')
		return { index, row, outcome, items: [] };
	if (result.kind === 'noData' && noData?.action === 'error') {
		const failure: RowFailure = {
			...noData.getFailure(result.value, row),
			httpCode: null,
			reasonCode: result.reasonCode,
			source: 'Mastercard',
			retryable: false,
			scope: 'row',
			correlationId: null,
			attempts,
		};
		return { index, row, outcome, items: [], failure };
	}
	const stored = await storeFile(context, operation.toFile?.(result, row));
	if ('failure' in stored)
		return toFailedRow('failed', { index, row }, { ...stored.failure, attempts });
	const items = operation
		.toItems(result, row)
		.map((json) => ({ json, ...stored, pairedItem: { item: index } }));
	return { index, row, outcome, items };
}
