/** What Open Finance says when it refuses: flat bodies, whose code is text or a number. */
import type { Answer, Failure } from '../errors/Failure';
import { failureFrom, unreadable } from '../errors/failureFromResponse';

/** The code for anything that Open Finance has no data for; `404` alone can also be a wrong path. */
export const NOT_FOUND = '10100';

/** @param now Our clock, ms since 1970. */
export function refused(answer: Answer, now: number): { kind: 'failed'; failure: Failure } {
	const failure = failureFrom(answer, now);
	// Flat bodies do not name who refused.
	return { kind: 'failed', failure: { ...failure, source: failure.source ?? 'OpenFinance' } };
}

/** @param what What the answer should have been, with its article. */
export function notWhatWasAsked(
	answer: Answer,
	what: string,
): { kind: 'failed'; failure: Failure } {
	return {
		kind: 'failed',
		failure: unreadable(
			answer,
			'UNREADABLE_ANSWER',
			`Mastercard answered with something that is not ${what}`,
			'The call may have been charged. Run the row again later; if it happens again, give the correlation ID to Mastercard support.',
		),
	};
}
