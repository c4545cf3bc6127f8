/** Creates the failure for a response without a result. */
import { MAX_ERROR_DETAILS_BYTES } from '../limits';
import { getAdvice } from './advice';
import type { Failure, HttpResponse } from './Failure';
import { parseErrors, type ApiError } from './parseErrors';
import { getScope, isRunReasonCode } from './scope';
import { truncate } from './truncate';

/** Statuses after which the same request can succeed later; Mastercard's `Recoverable` flag is ignored. */
const RETRYABLE = [408, 429, 500, 502, 503, 504];

/** A larger difference between Mastercard's clock and ours makes signatures fail, so it is reported. */
const CLOCK_SKEW_SECONDS = 60;

/** Our own code for a response that Mastercard's documentation does not describe. */
export const UNEXPECTED_RESPONSE = 'UNEXPECTED_RESPONSE';

/**
 * A response in which Mastercard, or its gateway, declined the request.
 *
 * @param response A response with an error status.
 * @param now Our clock, ms since 1970, to detect that it is wrong.
 * @param rowCount How many rows the request carried.
 */
export function declinedFailure(response: HttpResponse, now: number, rowCount = 1): Failure {
	const errors = parseErrors(response.body);
	const [first] = errors;
	const reasonCode = first?.reasonCode ?? null;
	const details = errors.map(getDetails).filter((text) => text !== null);
	return {
		message: first?.description
			? `Mastercard declined the request: ${toSentence(first.description)}`
			: `Mastercard responded with HTTP status ${response.status}.`,
		description: [
			...(details.length > 0 ? [truncate(details.join(' '), MAX_ERROR_DETAILS_BYTES)] : []),
			...clockAdvice(response, now),
			getAdvice(response.status, reasonCode),
		].join(' '),
		httpCode: response.status,
		reasonCode,
		source: first?.source ?? null,
		retryable: RETRYABLE.includes(response.status),
		scope: getScope(response.status, reasonCode, rowCount),
		correlationId: getCorrelationId(response),
	};
}

/** A response that arrived but cannot be used. */
export function unusableResponseFailure(
	response: HttpResponse,
	reasonCode: string,
	message: string,
	description: string,
): Failure {
	return {
		message,
		description,
		httpCode: response.status,
		reasonCode,
		source: 'Node',
		retryable: false,
		scope: isRunReasonCode(reasonCode) ? 'run' : 'call',
		correlationId: getCorrelationId(response),
	};
}

/**
 * A successful response that does not have the documented form.
 *
 * @param expected What it should have been, with its article: "a list of scores".
 */
export function unexpectedResponseFailure(response: HttpResponse, expected: string): Failure {
	return unusableResponseFailure(
		response,
		UNEXPECTED_RESPONSE,
		`Unexpected response from Mastercard: expected ${expected}`,
		'The call may have been charged. Run the row again later. If the problem persists, give the correlation ID to Mastercard support.',
	);
}

function getCorrelationId({ headers }: HttpResponse): string | null {
	return headers['x-mc-correlation-id'] ?? headers['correlation-id'] ?? null;
}

function getDetails({ reasonCode, description, details }: ApiError, index: number): string | null {
	// There can be several validation errors; the first one's description is already the message.
	if (index === 0) return details === null ? null : toSentence(details);
	return toSentence([reasonCode, description, details].filter((part) => part !== null).join(' '));
}

function clockAdvice({ status, headers }: HttpResponse, now: number): string[] {
	const theirs = Date.parse(headers.date ?? '');
	const skew = Math.round((now - theirs) / 1000);
	if (
		(status !== 400 && status !== 401 && status !== 403) ||
		!(Math.abs(skew) > CLOCK_SKEW_SECONDS)
	)
		return [];
	return [
		`The clock of the machine that runs n8n is ${Math.abs(skew)} seconds ${skew > 0 ? 'ahead of' : 'behind'} Mastercard's, and Mastercard declines signatures with a wrong time. Correct the clock.`,
	];
}

function toSentence(text: string): string {
	const trimmed = text.trim();
	return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
