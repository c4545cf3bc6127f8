/** Shows that a long-running step is still in progress. */

const INTERVAL_SECONDS = 5;

/**
 * Prints `title`, then the elapsed time every few seconds until `step` finishes.
 * @param step Does the work; may call `report` with details to show beside the elapsed time.
 */
export async function withProgress<Result>(
	title: string,
	step: (report: (details: string) => void) => Promise<Result>,
): Promise<Result> {
	const start = Date.now();
	const elapsed = () => `${Math.round((Date.now() - start) / 1000)} s`;
	let latest = '';
	console.log(`${title} ...`);
	const timer = setInterval(
		() => console.log(`  ${elapsed()}${latest && `, ${latest}`}`),
		INTERVAL_SECONDS * 1000,
	);
	try {
		return await step((details) => {
			latest = details;
		});
	} finally {
		clearInterval(timer);
	}
}
