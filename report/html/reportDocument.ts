/** What the report file and the e-mail say, before it becomes HTML. */
import type { Chart } from '../charts/chart';

export interface ReportDocument {
	title: string;
	/** YYYY-MM-DD. */
	reviewDate: string;
	/** Which review it is compared with, in words. */
	comparedWith: string;
	/** What changed, in three sentences. */
	summary: string[];
	/** The figures that come first. */
	highlights: Array<{ name: string; now: string; last: string }>;
	figures: DataTable;
	segments: DataTable | null;
	charts: Chart[];
	/** What could not be scored and why, in sentences. */
	notes: string[];
	/** How each figure is computed. */
	methods: Array<{ name: string; text: string }>;
	/** What the run that made the items counted; null without it. */
	runSummary: DataTable | null;
}

/** @returns `comparedWith` of a document. */
export function describeComparison({
	isFirstReview,
	previousReviewDate,
}: {
	isFirstReview: boolean;
	/** Null when the last review does not say. */
	previousReviewDate: string | null;
}): string {
	if (isFirstReview) return 'First review: there is nothing to compare with.';
	const date = previousReviewDate === null ? '' : ` of ${previousReviewDate}`;
	return `Compared with the last review${date}.`;
}

/** A table whose first column names the rows. */
export interface DataTable {
	caption: string;
	columns: string[];
	rows: string[][];
}
