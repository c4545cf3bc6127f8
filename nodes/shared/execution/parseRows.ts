import { InvalidParameterError } from '../../../mastercard/errors/InvalidParameterError';
import { CredentialFieldError } from '../../../mastercard/keys/CredentialFieldError';
import {
	failedCall,
	invalidCredential,
	quoteError,
	rejectedRow,
	type RowFailure,
} from '../failure';
import type { GiveWay } from '../giveWay';
import type { Operation } from '../operation';
import type { ParsedRow, RejectedRow } from '../rows';

/**
 * Rows that wait for decryption at a time: as many as Node.js has threads for it. More would make n8n's own work on
 * those threads wait longer.
 */
const CONCURRENCY = 4;

/** Parses every input item; one that cannot be sent is rejected alone, before any call. */
export async function parseRows<Row, Value>(
	itemCount: number,
	operation: Operation<Row, Value>,
	giveWay: GiveWay,
	signal?: AbortSignal,
): Promise<{ parsed: ParsedRow<Row>[]; rejected: RejectedRow[] }> {
	const results: Array<ParsedRow<Row> | RejectedRow> = [];
	let next = 0;
	const parseRest = async (): Promise<void> => {
		for (let index = next++; index < itemCount; index = next++) {
			await giveWay();
			try {
				results[index] = signal?.aborted
					? { index, failure: CANCELLED }
					: { index, row: await operation.parseRow(index) };
			} catch (error) {
				results[index] = { index, failure: toFailure(error) };
			}
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, parseRest));
	return {
		parsed: results.filter((result) => 'row' in result),
		rejected: results.filter((result) => 'failure' in result),
	};
}

const CANCELLED: RowFailure = {
	...failedCall({ kind: 'notSent', reason: 'cancelled', attempts: 0 }),
	attempts: 0,
};

function toFailure(error: unknown): RowFailure {
	if (error instanceof InvalidParameterError) return rejectedRow(error);
	if (error instanceof CredentialFieldError) return invalidCredential(error);
	// Anything else comes from n8n itself, for example an expression that does not parse.
	return rejectedRow(
		new InvalidParameterError(
			'PARAMETER_UNREADABLE',
			'A parameter of this item could not be evaluated',
			quoteError(error) || 'Check the expressions in the node.',
		),
	);
}
