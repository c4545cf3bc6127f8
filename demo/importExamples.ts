/** Imports credentials and example workflows into n8n. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DemoError } from './DemoError';
import type { N8n } from './N8n';

/** A credential in the format of `n8n import:credentials`; n8n encrypts `data` when it stores it. */
export interface ImportedCredential {
	id: string;
	name: string;
	type: string;
	data: object;
}

/**
 * Imports credentials, replacing those with the same IDs.
 * The file with the plaintext values is always deleted afterwards.
 */
export async function importCredentials(
	n8n: N8n,
	credentials: ImportedCredential[],
): Promise<void> {
	const file = path.join(n8n.userFolder, 'credentials.json');
	try {
		await writeFile(file, JSON.stringify(credentials), { mode: 0o600 });
		await n8n.runCommand('import:credentials', `--input=${file}`);
	} finally {
		await rm(file, { force: true });
	}
}

/**
 * Imports every workflow in a folder, unless the same files were imported before: changes made in the
 * editor are kept until the examples themselves change.
 * @throws DemoError when n8n skips a file.
 */
export async function importWorkflows(n8n: N8n, folder: string): Promise<void> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	const digest = createHash('sha256');
	for (const name of names) digest.update(await readFile(path.join(folder, name)));
	const hash = digest.digest('hex');

	const stamp = path.join(n8n.userFolder, 'imported-examples');
	if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return;
	const output = await n8n.runCommand('import:workflow', '--separate', `--input=${folder}`);
	// n8n exits with code 0 even when it skips a file.
	if (!output.includes(`Successfully imported ${names.length} workflow`)) {
		throw new DemoError(`n8n did not import all of ${names.join(', ')}. Its output:\n${output}`);
	}
	await writeFile(stamp, hash);
}
