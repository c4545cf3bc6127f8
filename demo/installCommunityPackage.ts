/**
 * Installs the built package in an n8n, in the steps of n8n's own installer for community packages
 * (n8n 2.40, community-packages.service): npm pack, unpack, cut the manifest down, enter the package
 * in the ledger. n8n's installer fetches the package from the npm registry; this one packs the
 * checkout. The last step of n8n's, `npm install`, has nothing to do: the package has no dependencies.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DemoProblem } from './DemoProblem';
import { runProgram } from './runProgram';

export interface Manifest {
	name: string;
	version: string;
	author?: { name?: string; email?: string };
	n8n: { nodes: string[] };
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

/** The manifest as n8n leaves it: without what is not needed at run time. */
export function installedManifest(manifest: Manifest): Manifest {
	const installed = { ...manifest };
	delete installed.devDependencies;
	delete installed.peerDependencies;
	delete installed.optionalDependencies;
	return installed;
}

const writeJson = (file: string, value: unknown) =>
	writeFile(file, JSON.stringify(value, null, 2), 'utf8');

async function pack(packageFolder: string, into: string): Promise<string> {
	const packed = await runProgram(
		'npm',
		['pack', '--json', '--ignore-scripts', '--pack-destination', into],
		{ cwd: packageFolder, shell: process.platform === 'win32' },
	);
	if (packed.code !== 0) throw new DemoProblem(`"npm pack" did not succeed:\n${packed.stderr}`);
	const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
	return path.join(into, filename);
}

/**
 * Packs the package and puts it where n8n looks for community packages, in place of an older one.
 * @param packageFolder The checkout, with `dist/` built.
 * @param userFolder n8n's user folder, the parent of `.n8n`.
 * @returns The manifest of what was installed.
 */
export async function installCommunityPackage(
	packageFolder: string,
	userFolder: string,
): Promise<Manifest> {
	const nodes = path.join(userFolder, '.n8n', 'nodes');
	const manifest = JSON.parse(
		await readFile(path.join(packageFolder, 'package.json'), 'utf8'),
	) as Manifest;
	const target = path.join(nodes, 'node_modules', manifest.name);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });

	const temporary = await mkdtemp(path.join(tmpdir(), 'demo-pack-'));
	try {
		const tarball = await pack(packageFolder, temporary);
		const untarred = await runProgram('tar', [
			'-xzf',
			tarball,
			'-C',
			target,
			'--strip-components=1',
		]);
		if (untarred.code !== 0) {
			throw new DemoProblem(`"tar" could not unpack the package: ${untarred.stderr.trim()}`);
		}
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}

	const installed = installedManifest(manifest);
	await writeJson(path.join(target, 'package.json'), installed);
	await writeJson(path.join(nodes, 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies: { [manifest.name]: manifest.version },
	});
	return installed;
}
