/** The failures of rows for which something was to be created. */
import type { Failure } from '../../../mastercard/errors/Failure';
import type { Creation } from './creation';

/**
 * Nothing shows whether it was created. Not retryable: a workflow that runs such rows again would pay twice.
 * @param lost Why the request to create has no usable response.
 */
export function describeUnknown<Row, Value>(
	{ subject, howToFind }: Creation<Row, Value>,
	row: Row,
	lost: Failure,
): Failure {
	return {
		...lost,
		message: `A ${subject} may exist, and may have been charged: the response to the request for it is missing`,
		description: `${toSentence(lost.message)} ${howToFind(row)} Create it again only if it does not exist.`,
		reasonCode: 'OUTCOME_UNKNOWN',
		retryable: false,
	};
}

/** Mastercard's list shows that nothing was created, and no attempt is left. */
export function describeNotCreated<Row, Value>(
	{ subject }: Creation<Row, Value>,
	lost: Failure,
): Failure {
	return {
		...lost,
		description: `Mastercard lists no new ${subject}, so none was created. Run the row again later.`,
		retryable: true,
	};
}

function toSentence(text: string): string {
	return text.endsWith('.') ? text : `${text}.`;
}
