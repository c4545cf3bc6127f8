/** What the stages of a run hand to each other about one row. */
import type { RowResult } from '../../mastercard/errors/Failure';
import type { RowFailure } from './failure';
import type { ParsedResult } from './operation';

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

/** What came of one row's request. */
export interface SentRow<Row, Value> {
	result: ParsedResult<Row, Value>;
	/** Requests that were sent, none when the run was stopped before. */
	attempts: number;
}

/** A row's last result, with the attempts of all calls made for it. */
export interface CompletedRow<Value> {
	result: RowResult<Value>;
	attempts: number;
}

/** Takes what came of one input row. Never rejects. */
export type DeliverRow<Completed> = (index: number, completed: Completed) => Promise<void>;

/** What became of one input item. */
export type RowOutcome =
	| { kind: 'succeeded' }
	| { kind: 'noData'; reasonCode: string }
	/** Never sent, because its parameters cannot be. */
	| { kind: 'rejected'; failure: RowFailure }
	| { kind: 'failed'; failure: RowFailure };
