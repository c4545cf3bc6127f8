/** The demo from its first to its last step. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Simulator } from '../simulator/server';
import { startSimulator } from '../simulator/server';
import { DemoProblem } from './DemoProblem';
import type { DemoArguments } from './demoArguments';
import { differences } from './differences';
import { startEditor } from './editor';
import { importCredentials, importWorkflows } from './importExamples';
import { installCommunityPackage } from './installCommunityPackage';
import { installN8n } from './installN8n';
import { N8n } from './N8n';
import { EDITOR_LOGIN } from './n8nEnvironment';
import type { Closing } from './openUserFolder';
import { openUserFolder } from './openUserFolder';
import { freePort, requirePort } from './ports';
import { withProgress } from './progress';
import { readReview } from './readReview';
import { recordPackage } from './recordPackage';
import { resultTable } from './resultTable';
import type { ReviewResult } from './ReviewResult';

/** The id that `examples/weekly-portfolio-review.json` gives its workflow. */
const WORKFLOW_ID = 'weeklyPortfolioReview';

/** Puts everything in place, runs the review once and prints its result. */
async function printReview(
	n8n: N8n,
	root: string,
	mastercard: Simulator,
	expected: ReviewResult,
): Promise<ReviewResult> {
	const installed = await withProgress('Installing the package in n8n', () =>
		installCommunityPackage(root, n8n.userFolder),
	);
	await withProgress('Importing the credentials', () =>
		importCredentials(n8n, [
			{
				id: 'mastercardApiDemo',
				name: 'Mastercard API',
				type: 'mastercardApi',
				data: mastercard.credential,
			},
			{
				id: 'mastercardOpenFinanceApiDemo',
				name: 'Mastercard Open Finance API',
				type: 'mastercardOpenFinanceApi',
				data: mastercard.openFinanceCredential,
			},
		]),
	);
	await recordPackage(n8n, root, installed);
	await withProgress('Importing the example workflows', () =>
		importWorkflows(n8n, path.join(root, 'examples')),
	);
	const printed = await withProgress('Running "Weekly portfolio review"', () =>
		n8n.command('execute', `--id=${WORKFLOW_ID}`, '--rawOutput'),
	);
	const documented = expected.cards.map(({ card }) => card);
	const review = readReview(printed, documented);
	console.log(`\n${resultTable(review)}\n`);
	return review.result;
}

function tellProblem(error: unknown): void {
	if (!(error instanceof DemoProblem)) throw error;
	console.error(`\n${error.message}\n`);
}

/** Ends the run with a line that a script can look for, or fails with what differs. */
function checkResult(result: ReviewResult, expected: ReviewResult): void {
	const found = differences(expected, result);
	if (found.length > 0) {
		const list = found.join('\n  ');
		throw new DemoProblem(`DEMO RESULT DIFFERS from demo/expected-result.json:\n  ${list}`);
	}
	console.log('DEMO OK: the result is the one written down in demo/expected-result.json.');
}

async function choosePorts({ once, port, mastercardPort }: DemoArguments) {
	return {
		editor: once ? await freePort() : await requirePort(port, 'the n8n editor', 'port'),
		taskBroker: await freePort(),
		mastercard: once
			? await freePort()
			: await requirePort(mastercardPort, 'the local Mastercard', 'mastercard-port'),
	};
}

async function keepEditorOpen(
	n8n: N8n,
	port: number,
	logFile: string,
	closing: Closing[],
): Promise<never> {
	const editor = await withProgress('Starting the editor', () => startEditor(n8n, port, logFile));
	closing.push(editor.stop);
	console.log(`
The n8n editor is open at  ${editor.url}/workflow/${WORKFLOW_ID}
  e-mail                   ${EDITOR_LOGIN.email}
  password                 ${EDITOR_LOGIN.password}

n8n and the local Mastercard run on this machine only. Press Ctrl-C to stop both.`);
	await editor.ended;
	throw new DemoProblem(`n8n ended by itself. Its log: ${logFile}`);
}

/**
 * Runs the demo; returns after the result with `once`, else when n8n ends.
 * @param root The checkout.
 * @param closing Gets what the caller must call at the end, whatever happened.
 * @throws DemoProblem with a sentence for the reader.
 */
export async function runDemo(
	args: DemoArguments,
	root: string,
	closing: Closing[],
): Promise<void> {
	const demo = path.join(root, 'demo');
	const state = path.join(demo, '.state');
	const ports = await choosePorts(args);
	const installation = await installN8n(path.join(demo, 'n8n'), path.join(state, 'install.log'));
	const userFolder = await openUserFolder(state, args, closing);

	const mastercard = await startSimulator({ port: ports.mastercard });
	closing.push(() => mastercard.close());
	console.log(`The local Mastercard listens at ${mastercard.url}`);
	const n8n = new N8n(installation, userFolder, ports);
	console.log(`n8n ${installation.version} keeps its data in ${path.relative(root, userFolder)}`);

	const expected = JSON.parse(
		readFileSync(path.join(demo, 'expected-result.json'), 'utf8'),
	) as ReviewResult;
	const reviewed = printReview(n8n, root, mastercard, expected);
	if (args.once) return checkResult(await reviewed, expected);
	// With the editor at hand the reader can look for the cause, which may be a change made there.
	await reviewed.catch(tellProblem);
	await keepEditorOpen(n8n, ports.editor, path.join(state, 'n8n.log'), closing);
}
