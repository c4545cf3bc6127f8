import { InvalidParameterError } from '../../../mastercard/errors/InvalidParameterError';
import { scrubText } from '../../../redaction/scrub';
import { rejectedRow } from '../failure';
import type { Operation } from '../operation';
import type { ParsedRow, RejectedRow } from '../rows';

/** Parses every input item; one that cannot be sent is rejected alone, before any call. */
export function parseRows<Row, Value>(
	itemCount: number,
	operation: Operation<Row, Value>,
): { parsed: ParsedRow<Row>[]; rejected: RejectedRow[] } {
	const parsed: ParsedRow<Row>[] = [];
	const rejected: RejectedRow[] = [];
	for (let index = 0; index < itemCount; index++) {
		const row = tryParse(() => operation.parseRow(index));
		if (row instanceof InvalidParameterError) rejected.push({ index, failure: rejectedRow(row) });
		else parsed.push({ index, row });
	}
	return { parsed, rejected };
}

function tryParse<Row>(parse: () => Row): Row | InvalidParameterError {
	try {
		return parse();
	} catch (error) {
		if (error instanceof InvalidParameterError) return error;
		// Anything else comes from n8n itself, for example an expression that does not parse.
		return new InvalidParameterError(
			'PARAMETER_UNREADABLE',
			'A parameter of this item could not be evaluated',
			error instanceof Error ? scrubText(error.message) : 'Check the expressions in the node.',
		);
	}
}
