/** Failures of Open Finance: flat bodies, whose code is text or a number. */
import type { Failure, HttpResponse } from '../errors/Failure';
import { declinedFailure, unexpectedResponseFailure } from '../errors/responseFailure';

/** The code for missing data on Open Finance; status 404 alone can also mean a wrong path. */
export const NOT_FOUND = '10100';

interface Failed {
	kind: 'failed';
	failure: Failure;
}

/** @param now Our clock, ms since 1970. */
export function declined(response: HttpResponse, now: number): Failed {
	const failure = declinedFailure(response, now);
	// Flat bodies do not name the service that declined.
	return { kind: 'failed', failure: { ...failure, source: failure.source ?? 'OpenFinance' } };
}

/** @param expected What the response should have been, with its article. */
export function unexpected(response: HttpResponse, expected: string): Failed {
	return { kind: 'failed', failure: unexpectedResponseFailure(response, expected) };
}
