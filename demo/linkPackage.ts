/** Links the built package into n8n's folder of custom nodes, which n8n watches for changes. */
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Links `dist/` into n8n's folder of custom nodes. Only `dist/`, because n8n reloads its nodes when any
 * file below the link changes, and the checkout holds n8n's own data and two `node_modules`.
 * @param root The checkout.
 * @param userFolder n8n's user folder, the parent of `.n8n`.
 */
export async function linkPackage(root: string, name: string, userFolder: string): Promise<void> {
	const link = path.join(userFolder, '.n8n', 'custom', 'node_modules', name);
	await mkdir(path.dirname(link), { recursive: true });
	await rm(link, { recursive: true, force: true });
	// A junction, unlike a symbolic link, needs no special permission on Windows.
	await symlink(path.join(root, 'dist'), link, 'junction');
}

/**
 * Copies workflows for an n8n that has the package as custom nodes: n8n names these `CUSTOM.<node>`.
 * @param from A folder of workflow files.
 * @param to The folder for the copies, replaced if it exists.
 */
export async function copyWorkflowsForCustomNodes(
	from: string,
	name: string,
	to: string,
): Promise<void> {
	await rm(to, { recursive: true, force: true });
	await mkdir(to, { recursive: true });
	for (const file of await readdir(from)) {
		if (!file.endsWith('.json')) continue;
		const workflow = await readFile(path.join(from, file), 'utf8');
		await writeFile(path.join(to, file), workflow.replaceAll(`"${name}.`, '"CUSTOM.'));
	}
}
