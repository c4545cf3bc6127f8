import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Failure, HttpResponse, RowResult } from '../../mastercard/errors/Failure';
import type { OutputFile } from './output/storeFile';
import type { ApiRequest } from './transport/transport';

/** Mastercard has data for the row, or says that it has none. */
export type DeliveredResult<Value> = Exclude<RowResult<Value>, { kind: 'failed' }>;

/** The request that a result leads to. It is sent within the same limits, and its result replaces that one. */
export interface NextRequest<Row> {
	row: Row;
	/** Milliseconds to wait first. All waits of a row together take no longer than a request may take in total. */
	waitMs?: number;
}

/** One row's share of a response. A result with a next request stands only if that is not sent. */
export type ParsedResult<Row, Value> = RowResult<Value> & { next?: NextRequest<Row> };

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
	parseResponse(
		response: HttpResponse,
		rows: readonly Row[],
		now: number,
	): ParsedResult<Row, Value>[];
	/** The result for a row whose request got no response, or one that cannot be used; the failure itself if omitted. */
	parseFailure?(failure: Failure, row: Row): ParsedResult<Row, Value>;
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
