/** Turns an answer that is not a result into a Failure. */
import { adviceFor } from './advice';
import type { Answer, Failure } from './Failure';
import { readErrors, type ApiError } from './parseErrors';

/** Statuses after which the same request can succeed later; Mastercard's `Recoverable` flag is outranked. */
const RETRYABLE = [408, 429, 500, 502, 503, 504];

/** More than this between Mastercard's clock and ours makes signatures fail, so it is worth telling. */
const CLOCK_SKEW_SECONDS = 60;

/**
 * @param answer An answer with an error status.
 * @param now Our clock, ms since 1970, to notice that it is wrong.
 */
export function failureFrom(answer: Answer, now: number): Failure {
	const errors = readErrors(answer.body);
	const [first] = errors;
	const reasonCode = first?.reasonCode ?? null;
	return {
		message: first?.description
			? `Mastercard refused: ${sentence(first.description)}`
			: `Mastercard answered with HTTP status ${answer.status}.`,
		description: [
			...errors.map(detailsOf).filter((details) => details !== null),
			...clockAdvice(answer, now),
			adviceFor(answer.status, reasonCode),
		].join(' '),
		httpCode: answer.status,
		reasonCode,
		source: first?.source ?? null,
		retryable: RETRYABLE.includes(answer.status),
		correlationId: correlationIdOf(answer),
	};
}

/** A failure that this package noticed itself, after Mastercard answered. */
export function unreadable(
	answer: Answer,
	reasonCode: string,
	message: string,
	advice: string,
): Failure {
	return {
		message,
		description: advice,
		httpCode: answer.status,
		reasonCode,
		source: 'Node',
		retryable: false,
		correlationId: correlationIdOf(answer),
	};
}

function correlationIdOf({ headers }: Answer): string | null {
	return headers['x-mc-correlation-id'] ?? headers['correlation-id'] ?? null;
}

function detailsOf({ reasonCode, description, details }: ApiError, index: number): string | null {
	// Validation errors come several at once; the first one's description is already the message.
	if (index === 0) return details === null ? null : sentence(details);
	return sentence([reasonCode, description, details].filter((part) => part !== null).join(' '));
}

function clockAdvice({ status, headers }: Answer, now: number): string[] {
	const theirs = Date.parse(headers.date ?? '');
	const skew = Math.round((now - theirs) / 1000);
	if (
		(status !== 400 && status !== 401 && status !== 403) ||
		!(Math.abs(skew) > CLOCK_SKEW_SECONDS)
	)
		return [];
	return [
		`The clock of the machine that runs n8n is ${Math.abs(skew)} seconds ${skew > 0 ? 'ahead of' : 'behind'} Mastercard's; signatures with a wrong time are refused. Set the clock.`,
	];
}

function sentence(text: string): string {
	const trimmed = text.trim();
	return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
