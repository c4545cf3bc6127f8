import { InvalidParameter } from '../../../mastercard/errors/InvalidParameterError';
import { scrubText } from '../../../redaction/scrub';
import { refusal, type RowFailure } from '../output/errorItem';
import type { Operation } from '../operation';

export interface ReadyRow<Row> {
	/** Position of the input item. */
	index: number;
	row: Row;
}

export interface RefusedRow {
	index: number;
	failure: RowFailure;
}

/** Reads every input item; one that cannot be sent is refused alone, before any call. */
export function readRows<Row, Value>(
	items: number,
	operation: Operation<Row, Value>,
): { ready: ReadyRow<Row>[]; refused: RefusedRow[] } {
	const ready: ReadyRow<Row>[] = [];
	const refused: RefusedRow[] = [];
	for (let index = 0; index < items; index++) {
		const row = attempt(() => operation.readRow(index));
		if (row instanceof InvalidParameter) refused.push({ index, failure: refusal(row) });
		else ready.push({ index, row });
	}
	return { ready, refused };
}

function attempt<Row>(read: () => Row): Row | InvalidParameter {
	try {
		return read();
	} catch (error) {
		if (error instanceof InvalidParameter) return error;
		// Anything else comes from n8n itself, for example an expression that does not parse.
		return new InvalidParameter(
			'PARAMETER_UNREADABLE',
			'A parameter of this item could not be read',
			error instanceof Error ? scrubText(error.message) : 'Check the expressions in the node.',
		);
	}
}
