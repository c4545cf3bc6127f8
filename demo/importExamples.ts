/** Puts credentials and example workflows into an n8n. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DemoProblem } from './DemoProblem';
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

/**
 * Imports every workflow of a folder, unless this n8n already has them: what the reader changed in
 * the editor stays until the examples themselves change.
 * @throws DemoProblem when n8n leaves one out.
 */
export async function importWorkflows(n8n: N8n, folder: string): Promise<void> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	const digest = createHash('sha256');
	for (const name of names) digest.update(await readFile(path.join(folder, name)));
	const imported = digest.digest('hex');

	const stamp = path.join(n8n.userFolder, 'imported-examples');
	if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === imported) return;
	const printed = await n8n.command('import:workflow', '--separate', `--input=${folder}`);
	// n8n ends with code 0 even when it skips a file.
	if (!printed.includes(`Successfully imported ${names.length} workflow`)) {
		throw new DemoProblem(`n8n did not import all of ${names.join(', ')}. It says:\n${printed}`);
	}
	await writeFile(stamp, imported);
}
