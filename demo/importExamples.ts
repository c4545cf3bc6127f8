/** Puts credentials and example workflows into an n8n. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { N8n } from './N8n';

/** One credential as `n8n import:credentials` reads it; n8n encrypts `data` as it stores it. */
export interface ImportedCredential {
	id: string;
	name: string;
	type: string;
	data: object;
}

/**
 * Stores the credentials, replacing those with the same ids.
 * The file with the plain values is removed again in any case.
 */
export async function importCredentials(
	n8n: N8n,
	credentials: ImportedCredential[],
): Promise<void> {
	const file = path.join(n8n.userFolder, 'credentials.json');
	try {
		await writeFile(file, JSON.stringify(credentials), { mode: 0o600 });
		await n8n.command('import:credentials', `--input=${file}`);
	} finally {
		await rm(file, { force: true });
	}
}

async function digestOf(folder: string): Promise<string> {
	const digest = createHash('sha256');
	for (const name of (await readdir(folder)).sort()) {
		if (name.endsWith('.json')) digest.update(await readFile(path.join(folder, name)));
	}
	return digest.digest('hex');
}

/**
 * Imports every workflow of a folder, unless this n8n already has them: what the reader changed in
 * the editor stays until the examples themselves change.
 */
export async function importWorkflows(n8n: N8n, folder: string): Promise<void> {
	const stamp = path.join(n8n.userFolder, 'imported-examples');
	const digest = await digestOf(folder);
	if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest) return;
	await n8n.command('import:workflow', '--separate', `--input=${folder}`);
	await writeFile(stamp, digest);
}
