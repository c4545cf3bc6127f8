/** What the stages of a run hand to each other about one row. */
import type { RowResult } from '../../mastercard/errors/Failure';
import type { RowFailure } from './failure';

/** An input item whose parameters are checked and ready to send. */
export interface ParsedRow<Row> {
	/** Position of the input item. */
	index: number;
	row: Row;
}

/** An input item that cannot be sent. */
export interface RejectedRow {
	index: number;
	failure: RowFailure;
}

/** What a response says about one row. */
export interface RowResponse<Row, Value> {
	result: RowResult<Value>;
	/** The next request that the result leads to. */
	followUp?: Row;
}

/** A row's last response, with the attempts of all calls made for it. */
export interface CompletedRow<Row, Value> extends RowResponse<Row, Value> {
	attempts: number;
}

/** Takes the last response of one input row. Never rejects. */
export type DeliverRow<Row, Value> = (
	index: number,
	completed: CompletedRow<Row, Value>,
) => Promise<void>;

/** What became of one input item. */
export type RowOutcome =
	| { kind: 'succeeded' }
	| { kind: 'noData'; reasonCode: string }
	/** Never sent, because its parameters cannot be. */
	| { kind: 'rejected'; failure: RowFailure }
	| { kind: 'failed'; failure: RowFailure };
