/** Tells that a long step is still under way. */

const SECONDS_BETWEEN_LINES = 5;

/**
 * Prints `title`, then every few seconds how long it has taken, then the time it took.
 * @param step Does the work; may call `detail` to say how far it is.
 */
export async function withProgress<Result>(
	title: string,
	step: (detail: (text: string) => void) => Promise<Result>,
): Promise<Result> {
	const start = Date.now();
	const elapsed = () => `${Math.round((Date.now() - start) / 1000)} s`;
	let latest = '';
	console.log(`${title} ...`);
	const timer = setInterval(
		() => console.log(`  ${elapsed()}${latest && `, ${latest}`}`),
		SECONDS_BETWEEN_LINES * 1000,
	);
	try {
		return await step((text) => {
			latest = text;
		});
	} finally {
		clearInterval(timer);
	}
}
