/** Rows of a review that have no result. */
import { getField, type Fields } from './fields';

export interface Failures {
	/** Items of rows that were never sent, and of rows whose call failed. */
	rejected: number;
	failed: number;
	/** What they are about, as far as they say. */
	failedReferences: ReadonlySet<string>;
	runSummary: Fields | null;
}

/**
 * Rejected and failed rows: their error items; or what the run summary says, when those went to the error output,
 * which is the usual way.
 */
export function countFailures({ rejected, failed, runSummary }: Failures) {
	const count = (name: string) => {
		const value = runSummary === null ? 0 : getField(runSummary, name);
		return typeof value === 'number' ? value : 0;
	};
	return {
		rejected: Math.max(rejected, count('rejected')),
		failed: Math.max(failed, count('failed')),
	};
}

/** Whether some row without a result does not say what it is about: then nobody can tell who is gone. */
export function hasUnknownFailures(failures: Failures): boolean {
	const { rejected, failed } = countFailures(failures);
	return rejected + failed > failures.failedReferences.size;
}

/** For the reader of a report that tells of nobody who is gone. */
export const UNKNOWN_FAILURES =
	'Who is gone since the last review cannot be told, because some rows without a result do not say what they are about. Connect the items of the error output, too.';
