/** Formats the result of the review for the terminal. */
import type { CardResult, Review } from './ReviewResult';

const SHORT_MODEL = /_(M\d+)_/;

function cardRow({
	card,
	changed,
	newProspect,
	model,
	score,
	decile,
	reasonCode,
}: CardResult): string[] {
	return [
		card,
		score?.toString() ?? '-',
		decile?.toString() ?? '-',
		SHORT_MODEL.exec(model)?.[1] ?? model,
		reasonCode ?? [changed && 'changed', newProspect && 'new prospect'].filter(Boolean).join(', '),
	];
}

/** Aligns the columns; the first row is the header. */
function table(rows: string[][]): string[] {
	const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
	const lines = rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(width(column)))
			.join('  ')
			.trimEnd(),
	);
	const rule = '-'.repeat(Math.max(...lines.map((line) => line.length)));
	return [...lines.slice(0, 1), rule, ...lines.slice(1)];
}

/**
 * Returns the text to print: the counts, then the test cards whose result Mastercard documents.
 * The card numbers were masked by the node.
 */
export function formatReview({ changes, result, summary, durationSeconds }: Review): string {
	const unscored = Object.entries(result.couldNotBeScored);
	const counts: Array<[string, number]> = [
		['Reviewed', result.reviewed],
		['Scored', result.scored],
		['  changed since last week', result.changed],
		['  unchanged', result.unchanged],
		['Could not be scored', unscored.reduce((sum, [, count]) => sum + count, 0)],
		...unscored.map(([reason, count]): [string, number] => [`  ${reason}`, count]),
		['Needs attention', result.needAttention],
		['Calls to Mastercard', result.calls],
	];
	const rows = [['Test card', 'Score', 'Decile', 'Model', 'Note'], ...result.cards.map(cardRow)];
	return [
		'Weekly portfolio review',
		'',
		...counts.map(([name, count]) => `${name.padEnd(36)}${String(count).padStart(4)}`),
		`${'Time in CCA Scores'.padEnd(36)}${durationSeconds.toFixed(1).padStart(4)} s`,
		'',
		...table(rows),
		'',
		summary,
		'',
		'Compared with last week:',
		...changes.map((sentence) => `  ${sentence}`),
	].join('\n');
}
