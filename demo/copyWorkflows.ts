/** The example workflows as the demo imports them: the weekly review twice, one of them as it ran a week ago. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const REVIEW_FILE = 'weekly-portfolio-review.json';

/** The ID of the workflow in that file. */
export const REVIEW = 'weeklyPortfolioReview';
export const REVIEW_OF_LAST_WEEK = 'weeklyPortfolioReviewLastWeek';

/**
 * Copies the examples, and adds a copy of the weekly review whose date is a week earlier. Both keep their scores in the
 * same table.
 * @param from The folder of the examples.
 * @param userFolder n8n's user folder.
 * @returns The folder of the copies.
 */
export async function copyWorkflowsOfTwoWeeks(from: string, userFolder: string): Promise<string> {
	const to = path.join(userFolder, 'workflows');
	await rm(to, { recursive: true, force: true });
	await mkdir(to, { recursive: true });
	for (const name of await readdir(from)) {
		if (!name.endsWith('.json')) continue;
		const text = await readFile(path.join(from, name), 'utf8');
		await writeFile(path.join(to, name), text);
		if (name === REVIEW_FILE) await writeFile(path.join(to, `last-${name}`), toLastWeek(text));
	}
	return to;
}

function toLastWeek(text: string): string {
	const workflow = JSON.parse(text) as { id: string; name: string };
	const copy = {
		...workflow,
		id: REVIEW_OF_LAST_WEEK,
		name: `${workflow.name}, as it ran a week ago`,
	};
	return JSON.stringify(copy).replaceAll('={{ $now }}', '={{ $now.minus({ weeks: 1 }) }}');
}
