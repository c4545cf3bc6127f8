/** Whether something that Mastercard lists was created during a run. */
import type { HttpResponse } from '../errors/Failure';
import { toText } from '../json';

/** Milliseconds: times are given in whole seconds, and a response takes its time. */
const TOLERANCE_MS = 60_000;

/**
 * @param createdDate Seconds since 1970 by Mastercard's clock, as number or text.
 * @param startedAt When the run started, ms since 1970 by our clock.
 * @param response The list; its time says how far the two clocks are apart.
 * @param now Our clock.
 * @returns True also when the time cannot be read: then it may have been.
 */
export function wasCreatedSince(
	createdDate: unknown,
	startedAt: number,
	{ headers }: HttpResponse,
	now: number,
): boolean {
	const createdAt = Number(toText(createdDate) ?? NaN) * 1000;
	const theirNow = Date.parse(headers.date ?? '');
	const theirLead = Number.isNaN(theirNow) ? 0 : theirNow - now;
	return !(createdAt < startedAt + theirLead - TOLERANCE_MS);
}
