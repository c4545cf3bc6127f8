/** Installs the real n8n from its lock file into `demo/n8n/node_modules`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DemoProblem } from './DemoProblem';
import { pinnedNode } from './pinnedNode';
import { withProgress } from './progress';
import { runProgram } from './runProgram';
import { whyInstallStopped } from './whyInstallStopped';

/** npm needs over 9 minutes for n8n's 1800 packages, pnpm about one. */
const PNPM = 'pnpm@10.34.8';
const NEEDED_GIGABYTES = 4;

export interface N8nInstallation {
	/** Path of Node.js 24. */
	node: string;
	/** Path of n8n's command-line program, a script for `node`. */
	n8n: string;
	version: string;
}

async function checkDisk(folder: string): Promise<void> {
	const { bavail, bsize } = await statfs(folder);
	const free = (bavail * bsize) / 1e9;
	if (free >= NEEDED_GIGABYTES) return;
	throw new DemoProblem(
		`n8n needs about ${NEEDED_GIGABYTES} GB on disk, and ${free.toFixed(1)} GB are free in ${folder}. Free some space and run the command again.`,
	);
}

/** Changes whenever an installation made from these files would differ. */
function lockDigest(folder: string): string {
	const digest = createHash('sha256');
	for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
		digest.update(readFileSync(path.join(folder, file)));
	}
	return digest.digest('hex');
}

async function runPnpm(folder: string, logFile: string): Promise<void> {
	const result = await withProgress('Installing n8n (about 2 GB; once)', (detail) =>
		runProgram(
			'npx',
			// Install scripts stay off: nothing needs compiling, see n8n/sqlite3/index.js.
			`--yes ${PNPM} install --frozen-lockfile --ignore-scripts --reporter=append-only`.split(' '),
			// CI=true: pnpm replaces an older installation without asking.
			{ cwd: folder, env: { ...process.env, CI: 'true' }, shell: process.platform === 'win32' },
			(line) => {
				const [, resolved, added] = /resolved (\d+),.* added (\d+)/.exec(line) ?? [];
				if (resolved) detail(`${added} of ${resolved} packages in place`);
			},
		),
	);
	const printed = result.stdout + result.stderr;
	await mkdir(path.dirname(logFile), { recursive: true });
	await writeFile(logFile, printed);
	if (result.code !== 0) throw new DemoProblem(whyInstallStopped(printed, logFile));
}

/**
 * Makes sure that n8n is there, as locked.
 * @param folder `demo/n8n`.
 * @param logFile Where pnpm's own words go.
 * @throws DemoProblem saying what to do when it cannot be installed.
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
		const { code, stderr } = await runProgram(node, ['--version']);
		if (code !== 0) {
			throw new DemoProblem(
				`The Node.js 24 that n8n needs was installed but does not start here: ${stderr.trim()} On Alpine Linux use a Debian-based system instead.`,
			);
		}
		await writeFile(stamp, digest);
	}
	const manifest = readFileSync(path.join(modules, 'n8n', 'package.json'), 'utf8');
	const { version } = JSON.parse(manifest) as { version: string };
	return { node, n8n: path.join(modules, 'n8n', 'bin', 'n8n'), version };
}
