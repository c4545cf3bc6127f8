/** `npm run dev`: an n8n that reloads the nodes whenever their source changes, and the simulator. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import execa from 'execa';
import { runCli } from './cli';
import type { CliOptions } from './cliOptions';
import { DemoError } from './DemoError';
import { openEditor, prepareEnvironment } from './environment';
import { importCredentials, importWorkflows } from './importExamples';
import { copyWorkflowsForCustomNodes, linkPackage } from './linkPackage';
import type { Cleanup } from './prepareUserFolder';
import { withProgress } from './progress';
import { simulatorCredentials } from './simulatorCredentials';

/** Rebuilds `dist/` on every change. Its messages, compiler errors included, appear in this terminal. */
function startBuildWatch(root: string, cleanups: Cleanup[]): Promise<unknown> {
	const gulp = path.join(root, 'node_modules', 'gulp', 'bin', 'gulp.js');
	const child = execa(process.execPath, [gulp, 'watch'], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		reject: false,
	});
	cleanups.push(async () => {
		child.kill();
		await child;
	});
	return child;
}

async function runDev(options: CliOptions, root: string, cleanups: Cleanup[]): Promise<void> {
	const environment = await prepareEnvironment(root, 'dev', options, cleanups, {
		N8N_DEV_RELOAD: 'true',
	});
	const { n8n, simulator, logFile } = environment;
	const { name } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		name: string;
	};
	await linkPackage(root, name, n8n.userFolder);
	await withProgress('Importing the credentials', () =>
		importCredentials(n8n, simulatorCredentials(simulator)),
	);
	await withProgress('Importing the example workflows', async () => {
		const workflows = path.join(n8n.userFolder, 'workflows');
		await copyWorkflowsForCustomNodes(path.join(root, 'examples'), name, workflows);
		await importWorkflows(n8n, workflows);
	});
	const { exited } = await openEditor(environment, '/home/workflows', cleanups);
	console.log('Edit a node: the editor shows the change a few seconds after you save the file.\n');
	const buildWatch = startBuildWatch(root, cleanups);
	await Promise.race([exited, buildWatch]);
	throw new DemoError(`n8n or the build exited unexpectedly. n8n's log: ${logFile}`);
}

void runCli('dev', runDev);
