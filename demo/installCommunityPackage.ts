/**
 * Installs the built package in n8n, following the steps of n8n's own installer for community packages
 * (n8n 2.40, community-packages.service): npm pack, extract, trim the manifest, add the package to the
 * list of dependencies. n8n's installer downloads the package from the npm registry; this one packs the
 * checkout. n8n's last step, `npm install`, is left out: the package has no dependencies.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './run';

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

/** The manifest as n8n's installer leaves it: without what is not needed at run time. */
export function installedManifest(manifest: Manifest): Manifest {
	const installed = { ...manifest };
	delete installed.devDependencies;
	delete installed.peerDependencies;
	delete installed.optionalDependencies;
	return installed;
}

const writeJson = (file: string, value: unknown) =>
	writeFile(file, JSON.stringify(value, null, 2), 'utf8');

async function pack(packageFolder: string, destination: string): Promise<string> {
	const stdout = await run(
		'npm',
		['pack', '--json', '--ignore-scripts', '--pack-destination', destination],
		{ cwd: packageFolder },
	);
	const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
	return path.join(destination, filename);
}

/**
 * Packs the package and installs it where n8n looks for community packages, replacing an older version.
 * @param packageFolder The checkout, with `dist/` built.
 * @param userFolder n8n's user folder, the parent of `.n8n`.
 * @returns The installed manifest.
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
		await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
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
