/** One attempt of one call: make the request, send it, judge the answer row by row. */
import type { Attempt } from '../../../batch/types';
import type { Failure, RowResult } from '../../../mastercard/errors/Failure';
import { isDeeperThan } from '../../../mastercard/json';
import type { Connection, Reply } from '../transport/transport';
import type { Operation } from '../operation';

/** Mastercard's answers have up to 5 levels. n8n cannot store items nested in thousands. */
const DEEPEST = 100;

/** What an answer says about one row. */
export interface Judged<Row, Value> {
	result: RowResult<Value>;
	/** The question that the result leads to. */
	next?: Row;
}

/**
 * Never rejects: whatever an answer holds, the rows of other calls must not suffer from it, and what was
 * sent before it failed is not reported as unsent.
 */
export async function askOnce<Row, Value>(
	operation: Operation<Row, Value>,
	{ send }: Connection,
	rows: readonly Row[],
	timeoutMs: number,
): Promise<Attempt<Judged<Row, Value>[]>> {
	const request = orUndefined(() => operation.request(rows));
	if (request === undefined)
		return { kind: 'unanswered', cause: 'notReady', message: 'The request could not be made' };

	const attempt = await send(request, timeoutMs).catch(() => null);
	if (attempt === null)
		return {
			kind: 'unanswered',
			cause: 'other',
			message: 'The request could not be carried out',
		};
	if (attempt.kind === 'unanswered') return attempt;
	const judged =
		orUndefined(() => judge(operation, attempt.answer, rows)) ??
		rows.map(() => ({ result: unreadable(attempt.status) }));
	return { ...attempt, answer: judged };
}

function judge<Row, Value>(
	operation: Operation<Row, Value>,
	reply: Reply,
	rows: readonly Row[],
): Judged<Row, Value>[] {
	if ('answer' in reply && isDeeperThan(DEEPEST, reply.answer.body))
		return rows.map(() => ({ result: unreadable(reply.answer.status) }));
	const results: RowResult<Value>[] =
		'failure' in reply
			? rows.map(() => ({ kind: 'failed', failure: reply.failure }))
			: operation.readAnswer(reply.answer, rows, Date.now());
	return rows.map((row, index) => {
		const result = results[index] ?? unreadable(null);
		return { result, next: operation.nextRow?.(row, result) };
	});
}

/** A result that this package cannot read, although Mastercard's answer arrived. */
export function unreadable(httpCode: number | null): { kind: 'failed'; failure: Failure } {
	return {
		kind: 'failed',
		failure: {
			message: "Mastercard's answer for this row could not be read",
			description:
				'The call may have been charged, and was therefore not repeated. Tell the makers of this package.',
			httpCode,
			reasonCode: 'UNREADABLE_ANSWER',
			source: 'Node',
			retryable: false,
			correlationId: null,
		},
	};
}

function orUndefined<Made>(make: () => Made): Made | undefined {
	try {
		return make();
	} catch {
		return undefined;
	}
}
