import type { IDataObject } from 'n8n-workflow';
import type { Answer, Failure, RowResult } from '../../mastercard/errors/Failure';

/** One request in Mastercard's terms; the connection knows hosts, signatures and encryption. */
export interface ApiRequest {
	method: 'GET' | 'POST';
	/** Absolute path on Mastercard's host, already encoded. */
	path: string;
	/** Names and values as they are; encoded by the connection. */
	query?: Readonly<Record<string, string>>;
	body?: Readonly<Record<string, unknown>>;
	/** The form of the answer; JSON when left out. A file's bytes come as one character each. */
	accept?: 'application/pdf';
}

/** Mastercard has data for the row, or says that it has none. */
export type Result<Value> = Exclude<RowResult<Value>, { kind: 'failed' }>;

/**
 * What one node does with its rows; everything else (batches, retries, errors, order) is the same for all
 * nodes and lives in `executeRows`.
 *
 * @typeParam Row One input item, read and checked.
 * @typeParam Value What Mastercard knows about it.
 */
export interface Operation<Row, Value> {
	/** Reads one input item. @throws InvalidParameter when it cannot be sent. */
	readRow(itemIndex: number): Row;
	/** The card number in a row, if it has one: it is masked wherever it turns up. */
	panOf?(row: Row): string;
	/** Rows with the same text may share a call. */
	groupOf(row: Row): string;
	/** Rows of one group with the same text are asked once. */
	identityOf(row: Row): string;
	/** How many rows a call may carry. */
	rowsPerCall: number;
	request(rows: readonly Row[]): ApiRequest;
	/** One result for every row asked, in order. `now` is our clock in ms since 1970. */
	readAnswer(answer: Answer, rows: readonly Row[], now: number): RowResult<Value>[];
	/**
	 * The question that a result leads to, if it is not the end: it is asked in another round, within the same
	 * limits, and its answer takes the result's place.
	 */
	nextRow?(row: Row, result: RowResult<Value>): Row | undefined;
	/** What to do with a row that Mastercard has no data for. */
	whenUnavailable: 'output' | 'omit' | 'error';
	/** Why, for `whenUnavailable: 'error'`. */
	unavailableFailure(value: Value, row: Row): Pick<Failure, 'message' | 'description'>;
	/** The output items of one row, best first. Values come in already scrubbed of card numbers. */
	present(result: Result<Value>, row: Row): IDataObject[];
}
