/** `npm run demo`: a real n8n with this package, one run of the portfolio review, then the editor. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CliOptions } from './cliOptions';
import { runCli } from './cli';
import { DemoError } from './DemoError';
import type { Environment } from './environment';
import { openEditor, prepareEnvironment } from './environment';
import { formatReview } from './formatReview';
import { copyWorkflowsOfTwoWeeks, REVIEW, REVIEW_OF_LAST_WEEK } from './copyWorkflows';
import { importCredentials, importWorkflows } from './importExamples';
import { installCommunityPackage } from './installCommunityPackage';
import { parseReview } from './parseReview';
import type { Cleanup } from './prepareUserFolder';
import { withProgress } from './progress';
import { registerPackage } from './registerPackage';
import type { ReviewResult, StoredFile } from './ReviewResult';
import { simulatorCredentials } from './simulatorCredentials';

const EXPECTED_RESULT = 'demo/expected-result.json';

/** Installs the package with the examples in n8n, runs the review and prints its result. */
async function runReview(
	{ n8n, simulator }: Environment,
	root: string,
	expected: ReviewResult,
): Promise<ReviewResult> {
	const manifest = await withProgress('Installing the package in n8n', () =>
		installCommunityPackage(root, n8n.userFolder),
	);
	await withProgress('Importing the credentials', () =>
		importCredentials(n8n, simulatorCredentials(simulator)),
	);
	await registerPackage(n8n, root, manifest);
	await withProgress('Importing the example workflows', async () =>
		importWorkflows(
			n8n,
			await copyWorkflowsOfTwoWeeks(path.join(root, 'examples'), n8n.userFolder),
		),
	);
	const execute = (title: string, id: string, week: number) => {
		simulator.week = week;
		return withProgress(title, () => n8n.runCommand('execute', `--id=${id}`, '--rawOutput'));
	};
	await execute('Running the weekly portfolio review as of last week', REVIEW_OF_LAST_WEEK, -1);
	const output = await execute('Running the weekly portfolio review as of this week', REVIEW, 0);
	const testCards = expected.cards.map(({ card }) => card);
	const review = parseReview(output, testCards);
	console.log(`\n${formatReview(review)}\n`);
	console.log(`The report with charts: ${saveReport(review.report, root)}\n`);
	return review.result;
}

/** Writes the report file beside n8n's data. @returns Its path. */
function saveReport({ content, fileName }: StoredFile, root: string): string {
	const file = path.join(root, 'demo', '.state', fileName);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, Buffer.from(content, 'base64'));
	return file;
}

/** Prints a line that a script can look for, or fails with the differences. */
function checkResult(result: ReviewResult, expected: ReviewResult): void {
	try {
		// As the file would hold it: without fields that are undefined.
		assert.deepEqual(JSON.parse(JSON.stringify(result)), expected);
	} catch (error) {
		if (!(error instanceof assert.AssertionError)) throw error;
		throw new DemoError(
			`DEMO FAILED: the result differs from ${EXPECTED_RESULT}.\n${error.message}`,
		);
	}
	console.log(`DEMO OK: the result matches ${EXPECTED_RESULT}.`);
}

async function runDemo(options: CliOptions, root: string, cleanups: Cleanup[]): Promise<void> {
	const environment = await prepareEnvironment(root, 'editor', options, cleanups);
	const expected = JSON.parse(
		readFileSync(path.join(root, EXPECTED_RESULT), 'utf8'),
	) as ReviewResult;
	const review = runReview(environment, root, expected);
	if (options.once) return checkResult(await review, expected);
	await review.catch((error: unknown) => {
		if (!(error instanceof DemoError)) throw error;
		// The editor opens anyway: the cause may be a change that was made there.
		console.error(`\n${error.message}\n`);
	});
	const { exited } = await openEditor(environment, `/workflow/${REVIEW}`, cleanups);
	await exited;
	throw new DemoError(`n8n exited unexpectedly. Its log: ${environment.logFile}`);
}

void runCli('demo', runDemo);
