import type { INodeExecutionData } from 'n8n-workflow';
import { createScrubber } from '../../../redaction/scrub';
import { scrubJson } from '../../../redaction/scrubJson';
import { missingResult, type RowFailure } from '../failure';
import type { DeliveredResult, Operation } from '../operation';
import type { CompletedRow, ParsedRow, RowOutcome } from '../rows';
import { toErrorItem } from './errorItem';

/** One input row with its outcome and the items that report it. */
export interface RowItems {
	index: number;
	outcome: RowOutcome;
	items: INodeExecutionData[];
	/** Set when the row stops a node whose 'On Error' says so. */
	failure?: RowFailure;
}

/** A row whose only item says why it has no result. */
export function toFailedRow(
	index: number,
	kind: 'rejected' | 'failed',
	failure: RowFailure,
): RowItems {
	return { index, outcome: { kind, failure }, items: [toErrorItem(failure, index)], failure };
}

/**
 * Turns responses into items. Whatever Mastercard sent is first cleared of card numbers (the transport has cleared it
 * of the credential's secrets); only then does the operation add what the user wants. Data of nodes that
 * send no cards stay as they are: a merchant ID or an amount can look like a card number.
 */
export function toItems<Row, Value>(
	operation: Operation<Row, Value>,
	parsed: readonly ParsedRow<Row>[],
	completedRows: ReadonlyMap<number, CompletedRow<Row, Value>>,
): RowItems[] {
	const { getPan } = operation;
	const pans = getPan === undefined ? [] : parsed.map(({ row }) => getPan(row));
	const scrub = createScrubber({ pans });

	return parsed.map(({ index, row }) => {
		const completed = completedRows.get(index);
		const attempts = completed?.attempts ?? 0;
		try {
			const result = completed?.result ?? { kind: 'failed', failure: missingResult() };
			const mayHoldCards = getPan !== undefined || result.kind === 'failed';
			const scrubbed = mayHoldCards ? (scrubJson(result, scrub) as typeof result) : result;
			return scrubbed.kind === 'failed'
				? toFailedRow(index, 'failed', { ...scrubbed.failure, attempts })
				: deliver(operation, scrubbed, row, index, attempts);
		} catch {
			// A response of a shape that nobody thought of: its row fails alone.
			return toFailedRow(index, 'failed', { ...missingResult(), attempts });
		}
	});
}

function deliver<Row, Value>(
	operation: Operation<Row, Value>,
	result: DeliveredResult<Value>,
	row: Row,
	index: number,
	attempts: number,
): RowItems {
	const makeItems = () =>
		operation.toItems(result, row).map((json) => ({ json, pairedItem: { item: index } }));
	if (result.kind === 'found') return { index, outcome: { kind: 'succeeded' }, items: makeItems() };

	const outcome: RowOutcome = { kind: 'noData', reasonCode: result.reasonCode };
	if (operation.onNoData === 'omit') return { index, outcome, items: [] };
	if (operation.onNoData === 'output') return { index, outcome, items: makeItems() };
	const failure: RowFailure = {
		...operation.noDataFailure(result.value, row),
		httpCode: null,
		reasonCode: result.reasonCode,
		source: 'Mastercard',
		retryable: false,
		correlationId: null,
		attempts,
	};
	return { index, outcome, items: [toErrorItem(failure, index)], failure };
}
