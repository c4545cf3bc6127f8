/** Installs a real n8n from its lock file into `demo/n8n/node_modules`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import execa from 'execa';
import { DemoError } from './DemoError';
import { installErrorMessage } from './installErrorMessage';
import { pinnedNode } from './pinnedNode';
import { withProgress } from './progress';

/** npm takes over 9 minutes to install n8n's 1800 packages, pnpm about one. */
const PNPM = 'pnpm@10.34.8';
const REQUIRED_GIGABYTES = 4;

export interface N8nInstallation {
	/** Path of the Node.js 24 executable. */
	node: string;
	/** Path of n8n's CLI, a script to run with `node`. */
	n8n: string;
	version: string;
}

async function checkDisk(folder: string): Promise<void> {
	const { bavail, bsize } = await statfs(folder);
	const free = (bavail * bsize) / 1e9;
	if (free >= REQUIRED_GIGABYTES) return;
	throw new DemoError(
		`Installing n8n takes about ${REQUIRED_GIGABYTES} GB of disk space, but only ${free.toFixed(1)} GB are free in ${folder}. Free up some space and run the command again.`,
	);
}

/** A hash of everything that determines what is installed. */
function lockDigest(folder: string): string {
	const digest = createHash('sha256');
	for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
		digest.update(readFileSync(path.join(folder, file)));
	}
	return digest.digest('hex');
}

async function runPnpm(folder: string, logFile: string): Promise<void> {
	const { failed, all = '' } = await withProgress('Installing n8n (about 2 GB; once)', (report) => {
		const child = execa(
			'npx',
			// Install scripts stay off: nothing needs compiling, see n8n/sqlite3/index.js.
			`--yes ${PNPM} install --frozen-lockfile --ignore-scripts --reporter=append-only`.split(' '),
			// CI=true: pnpm replaces an older installation without prompting.
			{ cwd: folder, env: { CI: 'true' }, stdin: 'ignore', all: true, reject: false },
		);
		if (child.stdout) {
			createInterface(child.stdout).on('line', (line) => {
				const [, resolved, added] = /resolved (\d+),.* added (\d+)/.exec(line) ?? [];
				if (resolved) report(`${added} of ${resolved} packages installed`);
			});
		}
		return child;
	});
	await mkdir(path.dirname(logFile), { recursive: true });
	await writeFile(logFile, all);
	if (failed) throw new DemoError(installErrorMessage(all, logFile));
}

/**
 * Installs n8n unless the locked version is installed already.
 * @param folder `demo/n8n`.
 * @param logFile Where pnpm's output is saved.
 * @throws DemoError with the cause and what to do about it.
 */
export async function installN8n(folder: string, logFile: string): Promise<N8nInstallation> {
	const modules = path.join(folder, 'node_modules');
	const node = pinnedNode(modules);
	const stamp = path.join(modules, '.installed-lock');
	const digest = lockDigest(folder);
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
		await checkDisk(folder);
		await rm(stamp, { force: true });
		await runPnpm(folder, logFile);
		const { failed, stderr } = await execa(node, ['--version'], { reject: false });
		if (failed) {
			throw new DemoError(
				`The Node.js 24 that n8n needs was installed but does not start on this machine: ${stderr} On Alpine Linux, use a Debian-based system instead.`,
			);
		}
		await writeFile(stamp, digest);
	}
	const manifest = readFileSync(path.join(modules, 'n8n', 'package.json'), 'utf8');
	const { version } = JSON.parse(manifest) as { version: string };
	return { node, n8n: path.join(modules, 'n8n', 'bin', 'n8n'), version };
}
