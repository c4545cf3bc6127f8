import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Failure, HttpResponse, RowResult } from '../../mastercard/errors/Failure';
import type { OutputFile } from './output/storeFile';
import type { ApiRequest } from './transport/transport';

/** Mastercard has data for the row, or says that it has none. */
export type DeliveredResult<Value> = Exclude<RowResult<Value>, { kind: 'failed' }>;

/**
 * What one node does with its rows. Everything else (batching, retries, errors, order) is the same for all
 * nodes and lives in `executeRows`.
 *
 * @typeParam Row One input item, parsed and checked.
 * @typeParam Value What Mastercard knows about it.
 */
export interface Operation<Row, Value> {
	/** Parses one input item. @throws InvalidParameterError or CredentialFieldError when it cannot be sent. */
	parseRow(itemIndex: number): Row | Promise<Row>;
	/** The card number of a row, if it has one: it is masked wherever it turns up. */
	getPan?(row: Row): string;
	/** Rows with the same key may share a call; without it, any rows may. */
	batchKey?(row: Row): string;
	/** Rows of one batch with the same key are requested once. */
	dedupeKey(row: Row): string;
	/** How many rows a call may carry. */
	maxRowsPerCall: number;
	buildRequest(rows: readonly Row[]): ApiRequest;
	/** One result for every row of the request, in order. `now` is our clock in ms since 1970. */
	parseResponse(response: HttpResponse, rows: readonly Row[], now: number): RowResult<Value>[];
	/**
	 * The next request that a result leads to, if it is not final. It is sent within the same limits, and its
	 * result replaces this one.
	 */
	followUp?(row: Row, result: RowResult<Value>): Row | undefined;
	/** What to do with a row that Mastercard has no data for, where users choose it; otherwise it is output. */
	noData?: {
		action: 'output' | 'omit' | 'error';
		/** Why, for `error`. */
		getFailure(value: Value, row: Row): Pick<Failure, 'message' | 'description'>;
	};
	/** The output items of one row, best first. Values are already free of card numbers. */
	toItems(result: DeliveredResult<Value>, row: Row): IDataObject[];
	/** What to show above the output about the rows that were ready to be sent; none when it is missing. */
	hint?(rows: readonly Row[]): string | undefined;
	/** The file that goes with those items, for operations that get one. */
	toFile?(result: DeliveredResult<Value>, row: Row): OutputFile;
}

/** Reads the node's settings and makes what the node does with its rows. */
export type OperationFactory<Row, Value> = (
	context: IExecuteFunctions,
) => Operation<Row, Value> | Promise<Operation<Row, Value>>;
