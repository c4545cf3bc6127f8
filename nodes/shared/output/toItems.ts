import type { INodeExecutionData } from 'n8n-workflow';
import { makeScrubber } from '../../../redaction/scrub';
import { scrubJson } from '../../../redaction/scrubJson';
import type { RowAnswer } from '../execution/sendCalls';
import { unreadable } from '../execution/attemptCall';
import { failureItem, type RowFailure } from './errorItem';
import type { Operation, Result } from '../operation';
import type { ReadyRow } from '../execution/parseRows';
import type { RowOutcome } from './runSummary';

/** One input row with what it came to and the items that say so. */
export interface RowItems {
	index: number;
	outcome: RowOutcome;
	items: INodeExecutionData[];
	/** Set when the row stops a node whose 'On Error' says so. */
	failure?: RowFailure;
}

/** A row whose only item says why it has no result. */
export function failedRow(
	index: number,
	kind: 'refused' | 'failed',
	failure: RowFailure,
): RowItems {
	return { index, outcome: { kind, failure }, items: [failureItem(failure, index)], failure };
}

/**
 * Turns answers into items. Whatever Mastercard sent is first cleared of card numbers and of the
 * credential's secrets; only then does the operation put in what the user asked for. Data of nodes that
 * send no cards stay as they are: a merchant ID or an amount can look like a card number.
 */
export function presentRows<Row, Value>(
	operation: Operation<Row, Value>,
	ready: readonly ReadyRow<Row>[],
	answers: ReadonlyMap<number, RowAnswer<Row, Value>>,
	secrets: Iterable<string>,
): RowItems[] {
	const { panOf } = operation;
	const pans = panOf === undefined ? [] : ready.map(({ row }) => panOf(row));
	const scrub = makeScrubber({ pans, secrets });

	const present = ({ index, row }: ReadyRow<Row>, answer: RowAnswer<Row, Value>): RowItems => {
		const mayHoldCards = panOf !== undefined || answer.result.kind === 'failed';
		const result = mayHoldCards
			? (scrubJson(answer.result, scrub) as typeof answer.result)
			: answer.result;
		return result.kind === 'failed'
			? failedRow(index, 'failed', { ...result.failure, attempts: answer.attempts })
			: presentResult(operation, result, row, index, answer.attempts);
	};
	return ready.map((readyRow) => {
		const { index } = readyRow;
		const answer = answers.get(index) ?? { result: unreadable(null), attempts: 0 };
		try {
			return present(readyRow, answer);
		} catch {
			// An answer of a shape that nobody thought of: its row fails alone.
			const { failure } = unreadable(null);
			return failedRow(index, 'failed', { ...failure, attempts: answer.attempts });
		}
	});
}

function presentResult<Row, Value>(
	operation: Operation<Row, Value>,
	result: Result<Value>,
	row: Row,
	index: number,
	attempts: number,
): RowItems {
	const present = () =>
		operation.present(result, row).map((json) => ({ json, pairedItem: { item: index } }));
	if (result.kind === 'found') return { index, outcome: { kind: 'succeeded' }, items: present() };

	const outcome: RowOutcome = { kind: 'unavailable', reasonCode: result.reasonCode };
	if (operation.whenUnavailable === 'omit') return { index, outcome, items: [] };
	if (operation.whenUnavailable === 'output') return { index, outcome, items: present() };
	const failure: RowFailure = {
		...operation.unavailableFailure(result.value, row),
		httpCode: null,
		reasonCode: result.reasonCode,
		source: 'Mastercard',
		retryable: false,
		correlationId: null,
		attempts,
	};
	return { index, outcome, items: [failureItem(failure, index)], failure };
}
