/** Where n8n keeps its data. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { CliOptions } from './cliOptions';

/** Stops or removes something that was set up earlier. */
export type Cleanup = () => Promise<unknown>;

const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 3 });

/**
 * Creates n8n's user folder: a temporary one for each `--once`, otherwise one that is kept.
 * @param stateFolder Its parent.
 * @param name Its name if it is kept.
 */
export async function prepareUserFolder(
	stateFolder: string,
	name: string,
	{ once, fresh }: Pick<CliOptions, 'once' | 'fresh'>,
	cleanups: Cleanup[],
): Promise<string> {
	if (once) {
		await mkdir(stateFolder, { recursive: true });
		const folder = await mkdtemp(path.join(stateFolder, 'once-'));
		cleanups.push(() => remove(folder));
		return folder;
	}
	const folder = path.join(stateFolder, name);
	if (fresh) await remove(folder);
	await mkdir(folder, { recursive: true });
	return folder;
}
